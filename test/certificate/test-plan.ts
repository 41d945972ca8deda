// A plan to start from: what the rules would make of a simple profile, without going through them.
import {issueCertificate} from '../../source/certificate/issue.js';
import type {CertificatePlan} from '../../source/plan/plan.js';
import type {KeyType, Kind} from '../../source/profile/profile.js';
import {testKeyPair} from './test-keys.js';

/** OIDs of the attributes that the tests use. */
export const attributeType = {
	countryName: '2.5.4.6',
	domainComponent: '0.9.2342.19200300.100.1.25',
	stateOrProvinceName: '2.5.4.8',
	localityName: '2.5.4.7',
	organizationName: '2.5.4.10',
	organizationalUnitName: '2.5.4.11',
	commonName: '2.5.4.3',
	serialNumber: '2.5.4.5',
	emailAddress: '1.2.840.113549.1.9.1',
} as const;

/** A plan of this kind, with `changes` laid over it. */
export function testPlan(kind: Kind, key: KeyType, changes: Partial<CertificatePlan> = {}): CertificatePlan {
	const ssl = kind === 'ssl';
	return {
		kind,
		friendlyName: ssl ? 'YSoft SafeQ SSL srv01.company.com' : 'YSoft SafeQ Signing Certificate',
		subject: [
			[{type: attributeType.countryName, value: 'CZ'}],
			[{type: attributeType.organizationName, value: 'Company'}],
			[{type: attributeType.commonName, value: ssl ? 'srv01.company.com' : 'YSoft SafeQ'}],
		],
		subjectAlternativeNames: ssl
			? [
					{type: 'dns', value: 'srv01.company.com'},
					{type: 'dns', value: 'srv01'},
					{type: 'ip', value: '10.0.0.1'},
				]
			: [],
		key,
		signatureHash: 'sha256',
		notBefore: new Date('2026-01-01T00:00:00Z'),
		notAfter: new Date('2030-12-31T23:59:59Z'),
		keyUsage: ssl && key.startsWith('rsa') ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'],
		extendedKeyUsage: ssl ? ['1.3.6.1.5.5.7.3.1'] : [],
		pfx: {encryption: 'compatible', iterations: 2048, provider: 'Microsoft Software Key Storage Provider'},
		outputs: ['pfx', 'cer'],
		fileName: 'certificate',
		...changes,
	};
}

/** A serial number as the program makes them, but always the same. */
export const testSerialNumber = Uint8Array.from({length: 16}, (_, index) => 0x41 + index);

/** The plan as a self-signed certificate with the test key of its type. */
export function selfSigned(plan: CertificatePlan): Uint8Array {
	const {publicKey, privateKey} = testKeyPair(plan.key);
	return issueCertificate(plan, {
		subjectPublicKey: publicKey,
		signer: {privateKey, certificate: null},
		serialNumber: testSerialNumber,
	});
}
