// Files made to keep a reader busy: each one is refused with a sentence, at once.
import test from 'ava';
import {explicit, integer, objectIdentifier, octetString, sequence} from '../../source/der/build.js';
import {encodeDer} from '../../source/der/encode.js';
import type {DerValue} from '../../source/der/value.js';
import {certificate, certificatePem, refusal} from './files.js';

const data = '1.2.840.113549.1.7.1';
const megabytes = 1_000_000;

function content(bytes: Uint8Array): DerValue {
	return sequence(objectIdentifier(data), explicit(0, octetString(bytes)));
}

/** A PFX of these SafeContents, all of them unencrypted. */
function pfx(safes: readonly DerValue[], ...mac: readonly DerValue[]): Uint8Array {
	const authenticatedSafe = encodeDer(sequence(...safes.map(each => content(encodeDer(each)))));
	return encodeDer(sequence(integer(3), content(authenticatedSafe), ...mac));
}

function shroudedKey(iterations: number, length = 8): DerValue {
	const salt = octetString(new Uint8Array(8));
	const algorithm = sequence(
		objectIdentifier('1.2.840.113549.1.12.1.3'),
		sequence(salt, integer(iterations)),
	);
	const info = sequence(algorithm, octetString(new Uint8Array(length)));
	return sequence(objectIdentifier('1.2.840.113549.1.12.10.1.2'), explicit(0, info));
}

function mac(iterations: number): DerValue {
	const digestInfo = sequence(sequence(objectIdentifier('1.3.14.3.2.26')), octetString(new Uint8Array(20)));
	return sequence(digestInfo, octetString(new Uint8Array(8)), integer(iterations));
}

function pemOf(der: Uint8Array): string {
	return `-----BEGIN PKCS12-----\n${Buffer.from(der).toString('base64')}\n-----END PKCS12-----\n`;
}

/** `bytes` repeated to about ten megabytes. */
function many(text: string): Buffer {
	return Buffer.from(text.repeat(Math.floor((10 * megabytes) / text.length)));
}

const manyElements = Buffer.concat([
	Buffer.of(0x30, 0x83, 0x03, 0x5b, 0x60),
	Buffer.alloc(220_000, Buffer.of(0x30, 0x00)),
]);
const unknownBag = sequence(objectIdentifier('1.2.3'), explicit(0, sequence()));
const crowdedSafe = sequence(...Array<DerValue>(20_000).fill(unknownBag));

const hostile: readonly (readonly [what: string, bytes: Uint8Array, message: RegExp])[] = [
	['2^31 - 1 iterations of the MAC', pfx([], mac(2 ** 31 - 1)), /asks for 2147483647 iterations/],
	['2^31 iterations, which no integer of 4 bytes holds', pfx([], mac(2 ** 31)), /2147483648 iterations/],
	[
		'2^31 - 1 iterations of one key',
		pfx([sequence(shroudedKey(2 ** 31 - 1))], mac(1)),
		/asks for 2147483648 /,
	],
	[
		'a thousand keys of 10,000 iterations',
		pfx([sequence(...Array<DerValue>(1000).fill(shroudedKey(10_000)))]),
		/asks for 10000000 iterations of key derivation, and 5000000 are the limit/,
	],
	[
		'two hundred blocks of PEM, each of which is just within the limit',
		Buffer.from(pemOf(pfx([sequence(shroudedKey(4_999_999))], mac(1))).repeat(200)),
		/asks for 1000000000 iterations of key derivation, and 5000000 are the limit/,
	],
	[
		'an encrypted part of 3 MB',
		pfx([sequence(shroudedKey(1, 3 * megabytes))], mac(1)),
		/a PFX of \d+ bytes, and 2097152 are the limit/,
	],
	['ten thousand levels', Buffer.from('30820003'.repeat(10_000), 'hex'), /damaged/],
	['a depth bomb of indefinite lengths', Buffer.alloc(megabytes, Buffer.of(0x30, 0x80)), /levels of nesting/],
	['a length of 4 GB', Buffer.from('3084ffffffff020103', 'hex'), /a length of 4294967295, but only 3 bytes/],
	[
		'a length of 126 octets',
		Buffer.concat([Buffer.of(0x30, 0xfe), Buffer.alloc(200)]),
		/a length of 126 octets/,
	],
	['110,000 elements', manyElements, /more than 100000 elements/],
	[
		'twenty parts of 100,000 elements',
		pfx(Array<DerValue>(20).fill(crowdedSafe)),
		/more than 100000 elements/,
	],
	['half a million beginnings of PEM', many('-----BEGIN CERTIFICATE-----\n'), /more than 500 blocks of PEM/],
	['headers of PEM without an end', many('-----BEGIN X-----\na: b\n'), /more than 500 blocks|damaged/],
	['10 MB of base64', many('MIIB'), /damaged/],
	['a block of 10 MB', Buffer.concat([Buffer.from('-----BEGIN X-----\n'), many('AAAA')]), /is damaged/],
	[
		'300 certificates',
		Buffer.from(many(certificatePem).subarray(0, 300 * certificatePem.length)),
		/300 certificates/,
	],
];

for (const [what, bytes, message] of hostile)
	test(`refused within two seconds: ${what}`, async t => {
		const start = performance.now();
		const problem = await refusal(bytes, 'password');
		t.regex(problem.message, message);
		t.true(performance.now() - start < 2000);
	});

test('every file that is cut off, and every one with a byte changed, is refused or read, and nothing is thrown', async t => {
	for (let length = 0; length < certificate.length; length += 7)
		t.truthy((await refusal(certificate.subarray(0, length))).message);
	for (let index = 0; index < certificate.length; index += 3) {
		const changed = Buffer.from(certificate);
		changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
		await t.notThrowsAsync(async () => refusal(changed).catch(ignoreRead));
	}
});

/** Some bytes may change without harm to the structure. */
function ignoreRead(failure: unknown): void {
	if (!(failure instanceof Error) || failure.message !== 'it was read') throw failure;
}
