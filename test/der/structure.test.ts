// What is refused before any value is built.
import fc from 'fast-check';
import test from 'ava';
import {decodeBer, decodeDer} from '../../source/der/decode.js';
import {DerError} from '../../source/der/der-error.js';
import {encodeDer} from '../../source/der/encode.js';
import {readOctetString, readSequenceOf} from '../../source/der/read.js';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

/** Title, bytes, and what both readers say, or BER alone where DER stops at the length, or DER alone. */
const malformed: readonly (readonly [
	title: string,
	hex: string,
	said: RegExp,
	rules: 'both' | 'BER too' | 'DER only',
])[] = [
	['no bytes', '', /ends within an element/, 'both'],
	['a tag without a length', '30', /ends within an element/, 'both'],
	['a length beyond the end', '30 03 02 01', /a length of 3, but only 2 bytes are left/, 'both'],
	[
		'a child beyond its parent',
		'30 03 02 02 01 01',
		/offset 2: a length of 2, but only 1 bytes are left/,
		'both',
	],
	['bytes behind the value', '05 00 00', /more bytes follow/, 'both'],
	['a high tag number', '1f 81 01 00', /tag number above 30/, 'both'],
	['a length of five octets', '04 85 00 00 00 00 01 00', /a length of 5 octets/, 'both'],
	['a length that ends early', '04 82 01', /ends within a length/, 'both'],
	['a length of 4 GiB', '04 84 ff ff ff ff', /only 0 bytes are left/, 'both'],
	['a primitive SEQUENCE', '10 00', /primitive SEQUENCE or SET/, 'both'],
	['a primitive of indefinite length', '04 80 00 00', /primitive element of indefinite length/, 'BER too'],
	['an indefinite length without an end', '30 80 05 00', /ends within an element/, 'BER too'],
	['end-of-contents in a definite length', '30 02 00 00', /end-of-contents/, 'both'],
	['an empty INTEGER', '02 00', /INTEGER without content/, 'both'],
	['a padded INTEGER', '02 02 00 01', /INTEGER that is not in its shortest form/, 'both'],
	['a padded negative INTEGER', '02 02 ff 80', /INTEGER that is not in its shortest form/, 'both'],
	['half a character of a BMPString', '1e 03 00 41 00', /BMPString of an odd number/, 'both'],
	['an indefinite length', '30 80 00 00', /indefinite length, which DER forbids/, 'DER only'],
	['a long form for a short length', '04 81 01 00', /not in its shortest form/, 'DER only'],
	['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`, /not in its shortest form/, 'DER only'],
];

for (const [title, hex, said, rules] of malformed)
	test(`refused, ${rules}: ${title} (X.690)`, t => {
		const asDer = rules === 'both' ? said : /indefinite length, which DER forbids|not in its shortest form/;
		t.throws(() => decodeDer(bytes(hex)), {instanceOf: DerError, message: asDer});
		if (rules === 'DER only') t.notThrows(() => decodeBer(bytes(hex)));
		else t.throws(() => decodeBer(bytes(hex)), {instanceOf: DerError, message: said});
	});

test('nesting has a limit, in definite and indefinite lengths', t => {
	const nested = (depth: number, inner = bytes('0500')): Uint8Array => {
		let value: Uint8Array = inner;
		for (let level = 1; level < depth; level++)
			value = Buffer.concat([bytes(value.length < 128 ? '30' : '3081'), Buffer.of(value.length), value]);
		return value;
	};
	t.notThrows(() => decodeDer(nested(48)));
	t.throws(() => decodeDer(nested(49)), {message: /more than 48 levels/});
	const indefinite = bytes(`${'3080'.repeat(100_000)}${'0000'.repeat(100_000)}`);
	t.throws(() => decodeBer(indefinite), {message: /more than 48 levels/});
});

test('a bomb of tiny elements is refused', t => {
	const elements = Buffer.alloc(400_000, Buffer.of(5, 0));
	const length = Buffer.alloc(4);
	length.writeUInt32BE(elements.length);
	const bomb = Buffer.concat([bytes('3083'), length.subarray(1), elements]);
	t.throws(() => decodeDer(bomb), {message: /more than 100000 elements/});
	t.throws(() => decodeDer(new Uint8Array(17 * 1024 * 1024)), {message: /bytes are more than/});
});

test('BER: the parts of an OCTET STRING are joined, whatever their lengths look like (X.690, section 8.7.3)', t => {
	const value = decodeBer(bytes('30 80 24 80 04 02 01 02 24 03 04 01 03 04 81 01 04 00 00 00 00'));
	const [octets] = readSequenceOf(value, 'test');
	if (octets === undefined) return t.fail();
	t.deepEqual(Buffer.from(readOctetString(octets, 'test')), bytes('01020304'));
	return undefined;
});

test('whatever the bytes, the readers return a value or throw DerError; DER comes back byte for byte', t => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 64}), input => {
			for (const decode of [decodeDer, decodeBer])
				try {
					const again = encodeDer(decode(input));
					if (decode === decodeDer) t.deepEqual(Buffer.from(again), Buffer.from(input));
				} catch (error) {
					if (!(error instanceof DerError)) throw error;
				}
		}),
		{numRuns: 2000},
	);
	t.pass();
});
