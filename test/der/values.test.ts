// Building values, and reading them back.
import fc from 'fast-check';
import test from 'ava';
import {
	bitString,
	booleanTrue,
	explicit,
	implicit,
	integer,
	namedBits,
	nullValue,
	objectIdentifier,
	octetString,
	sequence,
	setOf,
} from '../../source/der/build.js';
import {decodeDer} from '../../source/der/decode.js';
import {DerError} from '../../source/der/der-error.js';
import {encodeDer} from '../../source/der/encode.js';
import {Fields} from '../../source/der/fields.js';
import {
	readBitString,
	readBoolean,
	readExplicit,
	readInteger,
	readIntegerBytes,
	readNamedBits,
	readOctetString,
	readOid,
	readSetOf,
} from '../../source/der/read.js';
import type {DerValue} from '../../source/der/value.js';

const hexOf = (value: DerValue) => Buffer.from(encodeDer(value)).toString('hex');
const read = (hex: string) => decodeDer(Buffer.from(hex, 'hex'));

test('INTEGERs are positive and minimal (X.690, section 8.3)', t => {
	t.is(hexOf(integer(0)), '020100');
	t.is(hexOf(integer(127)), '02017f');
	t.is(hexOf(integer(128)), '02020080');
	t.is(hexOf(integer(600_000)), '02030927c0');
	t.is(hexOf(integer(Buffer.from('0000ff', 'hex'))), '020200ff');
	t.is(hexOf(integer(Buffer.from('41424344', 'hex'))), '020441424344');
	for (const wrong of [-1, 1.5, Number.NaN, 2 ** 53])
		t.throws(() => integer(wrong), {instanceOf: RangeError});
	t.throws(() => integer(new Uint8Array(0)), {instanceOf: RangeError});
	fc.assert(
		fc.property(fc.nat({max: 2 ** 31}), number => readInteger(read(hexOf(integer(number))), 'n') === number),
	);
	t.throws(() => readInteger(read('0201ff'), 'n'), {message: 'n: an INTEGER that is negative or too large'});
	t.throws(() => readInteger(read('020800ffffffffffffff'), 'n'), {instanceOf: DerError});
	t.deepEqual(readIntegerBytes(read('0201ff'), 'n'), Uint8Array.of(0xff));
});

test('object identifiers of any size (X.690, section 8.19)', t => {
	const known: readonly (readonly [oid: string, hex: string])[] = [
		['1.2.840.113549.1.1.11', '06092a864886f70d01010b'],
		['2.5.29.17', '0603551d11'],
		['0.9.2342.19200300.100.1.25', '060a0992268993f22c640119'],
		['2.999.3', '0603883703'],
		// From a UUID (X.667): one arc of 128 bits.
		['2.25.329800735698586629295641978511506172918', '06146983f09da7ebcfdee0c7a1a7b2c0948cc8f9d776'],
	];
	for (const [oid, hex] of known) {
		t.is(hexOf(objectIdentifier(oid)), hex);
		t.is(readOid(read(hex), 'oid'), oid);
	}
	for (const wrong of [
		'',
		'1',
		'3.1',
		'1.40',
		'1..2',
		'1.02',
		'1.2.',
		'a.b',
		'1.2.-3',
		'1.2 ',
		'2.5.29.17\n',
	])
		t.throws(() => objectIdentifier(wrong), {instanceOf: RangeError}, wrong);
	t.throws(() => readOid(read('0600'), 'oid'), {instanceOf: DerError});
	t.throws(() => readOid(read('06022a81'), 'oid'), {message: /does not end/});
	t.throws(() => readOid(read('06032a8001'), 'oid'), {message: /padding/});
	const arcs = fc.tuple(
		fc.constantFrom(0, 1, 2),
		fc.nat(39),
		fc.array(fc.bigInt({min: 0n, max: 2n ** 128n})),
	);
	fc.assert(
		fc.property(arcs, ([first, second, rest]) => {
			const oid = [first, second, ...rest].join('.');
			return readOid(read(hexOf(objectIdentifier(oid))), 'oid') === oid;
		}),
	);
});

