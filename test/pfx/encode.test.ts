// What the writer puts where, seen through our reader; foreign programs judge the same files in `interop`.
import {hash} from 'node:crypto';
import test from 'ava';
import {decodeDer} from '../../source/der/decode.js';
import {encodeDer} from '../../source/der/encode.js';
import {encodePfx} from '../../source/pfx/encode.js';
import {openPfx} from '../../source/pfx/open.js';
import type {PfxContent, PfxProtection} from '../../source/pfx/pfx.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {fixedRandomBytes} from '../interop/our-files.js';

const certificate = selfSigned(testPlan('ssl', 'ecdsa-p256'));
const content: PfxContent = {
	privateKey: testKeyPair('ecdsa-p256').privateKey,
	certificate,
	chain: [],
	friendlyName: 'A friendly name',
	provider: 'Microsoft Software Key Storage Provider',
};

const protection = (changes: Partial<PfxProtection> = {}): PfxProtection => ({
	encryption: 'compatible',
	iterations: 1000,
	password: 'password',
	randomBytes: fixedRandomBytes(),
	...changes,
});

const schemes = {
	compatible: ['pbeWithSHA1And3-KeyTripleDES-CBC', 'HMAC-SHA-1'],
	modern: ['PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC', 'HMAC-SHA-256'],
} as const;

for (const encryption of ['compatible', 'modern'] as const)
	test(`${encryption}: key and certificates encrypted, one iteration count for all, and a MAC`, async t => {
		const [algorithm, mac] = schemes[encryption];
		const opened = await openPfx(await encodePfx(content, protection({encryption})), 'password');
		t.deepEqual(opened.encryption, [
			{algorithm, iterations: 1000},
			{algorithm, iterations: 1000},
		]);
		t.deepEqual(opened.mac, {algorithm: mac, iterations: 1000});
		t.deepEqual(opened.keys[0]?.encryption, {algorithm, iterations: 1000});
	});

test('localKeyId joins key and leaf, the friendly name is on the leaf only, the provider on the key', async t => {
	const intermediate = selfSigned(testPlan('signing', 'rsa-2048'));
	const opened = await openPfx(
		await encodePfx({...content, chain: [intermediate]}, protection()),
		'password',
	);
	const localKeyId = hash('sha1', certificate).toUpperCase();
	const [key] = opened.keys;
	t.like(key, {friendlyName: null, localKeyId, provider: content.provider});
	t.true(key?.privateKey.equals(content.privateKey));
	t.deepEqual(
		opened.certificates.map(each => ({...each, der: Buffer.from(each.der)})),
		[
			{der: Buffer.from(certificate), friendlyName: 'A friendly name', localKeyId},
			{der: Buffer.from(intermediate), friendlyName: null, localKeyId: null},
		],
	);
});

test('an empty friendly name and no provider leave no attribute behind', async t => {
	const opened = await openPfx(
		await encodePfx({...content, friendlyName: '', provider: null}, protection()),
		'password',
	);
	t.is(opened.certificates[0]?.friendlyName, null);
	t.is(opened.keys[0]?.provider, null);
});

test('the file is DER, also with one iteration, which DER leaves out as the default', async t => {
	for (const iterations of [1, 2048]) {
		const pfx = await encodePfx(content, protection({iterations}));
		t.deepEqual(encodeDer(decodeDer(pfx)), pfx);
		t.is((await openPfx(pfx, 'password')).mac?.iterations, iterations);
	}
});

test('every part has a salt of its own, of 16 bytes, and no two files are alike', async t => {
	const drawn: number[] = [];
	const salts = fixedRandomBytes();
	const randomBytes = (length: number) => {
		drawn.push(length);
		return salts(length);
	};
	const one = await encodePfx(content, protection({randomBytes}));
	t.deepEqual(
		drawn.filter(length => length > 0),
		[16, 16, 16],
	);
	t.notDeepEqual(await encodePfx(content, protection({randomBytes})), one);
	const all = fixedRandomBytes();
	for (const salt of [all(16), all(16), all(16)]) t.true(Buffer.from(one).includes(Buffer.from(salt)));
});

test('what cannot be protected is refused', async t => {
	const attempts: readonly (readonly [changes: Partial<PfxProtection>, said: RegExp])[] = [
		[{password: ''}, /needs a password/],
		[{password: 'half \ud83d'}, /half of a surrogate pair/],
		[{iterations: 0}, /positive integer/],
		[{iterations: 1.5}, /positive integer/],
	];
	for (const [changes, message] of attempts)
		await t.throwsAsync(encodePfx(content, protection(changes)), {instanceOf: RangeError, message});
});
