// A plan and a certificate to describe; no private key anywhere.
import type {Certificate} from '../../source/certificate/certificate.js';
import type {CertificatePlan, DistinguishedName} from '../../source/plan/plan.js';

export const subject: DistinguishedName = [
	[{type: '2.5.4.6', value: 'CZ'}],
	[{type: '2.5.4.10', value: 'Company, a.s.'}],
	[{type: '2.5.4.3', value: 'js1.company.com'}],
];

export const sslPlan: CertificatePlan = {
	kind: 'ssl',
	friendlyName: 'YSoft SafeQ SSL js1',
	subject,
	subjectAlternativeNames: [
		{type: 'dns', value: 'js1.company.com'},
		{type: 'dns', value: '*.print.company.com'},
		{type: 'ip', value: '10.20.1.11'},
		{type: 'ip', value: '2001:db8::1'},
		{type: 'email', value: 'it@company.com'},
		{type: 'uri', value: 'https://js1.company.com/'},
	],
	key: 'rsa-2048',
	signatureHash: 'sha256',
	notBefore: new Date('2026-11-22T12:07:00Z'),
	notAfter: new Date('2028-11-21T12:07:00Z'),
	keyUsage: ['digitalSignature', 'keyEncipherment'],
	extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
	pfx: {encryption: 'compatible', iterations: 2048, provider: 'Microsoft Software Key Storage Provider'},
	outputs: ['pfx', 'cer'],
	fileName: 'YSoft SafeQ SSL js1',
};

export const signingPlan: CertificatePlan = {
	...sslPlan,
	kind: 'signing',
	friendlyName: 'YSoft SafeQ Signing Certificate',
	subjectAlternativeNames: [],
	keyUsage: ['digitalSignature'],
	extendedKeyUsage: [],
	fileName: 'YSoft SafeQ Signing Certificate',
};

/** As somebody else's CA might issue it: extensions in another order, and some that nobody here decodes. */
export const foreignCertificate: Certificate = {
	der: new Uint8Array(),
	version: 3,
	serialNumber: '4C1F90027E',
	signatureAlgorithm: '1.2.840.10045.4.3.3',
	issuer: [[{type: '2.5.4.3', value: 'Issuing\u001b[31m CA'}]],
	issuerDer: new Uint8Array(),
	subject,
	subjectDer: new Uint8Array(),
	notBefore: new Date('2026-11-22T12:07:00Z'),
	notAfter: new Date('2056-11-21T12:07:00Z'),
	publicKey: {
		type: 'ec',
		bits: 384,
		curve: 'secp384r1',
		algorithm: '1.2.840.10045.2.1',
		spki: new Uint8Array(),
	},
	subjectAlternativeNames: [
		{type: 'dns', value: 'js1.company.com'},
		{type: 'other', value: 'a0 0603'},
	],
	keyUsage: ['keyAgreement', 'decipherOnly'],
	extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.2.3.4'],
	basicConstraints: {cA: true, pathLenConstraint: 0},
	subjectKeyIdentifier: '0A0B',
	authorityKeyIdentifier: 'FFEE',
	extensions: [
		{oid: '2.5.29.19', critical: true, value: Uint8Array.of(0x30, 0)},
		{oid: '1.2.3.4.5', critical: false, value: Uint8Array.of(0x04, 0xab)},
		{oid: '2.5.29.15', critical: true, value: new Uint8Array()},
		{oid: '2.5.29.31', critical: false, value: Uint8Array.of(0x30, 0x00)},
		{oid: '2.5.29.17', critical: false, value: new Uint8Array()},
		{oid: '2.5.29.37', critical: false, value: new Uint8Array()},
		{oid: '2.5.29.35', critical: false, value: new Uint8Array()},
		{oid: '2.5.29.14', critical: false, value: new Uint8Array()},
	],
	thumbprint: 'AA'.repeat(20),
	sha256: 'BB'.repeat(32),
};
