// The key derivation of PKCS #12 against known values; `interop` compares it with openssl.
import test from 'ava';
import {derivePbkdf2, derivePkcs12, purpose} from '../../source/pfx/key-derivation.js';
import {bmpPassword, bmpPasswordForms, utf8Password} from '../../source/pfx/password.js';
import {unlimitedWork} from '../../source/pfx/work.js';

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Values that PKCS #12 implementations have shared since the standard was new. */
const known: readonly (readonly [
	password: string,
	salt: string,
	id: 1 | 2 | 3,
	iterations: number,
	expected: string,
])[] = [
	['smeg', '0a58cf64530d823f', 1, 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
	['smeg', '0a58cf64530d823f', 2, 1, '79993dfe048d3b76'],
	['smeg', '3d83c0e4546ac140', 3, 1, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
	['queeg', '05dec959acff72f7', 1, 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
	['queeg', '05dec959acff72f7', 2, 1000, '11dedad7758d4860'],
	['queeg', '263216fcc2fab31c', 3, 1000, '5ec4c7a80df652294c3925b6489a7ab857c83476'],
];

test('known values of the derivation (RFC 7292, appendix B.2)', async t => {
	for (const [password, salt, id, iterations, expected] of known) {
		const derivation = {
			hash: 'sha1',
			salt: Buffer.from(salt, 'hex'),
			iterations,
			length: expected.length / 2,
		} as const;
		t.is(hexOf(await derivePkcs12(bmpPassword(password), id, derivation, unlimitedWork)), expected);
	}
});

test('a long derivation gives other work its turns', async t => {
	let turns = 0;
	const work = {
		charge: () => {},
		pause: () => {
			turns++;
			return Promise.resolve();
		},
	};
	for (const [iterations, expected] of [
		[20_000, 0],
		[20_001, 0],
		[20_002, 1],
		[50_000, 2],
	] as const) {
		turns = 0;
		const derivation = {hash: 'sha1', salt: Buffer.from('salt'), iterations, length: 20} as const;
		await derivePkcs12(bmpPassword('password'), purpose.mac, derivation, work);
		t.is(turns, expected, String(iterations));
	}
});

test('every derivation is charged before it starts: iterations times chains', async t => {
	const charged: number[] = [];
	const work = {
		charge: (iterations: number, chains: number) => charged.push(iterations * chains),
		pause: async () => {},
	};
	const derivation = {salt: Buffer.alloc(8), iterations: 10} as const;
	await derivePkcs12(bmpPassword('a'), purpose.key, {...derivation, hash: 'sha1', length: 24}, work);
	await derivePkcs12(bmpPassword('a'), purpose.iv, {...derivation, hash: 'sha1', length: 8}, work);
	await derivePbkdf2(utf8Password('a'), {...derivation, hash: 'sha1', length: 32}, work);
	await derivePbkdf2(utf8Password('a'), {...derivation, hash: 'sha256', length: 32}, work);
	t.deepEqual(charged, [20, 10, 20, 10]);
});

test('passwords are UTF-16 with a terminator for PKCS #12, UTF-8 for PBKDF2, and never trimmed', t => {
	t.is(hexOf(bmpPassword('ä€')), '00e420ac0000');
	t.is(hexOf(bmpPassword('😀')), 'd83dde000000');
	t.is(hexOf(bmpPassword(' a ')), '0020006100200000');
	t.is(hexOf(utf8Password(' ä€ ')), '20c3a4e282ac20');
	t.deepEqual(bmpPasswordForms('').map(hexOf), ['0000', '']);
	t.deepEqual(bmpPasswordForms('a').map(hexOf), ['00610000']);
});
