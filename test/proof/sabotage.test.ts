// What is spoilt fails in the one line that names it, and a proof never throws.
import {execFileSync} from 'node:child_process';
import {createPrivateKey, X509Certificate} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {CertificatePlan} from '../../source/plan/plan.js';
import {type ProofInput, prove} from '../../source/proof/prove.js';
import {after, goodInput, issue, keyPair, now, pack, password, signingPlan, sslPlan} from './material.js';

/** Asserts that exactly this line is false, and that its detail says what is wrong. */
async function failsIn(t: ExecutionContext, input: ProofInput, check: string, detail: RegExp): Promise<void> {
	const failures = (await prove(input)).filter(each => !each.ok);
	t.deepEqual(
		failures.map(each => each.check),
		[check],
		JSON.stringify(failures),
	);
	t.regex(failures[0]?.detail ?? '', detail);
	t.false(JSON.stringify(failures).includes(password));
}

/** A certificate that was issued from another plan than the one that it is proven against. */
async function issuedFrom(plan: CertificatePlan, changes: Partial<CertificatePlan>): Promise<ProofInput> {
	return {...(await goodInput({...plan, ...changes})), plan};
}

/** Runs openssl in a folder of its own that holds key and certificate; gives back the PFX that it writes. */
function opensslPfx(plan: CertificatePlan, certificate: Uint8Array, options: readonly string[]): Uint8Array {
	const folder = mkdtempSync(path.join(tmpdir(), 'proof-'));
	try {
		const key = keyPair(plan.key).privateKey.export({type: 'pkcs8', format: 'pem'});
		writeFileSync(path.join(folder, 'key.pem'), key, {mode: 0o600});
		writeFileSync(path.join(folder, 'certificate.pem'), new X509Certificate(certificate).toString());
		const common = ['-inkey', 'key.pem', '-in', 'certificate.pem', '-passout', `pass:${password}`];
		execFileSync('openssl', ['pkcs12', '-export', ...common, '-out', 'out.pfx', ...options], {cwd: folder});
		return readFileSync(path.join(folder, 'out.pfx'));
	} finally {
		rmSync(folder, {recursive: true});
	}
}

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

