// Bytes as text: what editors and PowerShell write is understood, everything else is said.
import test from 'ava';
import fc from 'fast-check';
import {decodeProfile} from '../../source/profile/decode.js';
import {maxProfileBytes} from '../../source/profile/disk.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
	const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
	return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};

test('UTF-8 and UTF-16 of both byte orders give the same text, without the byte order mark', t => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme'}).filter(text => !text.includes('\0') && !text.startsWith('\ufeff')),
			text => {
				t.is(decodeProfile(utf8(text), 'a.yaml'), text);
				t.is(decodeProfile(utf8(`\ufeff${text}`), 'a.yaml'), text);
				t.is(decodeProfile(utf16(text, 'le'), 'a.yaml'), text);
				t.is(decodeProfile(utf16(text, 'be'), 'a.yaml'), text);
			},
		),
	);
});

test('1 MiB is a profile, one byte more is not', t => {
	t.is(typeof decodeProfile(new Uint8Array(maxProfileBytes).fill(0x23), 'a.yaml'), 'string');
	t.like(decodeProfile(new Uint8Array(maxProfileBytes + 1).fill(0x23), 'a.yaml'), {code: 'file-too-large'});
});

test('the first byte that is not UTF-8 is pointed at, also behind a written replacement character', t => {
	const bytes = new Uint8Array([...utf8('kind: ssl\nä: \ufffd'), 0xe8, 0x20, ...utf8('\nü')]);
	t.like(decodeProfile(bytes, 'a.yaml'), {code: 'bad-encoding', place: {file: 'a.yaml', line: 2, column: 5}});
});

test('half a character at the end of a line or of the file is not UTF-8', t => {
	t.like(decodeProfile(new Uint8Array([0x61, 0xc3, 0x0a, 0xa4]), 'a.yaml'), {place: {line: 1, column: 2}});
	t.like(decodeProfile(new Uint8Array([0x0a, 0x61, 0xe2, 0x82]), 'a.yaml'), {place: {line: 2, column: 2}});
});
