// A certificate that is spoilt fails in the one line that names it, and a proof never throws.
import test from 'ava';
import {prove} from '../../source/proof/prove.js';
import {after, goodInput, issue, now, pack, password, signingPlan, sslPlan} from './material.js';
import {failsIn, issuedByOpenssl, issuedFrom} from './spoilt.js';

test('a signature that was made by another key is found out', async t => {
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

test('a missing name is found out', async t => {
	const plan = sslPlan();
	const subjectAlternativeNames = plan.subjectAlternativeNames.filter(each => each.value !== 'js1');
	await failsIn(
		t,
		await issuedFrom(plan, {subjectAlternativeNames}),
		'subject alternative names as planned',
		/^missing: dns:js1$/,
	);
});

test('an address that stands there as a DNS name is found out', async t => {
	const plan = sslPlan('rsa-2048', {subjectAlternativeNames: [{type: 'ip', value: '10.20.1.11'}]});
	await failsIn(
		t,
		await issuedFrom(plan, {subjectAlternativeNames: [{type: 'dns', value: '10.20.1.11'}]}),
		'subject alternative names as planned',
		/^missing: ip:10\.20\.1\.11; not planned: dns:10\.20\.1\.11$/,
	);
});

test('a name twice is found out', async t => {
	const plan = sslPlan();
	const subjectAlternativeNames = [...plan.subjectAlternativeNames, {type: 'dns', value: 'js1'} as const];
	await failsIn(
		t,
		await issuedFrom(plan, {subjectAlternativeNames}),
		'subject alternative names as planned',
		/^order/,
	);
});

test('another subject is found out', async t => {
	const subject = [[{type: '2.5.4.3', value: 'js2.company.com'}]];
	await failsIn(
		t,
		await issuedFrom(sslPlan(), {subject}),
		'subject and issuer as planned',
		/^subject: planned OU=Print\+CN=js1\.company\.com,.*found CN=js2\.company\.com$/,
	);
});

test('changed dates at either end are found out', async t => {
	for (const [changes, detail] of [
		[{notBefore: after(-2)}, /^notBefore: planned /],
		[{notAfter: after(24)}, /^notAfter: planned /],
		[{notAfter: after(-0.5)}, /^notAfter: planned /],
	] as const)
		await failsIn(t, await issuedFrom(sslPlan(), changes), 'validity as planned', detail);
});

test('another key type, key size and hash are found out', async t => {
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

test('wrong usages are found out', async t => {
	for (const [changes, detail] of [
		[{keyUsage: ['digitalSignature']}, /^keyUsage: planned digitalSignature, keyEncipherment/],
		[{keyUsage: []}, /found none; keyUsage is not critical$/],
		[{extendedKeyUsage: ['1.3.6.1.5.5.7.3.2']}, /^extendedKeyUsage: .* found 1\.3\.6\.1\.5\.5\.7\.3\.2$/],
		[{extendedKeyUsage: []}, /^extendedKeyUsage: .* found none$/],
	] as const)
		await failsIn(t, await issuedFrom(sslPlan(), changes), 'usages as planned', detail);
});

test('a certificate that openssl made as planned passes', async t => {
	t.deepEqual(
		(await prove(await issuedByOpenssl({}))).filter(each => !each.ok),
		[],
	);
});

for (const [what, changes, check, detail] of [
	[
		'a CA',
		{basicConstraints: 'critical,CA:TRUE,pathlen:0'},
		'end-entity certificate, not a CA',
		/^cA is TRUE; pathLenConstraint: planned none, found 0$/,
	],
	[
		'a basic constraints extension that is not critical',
		{basicConstraints: 'CA:FALSE'},
		'end-entity certificate, not a CA',
		/^basicConstraints is not critical$/,
	],
	[
		'a key usage that is not critical',
		{keyUsage: 'digitalSignature,keyEncipherment'},
		'usages as planned',
		/^keyUsage is not critical$/,
	],
	[
		'an extended key usage that is critical',
		{extendedKeyUsage: 'critical,serverAuth'},
		'usages as planned',
		/^extendedKeyUsage is critical$/,
	],
	[
		'a critical SAN beside a subject',
		{subjectAltName: 'critical,DNS:js1.company.com'},
		'subject alternative names as planned',
		/^critical where it should not be/,
	],
	[
		'an identifier that is not of this key',
		{subjectKeyIdentifier: '0102'},
		'version, serial number and identifiers',
		/^subjectKeyIdentifier: planned [\dA-F]{40}, found 0102$/,
	],
	[
		'an authority key identifier without an authority',
		{authorityKeyIdentifier: 'keyid:always'},
		'version, serial number and identifiers',
		/^authorityKeyIdentifier: planned none, found /,
	],
	[
		'an extension that nobody planned',
		{nsComment: 'made by hand'},
		'version, serial number and identifiers',
		/^other extensions: planned none, found 2\.16\.840\.1\.113730\.1\.13$/,
	],
] as const)
	test(`${what} is found out`, async t => failsIn(t, await issuedByOpenssl(changes), check, detail));

test('what is no certificate is found out', async t => {
	const input = await goodInput(sslPlan());
	for (const certificate of [new Uint8Array(), input.certificate.subarray(0, 200), Uint8Array.of(0x30, 0)])
		await failsIn(t, {...input, certificate}, 'certificate can be read', /./);
});

test('planned usages that no client takes for a server are found out', async t => {
	const plan = sslPlan('rsa-2048', {extendedKeyUsage: ['1.3.6.1.5.5.7.3.2']});
	await failsIn(
		t,
		await goodInput(plan),
		'TLS handshake',
		/^a client refuses the certificate: INVALID_PURPOSE$/,
	);
});

test('a certificate that was planned as expired is found out', async t => {
	const plan = sslPlan('rsa-2048', {notBefore: after(-48), notAfter: after(-24)});
	await failsIn(t, await goodInput(plan), 'TLS handshake', /^the certificate expired at /);
});

test('a planned name that no client accepts is found out', async t => {
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

test('a signing certificate whose key cannot make RS256 tokens is found out', async t => {
	const plan = signingPlan('ecdsa-p256');
	await failsIn(t, await goodInput(plan), 'signs a token that verifies (RS256)', /RSA key/);
});
