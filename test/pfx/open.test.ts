// Opening files that are not ours, not whole, not a PFX, or that ask for too much.
import {generateKeyPairSync} from 'node:crypto';
import test, {type ExecutionContext} from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {explicit, integer, objectIdentifier, octetString, sequence, setOf} from '../../source/der/build.js';
import {decodeDer} from '../../source/der/decode.js';
import {encodeDer} from '../../source/der/encode.js';
import {bmpString} from '../../source/der/text.js';
import type {DerValue} from '../../source/der/value.js';
import {type OpenOptions, openPfx} from '../../source/pfx/open.js';
import type {PfxErrorReason} from '../../source/pfx/pfx-error.js';
import {privateKeyOf} from './private-key-of.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {pfxOf, pfxPlan} from '../interop/our-files.js';
import {assemble, contentInfos, dataInfo, sha1Mac} from './test-pfx.js';

const password = 'password';
const certificate = selfSigned(testPlan('ssl', 'ecdsa-p256'));
const {privateKey} = testKeyPair('ecdsa-p256');

const ours = async (iterations = 100) =>
	(await pfxOf(testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('compatible', iterations)}), password))[1];

async function fails(
	t: ExecutionContext,
	bytes: Uint8Array,
	reason: PfxErrorReason,
	message: RegExp,
	options?: OpenOptions,
): Promise<void> {
	const error = await t.throwsAsync(openPfx(bytes, password, options));
	t.like(error, {name: 'PfxError', reason});
	t.regex(error?.message ?? '', message);
}

const bag = (oid: string, value: DerValue, ...attributes: readonly DerValue[]) =>
	sequence(
		objectIdentifier(oid),
		explicit(0, value),
		...(attributes.length === 0 ? [] : [setOf(...attributes)]),
	);
const bagType = (number: number) => `1.2.840.113549.1.12.10.1.${number}`;
const certBag = bag(
	bagType(3),
	sequence(objectIdentifier('1.2.840.113549.1.9.22.1'), explicit(0, octetString(certificate))),
);
const withBags = (...bags: readonly DerValue[]) => assemble([dataInfo(encodeDer(sequence(...bags)))]);

test('what does not begin as a PFX does is none', async t => {
	const pem = Buffer.from(certificateToPem(certificate));
	for (const bytes of [new Uint8Array(0), pem, certificate, Buffer.from('hello'), encodeDer(integer(3))])
		await fails(t, bytes, 'not-a-pfx', /^this is not a PFX$/);
});

test('a file that was cut off or lengthened is damaged, wherever that happened', async t => {
	const pfx = await ours(1);
	for (const length of [60, 200, pfx.length - 1])
		await fails(t, pfx.subarray(0, length), 'damaged', /^the file is damaged: /);
	await fails(t, Buffer.concat([pfx, Buffer.of(0)]), 'damaged', /more bytes follow/);
});

test('another password is wrong, and so is the right one with a blank', async t => {
	const pfx = await ours();
	for (const wrong of ['', 'Password', ' password', 'password ', 'password\n'])
		t.like(await t.throwsAsync(openPfx(pfx, wrong)), {
			reason: 'wrong-password',
			message: 'the password is wrong',
		});
});

test('without a MAC, the padding or what comes out shows that the password is wrong', async t => {
	const pfx = await assemble(contentInfos(await ours(1)));
	t.is((await openPfx(pfx, password)).mac, null);
	for (let count = 0; count < 600; count++)
		t.like(await t.throwsAsync(openPfx(pfx, `wrong ${count}`)), {reason: 'wrong-password'});
});

test('a MAC that fits over content that does not: damaged, not a wrong password', async t => {
	const [keys] = contentInfos(
		(await pfxOf(testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('compatible', 1)}), 'other'))[1],
	);
	if (keys === undefined) return t.fail();
	const pfx = await assemble([keys], sha1Mac(password));
	return fails(t, pfx, 'damaged', /the password fits the file, but the private key cannot be decrypted/);
});

