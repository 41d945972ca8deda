// The Details tab: words, order, and what a plan cannot know yet.
import test from 'ava';
import {readCertificate} from '../../source/certificate/read.js';
import {describeCertificate, describePlan} from '../../source/describe/describe.js';
import type {Detail} from '../../source/describe/detail.js';
import {keyUsageText} from '../../source/describe/extensions.js';
import {issue, signingPlan as realSigningPlan, sslPlan as realSslPlan} from '../proof/material.js';
import {foreignCertificate, signingPlan, sslPlan} from './plans.js';

const line = ({label, value}: Detail) => `${label}: ${typeof value === 'string' ? value : value.join(' | ')}`;

test('a planned SSL certificate reads like the Details tab of Windows', t => {
	t.deepEqual(describePlan(sslPlan).map(line), [
		'Version: V3',
		'Serial number: made when written',
		'Signature algorithm: sha256RSA',
		'Signature hash algorithm: sha256',
		'Issuer: CN=js1.company.com, O="Company, a.s.", C=CZ',
		'Valid from: 2026-11-22 12:07:00 UTC',
		'Valid to: 2028-11-21 12:07:00 UTC',
		'Subject: CN=js1.company.com, O="Company, a.s.", C=CZ',
		'Public key: RSA (2048 Bits)',
		'Public key parameters: 05 00',
		'Subject Key Identifier: made when written',
		'Enhanced Key Usage: Server Authentication (1.3.6.1.5.5.7.3.1)',
		'Subject Alternative Name: DNS Name=js1.company.com | DNS Name=*.print.company.com | IP Address=10.20.1.11 | IP Address=2001:db8::1 | RFC822 Name=it@company.com | URL=https://js1.company.com/',
		'Key Usage: Digital Signature, Key Encipherment (a0)',
		'Basic Constraints: Subject Type=End Entity | Path Length Constraint=None',
		'Thumbprint: made when written',
		'SHA-256 fingerprint: made when written',
		'Friendly name: YSoft SafeQ SSL js1',
	]);
});

test('a signing plan has no SAN and no Enhanced Key Usage', t => {
	const labels = describePlan(signingPlan).map(each => each.label);
	t.false(labels.includes('Subject Alternative Name'));
	t.false(labels.includes('Enhanced Key Usage'));
	t.true(labels.includes('Key Usage'));
});

test('what is known of the key before the certificate is made stands in the plan', t => {
	const details = describePlan(sslPlan, {serialNumber: '4C1F', subjectKeyIdentifier: 'AB01'}).map(line);
	t.true(details.includes('Serial number: 4c1f'));
	t.true(details.includes('Subject Key Identifier: ab01'));
});

test('extensions come not critical first, then critical, then properties', t => {
	const groups = describePlan(sslPlan).map(each => each.group);
	const order = ['field', 'extension', 'critical extension', 'property'];
	t.deepEqual([...new Set(groups)], order);
	t.deepEqual(
		groups,
		groups.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
	);
});

test('the SAN is critical when the subject is empty (RFC 5280, section 4.2.1.6)', t => {
	const san = describePlan({...sslPlan, subject: []}).find(each => each.label === 'Subject Alternative Name');
	t.is(san?.group, 'critical extension');
});

for (const [key, lines] of [
	['rsa-3072', ['sha512RSA', 'sha512', 'RSA (3072 Bits)', '05 00']],
	['ecdsa-p256', ['sha512ECDSA', 'sha512', 'ECC (256 Bits)', 'ECDSA_P256']],
	['ecdsa-p384', ['sha512ECDSA', 'sha512', 'ECC (384 Bits)', 'ECDSA_P384']],
] as const)
	test(`a plan with ${key} names its algorithms as Windows does`, t => {
		const wanted = ['Signature algorithm', 'Signature hash algorithm', 'Public key', 'Public key parameters'];
		const details = describePlan({...sslPlan, key, signatureHash: 'sha512'});
		t.deepEqual(
			details.filter(each => wanted.includes(each.label)).map(each => each.value),
			[...lines],
		);
	});

test("somebody else's certificate shows everything, unknown extensions as hex", t => {
	t.deepEqual(describeCertificate(foreignCertificate).map(line), [
		'Version: V3',
		'Serial number: 4c1f90027e',
		'Signature algorithm: sha384ECDSA',
		'Signature hash algorithm: sha384',
		'Issuer: CN=Issuing\\u{1b}[31m CA',
		'Valid from: 2026-11-22 12:07:00 UTC',
		'Valid to: 2056-11-21 12:07:00 UTC',
		'Subject: CN=js1.company.com, O="Company, a.s.", C=CZ',
		'Public key: ECC (384 Bits)',
		'Public key parameters: ECDSA_P384',
		'Subject Key Identifier: 0a0b',
		'Authority Key Identifier: KeyID=ffee',
		'Enhanced Key Usage: Client Authentication (1.3.6.1.5.5.7.3.2) | Unknown Key Usage (1.2.3.4)',
		'Subject Alternative Name: DNS Name=js1.company.com | Other Name=a0 0603',
		'CRL Distribution Points: 30 00',
		'1.2.3.4.5: 04 ab',
		'Key Usage: Key Agreement, Decipher Only (08 80)',
		'Basic Constraints: Subject Type=CA | Path Length Constraint=0',
		`Thumbprint: ${'aa'.repeat(20)}`,
		`SHA-256 fingerprint: ${'bb'.repeat(32)}`,
	]);
});

test('a friendly name cannot steer the terminal', t => {
	const details = describeCertificate(foreignCertificate, {friendlyName: 'a\u001b]0;x\u0007\u202eb'});
	t.is(details.at(-1)?.value, 'a\\u{1b}]0;x\\u{07}\\u{202e}b');
});

test('key usage bits are numbered from the left (RFC 5280, section 4.2.1.3)', t => {
	t.is(keyUsageText(['digitalSignature']), 'Digital Signature (80)');
	t.is(
		keyUsageText(['keyCertSign', 'cRLSign']),
		'Certificate Signing, Off-line CRL Signing, CRL Signing (06)',
	);
	t.is(keyUsageText(['encipherOnly']), 'Encipher Only (01)');
	t.is(keyUsageText(['decipherOnly']), 'Decipher Only (00 80)');
});

for (const plan of [realSslPlan('rsa-2048'), realSslPlan('ecdsa-p384'), realSigningPlan('rsa-3072')])
	test(`the description of a plan (${plan.kind}, ${plan.key}) is the one of its certificate`, t => {
		const certificate = readCertificate(issue(plan));
		const {friendlyName} = plan;
		const found = describeCertificate(certificate, {friendlyName});
		t.deepEqual(
			describePlan(plan, certificate),
			found.map(each =>
				['Thumbprint', 'SHA-256 fingerprint'].includes(each.label)
					? {...each, value: 'made when written'}
					: each,
			),
		);
		t.is(found.find(each => each.label === 'Thumbprint')?.value, certificate.thumbprint.toLowerCase());
	});
