// What reaches a terminal: every character that cannot be seen is made visible, and no message repeats a megabyte.
import test from 'ava';
import {quoted, visible} from '../../source/problem/visible.js';

for (const [title, text, shown] of [
	['a line end', 'a\nb', 'a\\u{0a}b'],
	['an escape sequence', '\u001b[31m', '\\u{1b}[31m'],
	['a C1 control', '\u009b31m', '\\u{9b}31m'],
	['a mark that turns the direction', '\u202egpj', '\\u{202e}gpj'],
	['the Arabic letter mark', '\u061c', '\\u{61c}'],
	['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
	['a soft hyphen', 'a\u00adb', 'a\\u{ad}b'],
	['a line separator', '\u2028', '\\u{2028}'],
	['a tag character beyond the BMP', '\u{e0041}', '\\u{e0041}'],
	['half of a surrogate pair', 'a\ud83d', 'a\\u{d83d}'],
] as const)
	test(`made visible is ${title}`, t => {
		t.is(visible(text), shown);
	});

test('letters, signs and pictures of all scripts stay as they are', t => {
	const text = 'Žluťoučký kůň, 日本語, العربية, עברית, ไทย, 😀 – “x” €';
	t.is(visible(text), text);
});

test('a quoted text ends after 256 characters, and never in the middle of one', t => {
	t.is(quoted('x'.repeat(256)), `"${'x'.repeat(256)}"`);
	t.is(quoted('x'.repeat(257)), `"${'x'.repeat(256)}…"`);
	t.is(quoted(`${'x'.repeat(255)}😀😀`), `"${'x'.repeat(255)}…"`);
});
