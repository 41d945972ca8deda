// A PFX that is spoilt fails in the one line that names it, and a proof never throws.
import test from 'ava';
import {goodInput, issue, keyPair, now, pack, password, signingPlan, sslPlan} from './material.js';
import {failsIn, opensslPfx} from './spoilt.js';

const compatible = [
	'-keypbe',
	'PBE-SHA1-3DES',
	'-certpbe',
	'PBE-SHA1-3DES',
	'-macalg',
	'sha1',
	'-iter',
	'2048',
];
const provider = ['-CSP', 'Microsoft Software Key Storage Provider'];

test('a private key of another certificate is found out', async t => {
	const plan = sslPlan();
	const certificate = issue(plan);
	const pfx = await pack(plan, certificate, {}, keyPair(plan.key, true).privateKey);
	await failsIn(
		t,
		{plan, certificate, pfx, password, now},
		'private key belongs to the certificate',
		/another one/,
	);
});

test('a PFX that was packed with another certificate of the same key is found out', async t => {
	const plan = sslPlan();
	const input = await goodInput(plan);
	await failsIn(
		t,
		{...input, pfx: await pack(plan, issue(plan))},
		'PFX holds this certificate and one key',
		/another certificate/,
	);
});

test('a PFX with one certificate too many is found out', async t => {
	const input = await goodInput(sslPlan());
	const pfx = await pack(input.plan, input.certificate, {chain: [issue(signingPlan())]});
	await failsIn(
		t,
		{...input, pfx},
		'PFX holds this certificate and one key',
		/certificates: planned 1, found 2/,
	);
});

test('another password is found out', async t => {
	const input = await goodInput(sslPlan());
	await failsIn(t, {...input, password: 'something else'}, 'PFX opens with its password', /./);
});

test('a truncated PFX is found out wherever it ends', async t => {
	const input = await goodInput(sslPlan());
	const bytes = input.pfx ?? new Uint8Array();
	for (const length of [0, 1, 20, 500, bytes.length - 1])
		await failsIn(t, {...input, pfx: bytes.subarray(0, length)}, 'PFX opens with its password', /./);
});

test('a PFX with one changed byte does not open', async t => {
	const input = await goodInput(sslPlan());
	const bytes = Uint8Array.from(input.pfx ?? []);
	bytes[900] = (bytes[900] ?? 0) ^ 1;
	await failsIn(t, {...input, pfx: bytes}, 'PFX opens with its password', /./);
});

test('a friendly name that openssl writes on the key as well is found out', async t => {
	const input = await goodInput(sslPlan());
	const options = [...compatible, ...provider, '-name', input.plan.friendlyName];
	await failsIn(
		t,
		{...input, pfx: opensslPfx(input.plan, input.certificate, options)},
		'friendly name on the certificate only',
		/^key: planned none, found YSoft SafeQ SSL js1$/,
	);
});

test('another friendly name or none is found out', async t => {
	const input = await goodInput(sslPlan());
	for (const friendlyName of ['YSoft SafeQ SSL js2', '']) {
		const pfx = await pack(input.plan, input.certificate, {friendlyName});
		await failsIn(t, {...input, pfx}, 'friendly name on the certificate only', /^certificate: planned /);
	}
});

test('another provider or none is found out', async t => {
	const input = await goodInput(sslPlan());
	for (const other of ['Microsoft Enhanced RSA and AES Cryptographic Provider', null]) {
		const pfx = await pack(input.plan, input.certificate, {provider: other});
		await failsIn(t, {...input, pfx}, 'key provider as planned', /^provider: planned Microsoft Software/);
	}
});

test('another encryption, other iterations, another MAC, certificates in the clear are found out', async t => {
	const input = await goodInput(sslPlan('rsa-2048', {friendlyName: ''}));
	const check = 'PFX encryption as planned';
	const by = (...options: string[]) => opensslPfx(input.plan, input.certificate, [...provider, ...options]);
	const aes = by('-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256', '-iter', '2048');
	const md256 = by(...compatible.slice(0, 4), '-macalg', 'sha256', '-iter', '2048');
	const clear = by('-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'NONE', '-macalg', 'sha1', '-iter', '2048');
	const more = by(...compatible.slice(0, 6), '-iter', '3000');
	await failsIn(t, {...input, pfx: aes}, check, /^encryption: .*; MAC: /);
	await failsIn(t, {...input, pfx: md256}, check, /^MAC: planned HMAC-SHA-1 /);
	await failsIn(t, {...input, pfx: clear}, check, /^not everything is encrypted$/);
	await failsIn(t, {...input, pfx: more}, check, /found .* with 3000 iterations/);
});

test('a PFX without a MAC is found out', async t => {
	const input = await goodInput(sslPlan('rsa-2048', {friendlyName: ''}));
	const pfx = opensslPfx(input.plan, input.certificate, [...provider, ...compatible, '-nomac']);
	await failsIn(t, {...input, pfx}, 'PFX encryption as planned', /MAC: planned .* found none$/);
});

test('the key of a wrong curve is found before anything is tried with it', async t => {
	const plan = sslPlan('ecdsa-p256');
	const certificate = issue(plan);
	const other = keyPair('ecdsa-p384').privateKey;
	const pfx = await pack(plan, certificate, {}, other);
	await failsIn(
		t,
		{plan, certificate, pfx, password, now},
		'private key belongs to the certificate',
		/another one/,
	);
});
