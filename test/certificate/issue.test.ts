// What stands in a certificate that we issue, and what is refused instead of being signed.
import {createHash, generateKeyPairSync, X509Certificate} from 'node:crypto';
import test from 'ava';
import {type IssueInput, issueCertificate} from '../../source/certificate/issue.js';
import {readCertificate} from '../../source/certificate/read.js';
import {serialNumberFrom} from '../../source/certificate/serial-number.js';
import type {CertificatePlan} from '../../source/plan/plan.js';
import {keyTypes} from '../../source/profile/profile.js';
import {testKeyPair} from './test-keys.js';
import {attributeType, selfSigned, testPlan, testSerialNumber} from './test-plan.js';

const {publicKey, privateKey} = testKeyPair('ecdsa-p256');
const input: IssueInput = {
	subjectPublicKey: publicKey,
	signer: {privateKey, certificate: null},
	serialNumber: testSerialNumber,
};
const issue = (changes: Partial<CertificatePlan>, other: Partial<IssueInput> = {}) =>
	issueCertificate(testPlan('ssl', 'ecdsa-p256', changes), {...input, ...other});

test('everything that the plan says stands in the certificate', t => {
	for (const key of keyTypes) {
		const plan = testPlan('ssl', key);
		const certificate = readCertificate(selfSigned(plan));
		t.like(certificate, {
			version: 3,
			serialNumber: Buffer.from(testSerialNumber).toString('hex').toUpperCase(),
			subject: plan.subject,
			issuer: plan.subject,
			subjectAlternativeNames: plan.subjectAlternativeNames,
			keyUsage: plan.keyUsage,
			extendedKeyUsage: plan.extendedKeyUsage,
			basicConstraints: {cA: false, pathLenConstraint: null},
			authorityKeyIdentifier: null,
		});
		t.deepEqual([certificate.notBefore, certificate.notAfter], [plan.notBefore, plan.notAfter]);
		t.like(certificate.publicKey, {
			type: key.startsWith('rsa') ? 'rsa' : 'ec',
			bits: Number(/\d+$/.exec(key)?.[0]),
		});
	}
});

test('extensions in their order; critical are key usage and basic constraints (RFC 5280, section 4.2.1)', t => {
	const ids = (certificate: Uint8Array) =>
		readCertificate(certificate).extensions.map(({oid, critical}) => `${oid}${critical ? ' critical' : ''}`);
	t.deepEqual(ids(selfSigned(testPlan('ssl', 'rsa-2048'))), [
		'2.5.29.14',
		'2.5.29.37',
		'2.5.29.17',
		'2.5.29.15 critical',
		'2.5.29.19 critical',
	]);
	t.deepEqual(ids(selfSigned(testPlan('signing', 'rsa-2048'))), [
		'2.5.29.14',
		'2.5.29.15 critical',
		'2.5.29.19 critical',
	]);
	t.deepEqual(ids(issue({keyUsage: []})), ['2.5.29.14', '2.5.29.37', '2.5.29.17', '2.5.29.19 critical']);
});

test('signature algorithms by key and hash: NULL for RSA, nothing for ECDSA (RFC 4055, RFC 5758)', t => {
	const identifiers = {
		'rsa-2048': {
			sha256: '300d06092a864886f70d01010b0500',
			sha384: '300d06092a864886f70d01010c0500',
			sha512: '300d06092a864886f70d01010d0500',
		},
		'ecdsa-p256': {
			sha256: '300a06082a8648ce3d040302',
			sha384: '300a06082a8648ce3d040303',
			sha512: '300a06082a8648ce3d040304',
		},
	} as const;
	for (const key of ['rsa-2048', 'ecdsa-p256'] as const)
		for (const signatureHash of ['sha256', 'sha384', 'sha512'] as const) {
			const der = selfSigned(testPlan('ssl', key, {signatureHash}));
			const parts = Buffer.from(der).toString('hex').split(identifiers[key][signatureHash]);
			t.is(parts.length, 3, 'once inside of what is signed, once outside');
			t.true(new X509Certificate(der).verify(testKeyPair(key).publicKey));
		}
});

test('the subject key identifier is SHA-1 of the public key bits (RFC 5280, section 4.2.1.2, method 1)', t => {
	for (const key of keyTypes) {
		const pair = testKeyPair(key);
		// The key bits are all that follows the unused-bits octet of the BIT STRING: for EC the point, for RSA PKCS #1.
		const spki = pair.publicKey.export({type: 'spki', format: 'der'});
		const length = key === 'ecdsa-p256' ? 65 : 97;
		const bits = key.startsWith('rsa')
			? pair.publicKey.export({type: 'pkcs1', format: 'der'})
			: spki.subarray(-length);
		const expected = createHash('sha1').update(bits).digest('hex').toUpperCase();
		t.is(readCertificate(selfSigned(testPlan('ssl', key))).subjectKeyIdentifier, expected);
	}
});