test('unencrypted keys, nested bags and attributes are read; other bags are skipped by name', async t => {
	const pkcs8 = {format: 'der', type: 'pkcs8'} as const;
	const attributes = [
		sequence(objectIdentifier('1.2.840.113549.1.9.20'), setOf(bmpString('on the key'))),
		sequence(objectIdentifier('1.2.840.113549.1.9.21'), setOf(octetString(Uint8Array.of(1, 0, 0, 0)))),
		sequence(objectIdentifier('1.3.6.1.4.1.311.17.2'), setOf()),
	];
	const keyBag = bag(bagType(1), decodeDer(privateKey.export(pkcs8)), ...attributes);
	const secretBag = bag(
		bagType(5),
		sequence(objectIdentifier('1.2.3'), explicit(0, octetString(new Uint8Array(1)))),
	);
	const crlBag = bag(bagType(4), sequence());
	const sdsi = bag(
		bagType(3),
		sequence(objectIdentifier('1.2.840.113549.1.9.22.2'), explicit(0, octetString(certificate))),
	);
	const nested = bag(bagType(6), sequence(certBag, crlBag));
	const opened = await openPfx(
		await withBags(keyBag, secretBag, nested, sdsi, bag('1.2.3.4', sequence())),
		password,
	);
	t.like(opened.keys[0], {
		friendlyName: 'on the key',
		localKeyId: '01000000',
		provider: null,
		encryption: null,
	});
	t.deepEqual(
		opened.certificates.map(({der}) => Buffer.from(der)),
		[Buffer.from(certificate)],
	);
	t.deepEqual(opened.skipped, ['secretBag', 'crlBag', 'sdsiCertificate', 'bag 1.2.3.4']);
	t.deepEqual([opened.encryption, opened.mac], [[], null]);
});

test('the key of a certificate is found by comparing keys, whatever the localKeyIds say', async t => {
	const other = generateKeyPairSync('ec', {namedCurve: 'P-256'}).privateKey;
	const keyBag = (key: typeof other) =>
		bag(bagType(1), decodeDer(key.export({format: 'der', type: 'pkcs8'})));
	const both = await openPfx(await withBags(keyBag(other), keyBag(privateKey), certBag), password);
	t.true(privateKeyOf(both, certificate)?.equals(privateKey));
	const none = await openPfx(await withBags(keyBag(other), certBag), password);
	t.is(privateKeyOf(none, certificate), null);
});

test('other versions and other ways to protect a PFX are named', async t => {
	const signed = sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, sequence()));
	await fails(
		t,
		encodeDer(sequence(integer(3), signed)),
		'unsupported-algorithm',
		/^a PFX that is signed instead of having a MAC is not supported$/,
	);
	const other = sequence(objectIdentifier('1.2.840.113549.1.7.3'), explicit(0, sequence()));
	await fails(
		t,
		encodeDer(sequence(integer(3), other)),
		'unsupported-algorithm',
		/way to authenticate.*1\.2\.840\.113549\.1\.7\.3/,
	);
	const old = encodeDer(sequence(integer(1), dataInfo(encodeDer(sequence()))));
	await fails(t, old, 'unsupported-algorithm', /^a PFX of version 1, not 3$/);
	await fails(
		t,
		await assemble([other]),
		'unsupported-algorithm',
		/way to encrypt.*1\.2\.840\.113549\.1\.7\.3/,
	);
});

/** A shrouded key bag that asks for so many iterations. */
const greedyBag = (iterations: number) => {
	const parameters = sequence(octetString(Buffer.alloc(8)), integer(iterations));
	const algorithm = sequence(objectIdentifier('1.2.840.113549.1.12.1.3'), parameters);
	return bag(bagType(2), sequence(algorithm, octetString(Buffer.alloc(8))));
};

test('a file may ask for five million iterations at most, times chains, summed over its bags', async t => {
	const start = performance.now();
	// Three chains make a key and an IV of 3DES.
	await fails(t, await withBags(greedyBag(5_000_001)), 'too-much-work', /more than 5000000 iterations/);
	await fails(t, await withBags(greedyBag(0x7fffffff)), 'too-much-work', /more than 5000000 iterations/);
	await fails(t, await withBags(...Array.from({length: 300}, () => greedyBag(0))), 'damaged', /0 iterations/);
	t.true(performance.now() - start < 1000, 'and that is found out before the work');
	const ordinary = await ours(1000);
	await fails(t, ordinary, 'too-much-work', /more than 6999 iterations/, {workLimit: 6999});
	t.is((await openPfx(ordinary, password, {workLimit: 7000})).keys.length, 1);
});

test('a file that takes long can be stopped, since it leaves turns to others', async t => {
	const pfx = await withBags(greedyBag(1_600_000));
	const controller = new AbortController();
	const reason = new Error('stopped');
	let turns = 0;
	const interval = setInterval(() => {
		if (++turns === 5) controller.abort(reason);
	}, 1);
	t.is(await t.throwsAsync(openPfx(pfx, password, {signal: controller.signal})), reason);
	clearInterval(interval);
	t.true(turns < 20, 'and it stops at once');
	await t.throwsAsync(openPfx(pfx, password, {signal: AbortSignal.abort(reason)}), {is: reason});
});

test('the password stands in no error', async t => {
	const secret = 'canary-password';
	const [, pfx] = await pfxOf(testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('compatible', 1)}), 'another');
	const changed = Buffer.from(pfx);
	for (const at of [10, 100, 300, pfx.length - 10]) {
		changed[at] = (changed[at] ?? 0) ^ 1;
		const error = await t.throwsAsync(openPfx(changed, secret));
		t.false(`${error?.message}${error?.stack}`.includes(secret));
	}
});
