// Lines from a dumb terminal, which arrive in any pieces.
import {PassThrough} from 'node:stream';
import test from 'ava';
import {openLineReader} from '../../source/terminal/plain/line-reader.js';

function open() {
	const stdin = new PassThrough();
	const abort = new AbortController();
	return {stdin, abort, lines: openLineReader(stdin, abort.signal, () => {})};
}

test('lines come one by one, whatever their ends and pieces, and a letter may be cut in two', async t => {
	const {stdin, lines} = open();
	const first = lines.next();
	const bytes = Buffer.from('größe\r\nb\rc\nd');
	stdin.write(bytes.subarray(0, 3));
	stdin.write(bytes.subarray(3));
	t.is(await first, 'größe');
	t.is(await lines.next(), 'b');
	t.deepEqual(lines.take(), ['c']);
	stdin.write('e\n');
	t.is(await lines.next(), 'de');
});

test('Esc goes back, and a signal leaves whoever waits', async t => {
	const {stdin, abort, lines} = open();
	stdin.write('\u001b\n');
	await t.throwsAsync(lines.next(), {message: /back/});
	const waiting = lines.next();
	abort.abort('SIGTERM');
	await t.throwsAsync(waiting, {message: /cancel/});
	await t.throwsAsync(lines.next(), {message: /cancel/});
});

test('what is typed for somebody else is no line', async t => {
	const {stdin, lines} = open();
	await lines.without(async () => {
		stdin.once('data', () => {});
		stdin.write('secret\n');
		await new Promise(resolve => setImmediate(resolve));
	});
	stdin.write('after\n');
	t.is(await lines.next(), 'after');
	lines.close();
});
