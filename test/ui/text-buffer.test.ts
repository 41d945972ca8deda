// The line of text: graphemes, words, deletions.
import test from 'ava';
import {
	type EditCommand,
	editText,
	graphemesOf,
	insertText,
	offeredText,
	type TextBuffer,
	textBuffer,
} from '../../source/ui/parts/text-buffer.js';
import {textWindow} from '../../source/ui/parts/window.js';

/** The buffer with `|` where the cursor is. */
const shown = ({text, cursor}: TextBuffer) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;
const at = (marked: string): TextBuffer => ({text: marked.replace('|', ''), cursor: marked.indexOf('|')});
const after = (marked: string, ...commands: readonly EditCommand[]) =>
	shown(commands.reduce(editText, at(marked)));

test('the cursor moves over an emoji family as over one character', t => {
	const family = '👨‍👩‍👧';
	t.is(after(`a${family}|b`, 'left'), `a|${family}b`);
	t.is(after(`a|${family}b`, 'right'), `a${family}|b`);
	t.is(after(`a${family}|b`, 'backspace'), 'a|b');
});

test('Delete takes the character under the cursor, Backspace the one before', t => {
	t.is(after('ab|cd', 'delete'), 'ab|d');
	t.is(after('ab|cd', 'backspace'), 'a|cd');
	t.is(after('abcd|', 'delete'), 'abcd|');
	t.is(after('|abcd', 'backspace'), '|abcd');
});

test('a word jump stops at every label of a host name', t => {
	t.is(after('js1.company.com|', 'word-left'), 'js1.company.|com');
	t.is(after('js1.company.com|', 'word-left', 'word-left'), 'js1.|company.com');
	t.is(after('|js1.company.com', 'word-right'), 'js1|.company.com');
	t.is(after('js1.company.com|', 'delete-word'), 'js1.company.|');
});

test('Ctrl+U and Ctrl+K delete up to and from the cursor', t => {
	t.is(after('ab|cd', 'delete-to-start'), '|cd');
	t.is(after('ab|cd', 'delete-to-end'), 'ab|');
	t.is(after('ab|cd', 'home'), '|abcd');
	t.is(after('ab|cd', 'end'), 'abcd|');
});

test('a combining mark that is typed joins the letter before it', t => {
	const typed = insertText(insertText(textBuffer('e'), '\u0301'), 'x');
	t.is(typed.text, 'e\u0301x');
	t.is(shown(editText(editText(typed, 'left'), 'backspace')), '|x');
});

test('undo takes back what was typed in one go, a paste, and each deletion', t => {
	const typed = [...'js1'].reduce(insertText, textBuffer('old '));
	const pasted = insertText(typed, '.company.com');
	const cut = editText(editText(pasted, 'delete-word'), 'delete-word');
	t.is(shown(cut), 'old js1.|');
	const steps = [cut];
	for (let turn = 0; turn < 5; turn++) steps.push(editText(steps.at(-1) ?? cut, 'undo'));
	t.deepEqual(steps.map(shown), [
		'old js1.|',
		'old js1.company.|',
		'old js1.company.com|',
		'old js1|',
		'old |',
		'old |',
	]);
});

test('a suggestion is replaced by what is typed or pasted, and stays when the cursor is moved into it', t => {
	const offered = offeredText('js1.company.com');
	t.is(shown(insertText(insertText(offered, 'j'), 's')), 'js|');
	t.is(shown(editText(insertText(offered, 'js2'), 'undo')), 'js1.company.com|');
	t.is(shown(editText(offered, 'backspace')), '|');
	t.is(shown(insertText(editText(offered, 'left'), 'x')), 'js1.company.cox|m');
});

test('a move of the cursor begins a new change', t => {
	const typed = insertText(editText(insertText(textBuffer(''), 'b'), 'home'), 'a');
	t.is(shown(editText(typed, 'undo')), '|b');
	t.is(shown(editText(editText(typed, 'undo'), 'undo')), '|');
});

test('no sequence of commands leaves the cursor inside a grapheme', t => {
	const commands: readonly EditCommand[] = [
		'left',
		'delete',
		'word-left',
		'right',
		'backspace',
		'word-right',
	];
	let buffer = textBuffer('žluť 日本語 e\u0301 👩🏽‍💻 x');
	for (let turn = 0; turn < 40; turn++) {
		buffer = editText(buffer, commands[turn % commands.length] ?? 'left');
		const starts = [0];
		for (const each of graphemesOf(buffer.text)) starts.push((starts.at(-1) ?? 0) + each.length);
		t.true(starts.includes(buffer.cursor));
	}
});

test('a text that is longer than its field shows the part around the cursor', t => {
	const buffer = textBuffer('0123456789abcdefghij');
	const end = textWindow(buffer, 10);
	t.true(end.text.endsWith('j') && end.text.length <= 10);
	t.true(end.moreBefore && !end.moreAfter);
	const start = textWindow({...buffer, cursor: 0}, 10);
	t.deepEqual([start.text, start.cursor, start.moreBefore, start.moreAfter], ['0123456789', 0, false, true]);
});

test('at its end a long text fills its field', t => {
	const buffer = textBuffer('0123456789abcdefghij');
	t.is(textWindow(buffer, 10).text, 'bcdefghij');
	t.is(textWindow(buffer, 10).cursor, 9);
	t.is(textWindow({...buffer, cursor: 12}, 10).text, '56789abcde');
});

test('wide characters take two columns, and the cursor stands behind them', t => {
	t.is(textWindow(textBuffer('日本'), 10).cursor, 4);
});

test('a hidden text shows one sign for every grapheme', t => {
	t.is(textWindow(textBuffer('pä👩🏽‍💻'), 10, '•').text, '•••');
});

test('control characters in a text are shown, never sent', t => {
	t.is(textWindow(textBuffer('a\u001b[2Jb'), 40).text, 'a\\u{1b}[2Jb');
});