test('the same plan, key and serial number give the same bytes, but for the random of ECDSA', t => {
	t.deepEqual(selfSigned(testPlan('ssl', 'rsa-2048')), selfSigned(testPlan('ssl', 'rsa-2048')));
	const [one, two] = [issue({}), issue({})];
	t.notDeepEqual(one, two);
	// SEQUENCE and tbsCertificate have lengths of two octets each here.
	const tbs = (der: Uint8Array) => der.subarray(4, 8 + new DataView(der.buffer, der.byteOffset).getUint16(6));
	t.deepEqual(tbs(one), tbs(two));
});

test('serial numbers: 16 octets, the first 0x40 to 0x7f, always positive (RFC 5280, section 4.1.2.2)', t => {
	for (const octet of [0x00, 0x3f, 0x40, 0x80, 0xff]) {
		const serialNumber = serialNumberFrom(length => new Uint8Array(length).fill(octet));
		const [first = 0, ...rest] = serialNumber;
		t.is(serialNumber.length, 16);
		t.true(first >= 0x40 && first <= 0x7f);
		t.true(rest.every(each => each === octet));
	}
});

const refused: readonly (readonly [title: string, attempt: () => unknown, said: RegExp])[] = [
	[
		'an end before the beginning',
		() => issue({notAfter: new Date('2025-01-01T00:00:00Z')}),
		/notAfter is not after/,
	],
	[
		'an end at the beginning',
		() => issue({notAfter: new Date('2026-01-01T00:00:00Z')}),
		/notAfter is not after/,
	],
	['an invalid date', () => issue({notAfter: new Date('never')}), /notAfter is not after/],
	['fractions of a second', () => issue({notAfter: new Date('2030-01-01T00:00:00.5Z')}), /whole seconds/],
	['no subject without an issuer', () => issue({subject: []}), /needs a subject/],
	['a negative serial number', () => issue({}, {serialNumber: Uint8Array.of(0x80)}), /serial number/],
	['serial number 0', () => issue({}, {serialNumber: Uint8Array.of(0)}), /serial number/],
	['an empty serial number', () => issue({}, {serialNumber: new Uint8Array(0)}), /serial number/],
	[
		'a serial number of 21 octets',
		() => issue({}, {serialNumber: new Uint8Array(21).fill(1)}),
		/serial number/,
	],
	[
		'the key of somebody else',
		() => issue({}, {signer: {privateKey: testKeyPair('ecdsa-p384').privateKey, certificate: null}}),
		/not the one of the issuer/,
	],
	[
		'another CA key than the certificate says',
		() =>
			issue(
				{},
				{signer: {privateKey, certificate: readCertificate(selfSigned(testPlan('ssl', 'rsa-2048')))}},
			),
		/not the one of the issuer/,
	],
	[
		'a country that no PrintableString holds',
		() => issue({subject: [[{type: attributeType.countryName, value: 'Č'}]]}),
		/PrintableString/,
	],
	[
		'an e-mail address that is not ASCII',
		() => issue({subject: [[{type: attributeType.emailAddress, value: 'ü@company.com'}]]}),
		/IA5String/,
	],
	[
		'a DNS name that is not an A-label',
		() => issue({subjectAlternativeNames: [{type: 'dns', value: 'münchen.de'}]}),
		/not a name of type dns/,
	],
	[
		'an empty name',
		() => issue({subjectAlternativeNames: [{type: 'dns', value: ''}]}),
		/not a name of type dns/,
	],
	[
		'an address out of range',
		() => issue({subjectAlternativeNames: [{type: 'ip', value: '300.1.1.1'}]}),
		/not a name of type ip/,
	],
	[
		'an address with a zone',
		() => issue({subjectAlternativeNames: [{type: 'ip', value: 'fe80::1%eth0'}]}),
		/not a name of type ip/,
	],
	['a purpose that is no OID', () => issue({extendedKeyUsage: ['serverAuth']}), /not an object identifier/],
];

for (const [title, attempt, said] of refused)
	test(`not signed: ${title}`, t => {
		t.throws(attempt, {instanceOf: RangeError, message: said});
	});

test('not signed: with a key that is neither RSA nor ECDSA', t => {
	const pair = generateKeyPairSync('ed25519');
	const signer = {privateKey: pair.privateKey, certificate: null};
	t.throws(() => issue({}, {subjectPublicKey: pair.publicKey, signer}), {
		message: 'cannot sign with a key of type ed25519',
	});
});
