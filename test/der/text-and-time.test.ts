// Character strings and times.
import fc from 'fast-check';
import test from 'ava';
import {decodeDer} from '../../source/der/decode.js';
import {DerError} from '../../source/der/der-error.js';
import {encodeDer} from '../../source/der/encode.js';
import {
	bmpString,
	ia5String,
	isPrintable,
	isText,
	printableString,
	readText,
	utf8String,
} from '../../source/der/text.js';
import {readTime, time} from '../../source/der/time.js';
import type {DerValue} from '../../source/der/value.js';

const hexOf = (value: DerValue) => Buffer.from(encodeDer(value)).toString('hex');
const read = (hex: string) => decodeDer(Buffer.from(hex, 'hex'));
const again = (value: DerValue) => decodeDer(encodeDer(value));

test('each string type takes what it may hold, and nothing else (X.680, section 41)', t => {
	t.is(hexOf(printableString('CZ')), '1302435a');
	t.is(hexOf(ia5String('a@b')), '1603614062');
	t.is(hexOf(utf8String('ü')), '0c02c3bc');
	t.is(hexOf(bmpString('ü€')), '1e0400fc20ac');
	t.is(hexOf(bmpString('😀')), '1e04d83dde00');
	for (const wrong of ['*', '@', '&', '_', '"', 'ü', '#', ';', '<', '\n', '\0'])
		t.throws(() => printableString(wrong), {instanceOf: RangeError}, wrong);
	t.true(isPrintable("AZaz09 '()+,-./:=?"));
	for (const wrong of ['ü', '\u0080', '€']) t.throws(() => ia5String(wrong), {instanceOf: RangeError});
	t.throws(() => utf8String('\ud83d'), {instanceOf: RangeError});
});

test('every string type of a DirectoryString is read (RFC 5280, appendix A)', t => {
	const written: readonly (readonly [hex: string, text: string])[] = [
		['0c04c3bc2061', 'ü a'],
		['1e0400fc20ac', 'ü€'],
		['1c08000000fc0001f600', 'ü😀'],
		['1402fc61', 'üa'],
		['1303436f2a', 'Co*'],
		['1603614062', 'a@b'],
		['12023432', '42'],
		['1a024162', 'Ab'],
		['1b024162', 'Ab'],
		['0c03efbbbf', '\ufeff'],
	];
	for (const [hex, text] of written) {
		t.is(readText(read(hex), 'value'), text, hex);
		t.true(isText(read(hex)));
	}
	t.throws(() => readText(read('0c01fc'), 'O'), {instanceOf: DerError, message: 'O: not valid UTF-8'});
	t.throws(() => readText(read('1c03000001'), 'O'), {message: 'O: not a valid UniversalString'});
	t.throws(() => readText(read('1c0400110000'), 'O'), {message: 'O: not a valid UniversalString'});
	for (const hex of ['020101', '170d3236303130313030303030305a', '2c00', '8c0161'])
		t.throws(() => readText(read(hex), 'O'), {message: /^O: expected a character string, got/}, hex);
});

test('text comes back as it was written', t => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			t.is(readText(again(utf8String(text)), 'text'), text);
			t.is(readText(again(bmpString(text)), 'text'), text);
		}),
	);
});

test('UTCTime through 2049, GeneralizedTime from 2050 and before 1950 (RFC 5280, section 4.1.2.5)', t => {
	const written: readonly (readonly [iso: string, tag: string, digits: string])[] = [
		['1949-12-31T23:59:59', '18', '19491231235959Z'],
		['1950-01-01T00:00:00', '17', '500101000000Z'],
		['2026-02-28T12:34:56', '17', '260228123456Z'],
		['2049-12-31T23:59:59', '17', '491231235959Z'],
		['2050-01-01T00:00:00', '18', '20500101000000Z'],
		['9999-12-31T23:59:59', '18', '99991231235959Z'],
	];
	for (const [iso, tag, digits] of written) {
		const value = time(new Date(`${iso}Z`));
		t.is(
			hexOf(value),
			`${tag}${digits.length.toString(16).padStart(2, '0')}${Buffer.from(digits).toString('hex')}`,
		);
		t.is(readTime(again(value), 'time').toISOString(), `${iso}.000Z`);
	}
	for (const wrong of [
		new Date(Number.NaN),
		new Date(1),
		new Date('+010000-01-01T00:00:00Z'),
		new Date('-000001-01-01T00:00:00Z'),
	])
		t.throws(() => time(wrong), {instanceOf: RangeError});
});

test('times that RFC 5280 does not allow are refused', t => {
	const refused = [
		[23, '2601010000Z'],
		[23, '260101000000+0100'],
		[23, '260229000000Z'],
		[23, '261301000000Z'],
		[23, '260101240000Z'],
		[23, '260101006000Z'],
		[24, '20260101000000'],
		[24, '20260101000000.5Z'],
		[24, '20260431000000Z'],
		[23, '26010100000٠Z'],
	] as const;
	for (const [tag, text] of refused) {
		const der = Buffer.concat([Buffer.of(tag, Buffer.byteLength(text)), Buffer.from(text)]);
		t.throws(
			() => readTime(decodeDer(der), 'notAfter'),
			{instanceOf: DerError, message: /^notAfter: /},
			text,
		);
	}
	t.is(readTime(read('170d3238303232393030303030305a'), 'time').toISOString(), '2028-02-29T00:00:00.000Z');
	t.throws(() => readTime(read('0500'), 'notAfter'), {
		message: 'notAfter: expected UTCTime or GeneralizedTime, got NULL',
	});
});