test('SET OF is sorted by encoding (X.690, section 11.6)', t => {
	t.is(hexOf(setOf(integer(300), integer(2), integer(1), nullValue())), '310c0201010201020202012c0500');
	t.is(readSetOf(read('3106020101020102'), 'set').length, 2);
});

test('BIT STRINGs: whole bytes, and named bits without zeros at the end (X.690, section 11.2.2)', t => {
	t.is(hexOf(bitString(Uint8Array.of(1, 2))), '0303000102');
	t.is(hexOf(namedBits([])), '030100');
	t.is(hexOf(namedBits([0, 2])), '030205a0');
	t.is(hexOf(namedBits([5, 6])), '03020106');
	t.is(hexOf(namedBits([8])), '0303070080');
	t.deepEqual(readNamedBits(read('0303070080'), 'bits'), [8]);
	t.deepEqual(readNamedBits(read('030205a0'), 'bits'), [0, 2]);
	t.deepEqual(readBitString(read('0303000102'), 'bits'), {bytes: Uint8Array.of(1, 2), unusedBits: 0});
	for (const wrong of ['0300', '030101', '030208ff'])
		t.throws(() => readBitString(read(wrong), 'bits'), {message: /unused bits/});
	const some = fc.uniqueArray(fc.nat(8)).map(bits => bits.sort((a, b) => a - b));
	fc.assert(
		fc.property(
			some,
			bits => t.deepEqual(readNamedBits(read(hexOf(namedBits(bits))), 'bits'), bits) === true,
		),
	);
});

test('a BIT STRING that looks like DER stays as it is', t => {
	const nested = bitString(encodeDer(sequence(integer(1))));
	t.deepEqual(readBitString(decodeDer(encodeDer(nested)), 'bits').bytes, encodeDer(sequence(integer(1))));
});

test('tags in context, OCTET STRINGs and BOOLEANs', t => {
	t.is(hexOf(explicit(0, integer(2))), 'a003020102');
	t.is(hexOf(implicit(7, Uint8Array.of(10, 0, 0, 1))), '87040a000001');
	t.is(hexOf(booleanTrue()), '0101ff');
	t.true(readBoolean(read('010101'), 'flag'));
	t.false(readBoolean(read('010100'), 'flag'));
	t.throws(() => readBoolean(read('01020000'), 'flag'), {message: 'flag: a BOOLEAN of 2 bytes'});
	t.throws(() => readExplicit(read('a000'), 'tag'), {message: 'tag: expected one value'});
	t.throws(() => readExplicit(read('800101'), 'tag'), {
		message: /expected a constructed value, got a primitive \[0\]/,
	});
	fc.assert(
		fc.property(
			fc.uint8Array(),
			octets => Buffer.compare(readOctetString(read(hexOf(octetString(octets))), 'o'), octets) === 0,
		),
	);
});

test('an error names what it belongs to, what was expected and what is there', t => {
	t.throws(() => readOid(read('020101'), 'signatureAlgorithm'), {
		instanceOf: DerError,
		message: 'signatureAlgorithm: expected OBJECT IDENTIFIER, got INTEGER',
	});
	t.throws(() => readSetOf(read('3000'), 'rdn'), {message: 'rdn: expected SET, got SEQUENCE'});
	t.throws(() => readSetOf(read('6200'), 'rdn'), {
		message: 'rdn: expected SET, got [APPLICATION 2]',
	});
});

test('fields of a SEQUENCE: required, optional, by tag, and none left over', t => {
	const fields = new Fields(read('300a020101a1030201020500'), 'thing');
	t.is(fields.context(1), null);
	t.is(readInteger(fields.next('first'), 'first'), 1);
	t.is(fields.universal('BOOLEAN'), null);
	const tagged = fields.context(1);
	t.not(tagged, null);
	t.throws(() => fields.end(), {message: 'thing: more fields than expected'});
	t.not(fields.universal('NULL'), null);
	t.is(fields.optional(), null);
	t.throws(() => fields.next('second'), {message: 'thing: second is missing'});
	t.notThrows(() => fields.end());
	t.throws(() => new Fields(read('0500'), 'thing'), {message: 'thing: expected SEQUENCE, got NULL'});
});
