// The key derivation of PKCS #12 against openssl's own.
import {randomBytes, randomInt} from 'node:crypto';
import test from 'ava';
import {type Derivation, derivePkcs12, type HashName, purpose} from '../../source/pfx/key-derivation.js';
import {bmpPassword} from '../../source/pfx/password.js';
import {unlimitedWork} from '../../source/pfx/work.js';
import {inPairs, runOk} from './tools.js';

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();

/** What `openssl kdf` derives, as hex. */
async function openssl(
	password: Uint8Array,
	id: number,
	{hash, salt, iterations, length}: Derivation,
): Promise<string> {
	const options = [
		`digest:${hash}`,
		`hexpass:${hexOf(password)}`,
		`hexsalt:${hexOf(salt)}`,
		`iter:${iterations}`,
		`id:${id}`,
	];
	const args = [
		'kdf',
		'-keylen',
		String(length),
		...options.flatMap(option => ['-kdfopt', option]),
		'PKCS12KDF',
	];
	return (await runOk('openssl', args)).stdout.trim().replaceAll(':', '');
}

test('the same as openssl kdf, for every hash and any length of salt, password and result', async t => {
	const hashes: readonly HashName[] = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
	const cases = hashes.flatMap(hash => [1, 7, 64, 200].map(size => ({hash, size})));
	await inPairs(cases, async ({hash, size}) => {
		const password = bmpPassword(size === 1 ? '' : `päss ${randomBytes(size).toString('base64')}`);
		const id = [purpose.key, purpose.iv, purpose.mac][randomInt(3)] ?? purpose.key;
		const derivation = {
			hash,
			salt: randomBytes(size),
			iterations: randomInt(1, 50),
			length: randomInt(1, 150),
		};
		const derived = await derivePkcs12(password, id, derivation, unlimitedWork);
		t.is(hexOf(derived), await openssl(password, id, derivation), `${hash} ${size}`);
	});
});

test('a derivation that is cut into slices gives what openssl gives', async t => {
	for (const hash of ['sha1', 'sha256', 'sha512'] as const) {
		const derivation = {hash, salt: Buffer.from('salt'), iterations: 45_000, length: 20};
		const derived = await derivePkcs12(bmpPassword('password'), purpose.mac, derivation, unlimitedWork);
		t.is(hexOf(derived), await openssl(bmpPassword('password'), purpose.mac, derivation));
	}
});
