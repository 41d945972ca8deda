// What is good passes, for every kind and key type, and the lines say what was looked at.
import test from 'ava';
import {keyTypes, pfxEncryptions} from '../../source/profile/profile.js';
import type {ProofLine} from '../../source/proof/proof-line.js';
import {prove} from '../../source/proof/prove.js';
import {after, goodInput, now, signingPlan, sslPlan} from './material.js';

const failures = (lines: readonly ProofLine[]) => lines.filter(each => !each.ok);
const find = (lines: readonly ProofLine[], check: string) => lines.find(each => each.check === check);
const names = (lines: readonly ProofLine[]) => lines.map(each => each.check);

const inTheFiles = [
	'certificate can be read',
	'signature verifies with its own key',
	'subject and issuer as planned',
	'validity as planned',
	'key and signature algorithm as planned',
	'subject alternative names as planned',
	'usages as planned',
	'end-entity certificate, not a CA',
	'version, serial number and identifiers',
];
const inThePfx = [
	'PFX opens with its password',
	'PFX holds this certificate and one key',
	'private key belongs to the certificate',
	'PFX encryption as planned',
	'friendly name on the certificate only',
	'key provider as planned',
	'localKeyId joins key and certificate',
];
const identities = ['every name and address is accepted', 'a name that is not in it is refused'];

for (const key of keyTypes)
	for (const encryption of pfxEncryptions)
		test(`an SSL certificate with ${key} in a ${encryption} PFX is proven, with a TLS handshake`, async t => {
			const pfx = {...sslPlan().pfx, encryption, iterations: encryption === 'modern' ? 10_000 : 2048};
			const lines = await prove(await goodInput(sslPlan(key, {pfx})));
			t.deepEqual(failures(lines), []);
			t.deepEqual(names(lines), [...inTheFiles, ...inThePfx, 'TLS handshake', ...identities]);
			t.is(find(lines, 'TLS handshake')?.detail, null);
		});

for (const key of keyTypes.filter(each => each.startsWith('rsa')))
	test(`a signing certificate with ${key} is proven, with a token`, async t => {
		const lines = await prove(await goodInput(signingPlan(key)));
		t.deepEqual(failures(lines), []);
		t.deepEqual(names(lines), [...inTheFiles, ...inThePfx, 'signs a token that verifies (RS256)']);
	});

for (const signatureHash of ['sha384', 'sha512'] as const)
	test(`a certificate signed with ${signatureHash} is proven`, async t => {
		for (const key of ['rsa-2048', 'ecdsa-p384'] as const)
			t.deepEqual(failures(await prove(await goodInput(sslPlan(key, {signatureHash})))), []);
	});

test('a certificate with addresses only is proven without SNI (RFC 6066, section 3)', async t => {
	const subjectAlternativeNames = [
		{type: 'ip', value: '10.20.1.11'},
		{type: 'ip', value: '2001:db8::1'},
		{type: 'ip', value: '::ffff:1.2.3.4'},
	] as const;
	t.deepEqual(failures(await prove(await goodInput(sslPlan('ecdsa-p256', {subjectAlternativeNames})))), []);
});

test('a hundred and fifty names are all accepted', async t => {
	const subjectAlternativeNames = Array.from(
		{length: 150},
		(_, index) => ({type: 'dns', value: `js${index}.company.com`}) as const,
	);
	t.deepEqual(failures(await prove(await goodInput(sslPlan('ecdsa-p256', {subjectAlternativeNames})))), []);
});

test('what a handshake cannot judge is compared with the extension, and the line says so', async t => {
	const subjectAlternativeNames = [
		{type: 'dns', value: '*.local'},
		{type: 'dns', value: '10.20.1.11'},
		{type: 'ip', value: '10.20.1.11'},
		{type: 'email', value: 'it@company.com'},
		{type: 'uri', value: 'https://js1.company.com/a,b'},
	] as const;
	const lines = await prove(await goodInput(sslPlan('ecdsa-p256', {subjectAlternativeNames})));
	t.deepEqual(failures(lines), []);
	t.is(
		find(lines, 'every name and address is accepted')?.detail,
		'a handshake cannot judge *.local, 10.20.1.11, it@company.com, https://js1.company.com/a,b: compared with the extension instead',
	);
});

test('before notBefore there is no handshake, and the line says so', async t => {
	const plan = sslPlan('ecdsa-p256', {notBefore: after(24)});
	const lines = await prove(await goodInput(plan));
	t.deepEqual(failures(lines), []);
	t.regex(find(lines, 'TLS handshake')?.detail ?? '', /^not tried: the certificate is not valid before /);
	t.true(names(lines).includes('every name and address is accepted'));
});

test('when the computer has another date than the run, the handshake is made and the line says so', async t => {
	const plan = sslPlan('ecdsa-p256', {
		notBefore: new Date('2001-01-01T00:00:00Z'),
		notAfter: new Date('2002-01-01T00:00:00Z'),
	});
	const lines = await prove({...(await goodInput(plan)), now: new Date('2001-06-01T00:00:00Z')});
	t.deepEqual(failures(lines), []);
	t.regex(find(lines, 'TLS handshake')?.detail ?? '', /^made; .* the dates were only compared$/);
});

test('without a PFX the same checks are made, but for those that need its key', async t => {
	const ssl = await prove({...(await goodInput(sslPlan())), pfx: null});
	t.deepEqual(names(ssl), [...inTheFiles, ...identities]);
	t.deepEqual(failures(ssl), []);
	const signing = await prove({...(await goodInput(signingPlan())), pfx: null});
	t.deepEqual(names(signing), inTheFiles);
	t.deepEqual(failures(signing), []);
});

test('a proof leaves no socket and no timer behind', async t => {
	const input = await goodInput(sslPlan('ecdsa-p256'));
	const before = process.getActiveResourcesInfo().filter(each => /Timeout|TCP|TLS|Pipe/.test(each));
	await prove(input);
	await new Promise(resolve => {
		setImmediate(resolve);
	});
	const left = process.getActiveResourcesInfo().filter(each => /Timeout|TCP|TLS|Pipe/.test(each));
	t.true(left.length <= before.length, left.join(', '));
	t.true(now <= new Date());
});