test('a private key of another certificate', async t => {
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

test('a PFX that was packed with another certificate of the same key', async t => {
	const plan = sslPlan();
	const input = await goodInput(plan);
	await failsIn(
		t,
		{...input, pfx: await pack(plan, issue(plan))},
		'PFX holds this certificate and one key',
		/another certificate/,
	);
});

test('a PFX with one certificate too many', async t => {
	const input = await goodInput(sslPlan());
	const pfx = await pack(input.plan, input.certificate, {chain: [issue(signingPlan())]});
	await failsIn(
		t,
		{...input, pfx},
		'PFX holds this certificate and one key',
		/certificates: planned 1, found 2/,
	);
});

test('a signature that was made by another key', async t => {
	const plan = sslPlan();
	const certificate = Buffer.from(issue(plan));
	certificate[certificate.length - 1] = (certificate.at(-1) ?? 0) ^ 1;
	const pfx = await pack(plan, certificate);
	await failsIn(
		t,
		{plan, certificate, pfx, password, now},
		'signature verifies with its own key',
		/does not/,
	);
});

test('a missing name', async t => {
	const plan = sslPlan();
	const subjectAlternativeNames = plan.subjectAlternativeNames.filter(each => each.value !== 'js1');
	await failsIn(
		t,
		await issuedFrom(plan, {subjectAlternativeNames}),
		'subject alternative names as planned',
		/^missing: dns:js1$/,
	);
});

test('an address that stands there as a DNS name', async t => {
	const plan = sslPlan('rsa-2048', {subjectAlternativeNames: [{type: 'ip', value: '10.20.1.11'}]});
	await failsIn(
		t,
		await issuedFrom(plan, {subjectAlternativeNames: [{type: 'dns', value: '10.20.1.11'}]}),
		'subject alternative names as planned',
		/^missing: ip:10\.20\.1\.11; not planned: dns:10\.20\.1\.11$/,
	);
});

test('a name twice', async t => {
	const plan = sslPlan();
	const subjectAlternativeNames = [...plan.subjectAlternativeNames, {type: 'dns', value: 'js1'} as const];
	await failsIn(
		t,
		await issuedFrom(plan, {subjectAlternativeNames}),
		'subject alternative names as planned',
		/^order/,
	);
});

test('another subject', async t => {
	const subject = [[{type: '2.5.4.3', value: 'js2.company.com'}]];
	await failsIn(
		t,
		await issuedFrom(sslPlan(), {subject}),
		'subject and issuer as planned',
		/^subject: planned OU=Print\+CN=js1\.company\.com,.*found CN=js2\.company\.com$/,
	);
});

test('changed dates, at either end', async t => {
	for (const [changes, detail] of [
		[{notBefore: after(-2)}, /^notBefore: planned /],
		[{notAfter: after(24)}, /^notAfter: planned /],
		[{notAfter: after(-0.5)}, /^notAfter: planned /],
	] as const)
		await failsIn(t, await issuedFrom(sslPlan(), changes), 'validity as planned', detail);
});

test('another key type or size, and another hash', async t => {
	const usages = {keyUsage: ['digitalSignature']} as const;
	const check = 'key and signature algorithm as planned';
	await failsIn(
		t,
		await issuedFrom(sslPlan('ecdsa-p256', usages), {key: 'ecdsa-p384'}),
		check,
		/^key: planned ec 256 prime256v1, found ec 384 secp384r1$/,
	);
	await failsIn(
		t,
		await issuedFrom(sslPlan(), {key: 'rsa-3072'}),
		check,
		/^key: planned rsa 2048, found rsa 3072$/,
	);
	await failsIn(t, await issuedFrom(sslPlan(), {signatureHash: 'sha512'}), check, /^signatureAlgorithm: /);
});

test('wrong usages', async t => {
	for (const [changes, detail] of [
		[{keyUsage: ['digitalSignature']}, /^keyUsage: planned digitalSignature, keyEncipherment/],
		[{keyUsage: []}, /found none; keyUsage is not critical$/],
		[{extendedKeyUsage: ['1.3.6.1.5.5.7.3.2']}, /^extendedKeyUsage: .* found 1\.3\.6\.1\.5\.5\.7\.3\.2$/],
		[{extendedKeyUsage: []}, /^extendedKeyUsage: .* found none$/],
	] as const)
		await failsIn(t, await issuedFrom(sslPlan(), changes), 'usages as planned', detail);
});

test('a certificate of openssl that is a CA', async t => {
	const plan = sslPlan('rsa-2048', {subject: [[{type: '2.5.4.3', value: 'js1'}]]});
	const folder = mkdtempSync(path.join(tmpdir(), 'proof-'));
	t.teardown(() => rmSync(folder, {recursive: true}));
	writeFileSync(
		path.join(folder, 'key.pem'),
		keyPair('rsa-2048').privateKey.export({type: 'pkcs8', format: 'pem'}),
		{mode: 0o600},
	);
	const names = plan.subjectAlternativeNames
		.map(({type, value}) => `${type.toUpperCase()}:${value}`)
		.join(',');
	const extensions = [
		`subjectAltName=${names}`,
		'basicConstraints=critical,CA:TRUE,pathlen:0',
		'keyUsage=critical,digitalSignature,keyEncipherment',
		'extendedKeyUsage=serverAuth',
		'authorityKeyIdentifier=none',
	];
	const certificate = execFileSync(
		'openssl',
		[
			...['req', '-x509', '-new', '-key', 'key.pem', '-subj', '/CN=js1', '-days', '30', '-outform', 'DER'],
			...extensions.flatMap(each => ['-addext', each]),
		],
		{cwd: folder},
	);
	const {validFromDate, validToDate} = new X509Certificate(certificate);
	await failsIn(
		t,
		{
			plan: {...plan, notBefore: validFromDate, notAfter: validToDate},
			certificate,
			pfx: await pack(plan, certificate),
			password,
			now,
		},
		'end-entity certificate, not a CA',
		/^cA is TRUE; pathLenConstraint: planned none, found 0$/,
	);
});

test('another password', async t => {
	const input = await goodInput(sslPlan());
	await failsIn(t, {...input, password: 'something else'}, 'PFX opens with its password', /./);
});

test('a truncated PFX, wherever it ends', async t => {
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

test('a friendly name on the key as well, where openssl writes it', async t => {
	const input = await goodInput(sslPlan());
	const options = [...compatible, ...provider, '-name', input.plan.friendlyName];
	await failsIn(
		t,
		{...input, pfx: opensslPfx(input.plan, input.certificate, options)},
		'friendly name on the certificate only',
		/^key: planned none, found YSoft SafeQ SSL js1$/,
	);
});

test('another friendly name, or none', async t => {
	const input = await goodInput(sslPlan());
	for (const friendlyName of ['YSoft SafeQ SSL js2', '']) {
		const pfx = await pack(input.plan, input.certificate, {friendlyName});
		await failsIn(t, {...input, pfx}, 'friendly name on the certificate only', /^certificate: planned /);
	}
});

test('another provider, or none', async t => {
	const input = await goodInput(sslPlan());
	for (const other of ['Microsoft Enhanced RSA and AES Cryptographic Provider', null]) {
		const pfx = await pack(input.plan, input.certificate, {provider: other});
		await failsIn(t, {...input, pfx}, 'key provider as planned', /^provider: planned Microsoft Software/);
	}
});

test('another encryption, other iterations, another MAC, certificates in the clear', async t => {
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

test('a PFX without a MAC', async t => {
	const input = await goodInput(sslPlan('rsa-2048', {friendlyName: ''}));
	const pfx = opensslPfx(input.plan, input.certificate, [...provider, ...compatible, '-nomac']);
	await failsIn(t, {...input, pfx}, 'PFX encryption as planned', /MAC: planned .* found none$/);
});

test('what is no certificate', async t => {
	const input = await goodInput(sslPlan());
	for (const certificate of [new Uint8Array(), input.certificate.subarray(0, 200), Uint8Array.of(0x30, 0)])
		await failsIn(t, {...input, certificate}, 'certificate can be read', /./);
});

test('usages that no client takes for a server, planned as they are', async t => {
	const plan = sslPlan('rsa-2048', {extendedKeyUsage: ['1.3.6.1.5.5.7.3.2']});
	await failsIn(
		t,
		await goodInput(plan),
		'TLS handshake',
		/^a client refuses the certificate: INVALID_PURPOSE$/,
	);
});

test('a certificate that expired, planned as it is', async t => {
	const plan = sslPlan('rsa-2048', {notBefore: after(-48), notAfter: after(-24)});
	await failsIn(t, await goodInput(plan), 'TLS handshake', /^the certificate expired at /);
});

test('a name that no client accepts, planned as it is', async t => {
	const subjectAlternativeNames = [
		{type: 'dns', value: 'js1.company.com'},
		{type: 'dns', value: 'a..company.com'},
	] as const;
	const plan = sslPlan('rsa-2048', {subjectAlternativeNames});
	await failsIn(
		t,
		await goodInput(plan),
		'every name and address is accepted',
		/^refused: a\.\.company\.com$/,
	);
});

test('a signing certificate whose key cannot make RS256 tokens', async t => {
	const plan = signingPlan('ecdsa-p256');
	await failsIn(t, await goodInput(plan), 'signs a token that verifies (RS256)', /RSA key/);
});

test('the key of a wrong curve is found before anything is tried with it', async t => {
	const plan = sslPlan('ecdsa-p256');
	const certificate = issue(plan);
	const other = createPrivateKey(keyPair('ecdsa-p384').privateKey.export({type: 'pkcs8', format: 'pem'}));
	const pfx = await pack(plan, certificate, {}, other);
	await failsIn(
		t,
		{plan, certificate, pfx, password, now},
		'private key belongs to the certificate',
		/another one/,
	);
});
