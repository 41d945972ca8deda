// The keyboard of `--plain`: one line for each question, the rest of a paste kept or taken away.
import {PassThrough} from 'node:stream';
import {setImmediate as turn} from 'node:timers/promises';
import test from 'ava';
import {openKeyboard} from '../../source/terminal/plain/keyboard.js';
import {lineQuestions} from '../../source/terminal/plain/line-questions.js';
import {LeaveError} from '../../source/terminal/plain/questions.js';

function open() {
	const raw: boolean[] = [];
	const stdin = Object.assign(new PassThrough(), {isTTY: true, setRawMode: (on: boolean) => raw.push(on)});
	let cancels = 0;
	const keyboard = openKeyboard(stdin, () => cancels++);
	let passed = '';
	keyboard.input.setEncoding('utf8').on('data', (text: string) => {
		passed += text;
	});
	const type = async (text: string | Uint8Array) => {
		stdin.write(text);
		await turn();
		await turn();
	};
	const take = async () => {
		await turn();
		await turn();
		const taken = passed;
		passed = '';
		return taken;
	};
	return {stdin, keyboard, raw, type, take, cancels: () => cancels};
}

test('a question gets its line, and the next line waits for the next question', async t => {
	const {keyboard, type, take} = open();
	keyboard.next();
	await type('a\r\nb\nc');
	t.is(await take(), 'a\r');
	keyboard.next();
	t.is(await take(), 'b\r');
	keyboard.next();
	t.is(await take(), 'c');
	await type('d\r');
	t.is(await take(), 'd\r');
});

test('lines that were pasted behind the answer can be taken, the unfinished one stays', async t => {
	const {keyboard, type, take} = open();
	keyboard.next();
	await type('a\rb\r\n\r\nc\nhal');
	t.is(await take(), 'a\r');
	t.deepEqual(keyboard.takeLines(), ['b', '', 'c']);
	keyboard.next();
	await type('f\r');
	t.is(await take(), 'half\r');
});

test('a line end and a letter that arrive in two pieces are one', async t => {
	const {keyboard, type, take} = open();
	keyboard.next();
	const bytes = new TextEncoder().encode('ä');
	await type(bytes.subarray(0, 1));
	await type(bytes.subarray(1));
	await type('\r');
	await type('\n');
	t.is(await take(), 'ä\r');
	t.deepEqual(keyboard.takeLines(), []);
});

test('Ctrl+C cancels anywhere, Ctrl+D in a fresh line only', async t => {
	const {keyboard, type, cancels} = open();
	keyboard.next();
	await type('a');
	await type('\u0004');
	t.is(cancels(), 0);
	keyboard.next();
	await type('\u0004');
	t.is(cancels(), 1);
	await type('x\u0003');
	t.is(cancels(), 2);
});

test('the terminal is raw while the keyboard is open, and only then', t => {
	const {keyboard, raw} = open();
	keyboard.close();
	t.deepEqual(raw, [true, false]);
});

test('without any line editing, answers come line by line, refused ones are asked again, and the end cancels', async t => {
	const stdin = Object.assign(new PassThrough(), {isTTY: true});
	const stdout = Object.assign(new PassThrough(), {isTTY: true});
	const abort = new AbortController();
	const questions = lineQuestions({stdin, stdout}, abort.signal, () => abort.abort('SIGINT'));
	stdin.write('no\nyes\n\nx\n\u001b\n');
	const refuse = (text: string) => (text === 'no' ? 'say yes' : null);
	// What was typed ahead of a refused answer is not the answer to the question that follows.
	const first = questions.ask({message: 'Well?', refuse});
	await turn();
	stdin.write('yes\n');
	t.is(await first, 'yes');
	stdin.write('\n');
	t.is(await questions.ask({message: 'Name', fallback: 'js1'}), 'js1');
	stdin.write('\u001b\n');
	await t.throwsAsync(questions.ask({message: 'Name'}), {instanceOf: LeaveError, message: 'back'});
	stdin.end();
	await t.throwsAsync(questions.ask({message: 'Name'}), {instanceOf: LeaveError, message: 'cancel'});
	t.is((stdout.read() as Buffer).toString(), 'Well?:   x say yes\nWell?: Name (js1): Name: Name: ');
});
