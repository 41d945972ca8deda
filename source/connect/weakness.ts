// What in a chain is too weak for OpenSSL's security level 2, for which Node has no code of its own.
import type {Certificate} from '../certificate/certificate.js';
import {readCertificate} from '../certificate/read.js';

/** signatureAlgorithm with a digest below 112 bits of security (RFC 3279, section 2.2). */
const weakSignatures: Readonly<Record<string, string>> = {
	'1.2.840.113549.1.1.4': 'an MD5 signature',
	'1.2.840.113549.1.1.5': 'a SHA-1 signature',
	'1.2.840.10040.4.3': 'a SHA-1 signature',
	'1.2.840.10045.4.1': 'a SHA-1 signature',
};

/** Bits below which a key has less than 112 bits of security (NIST SP 800-57 part 1, table 2). */
const leastBits: Readonly<Record<'rsa' | 'ec', number>> = {rsa: 2048, ec: 224};

/** `an RSA key of 1024 bits and a SHA-1 signature`; null when nothing weak is found. Certificates as DER. */
export function weaknessOf(chain: readonly Uint8Array[]): string | null {
	const found = new Set(chain.flatMap(der => weaknesses(der)));
	return found.size === 0 ? null : [...found].join(' and ');
}

function weaknesses(der: Uint8Array): string[] {
	let certificate: Certificate;
	try {
		certificate = readCertificate(der);
	} catch {
		return [];
	}
	const {publicKey, signatureAlgorithm, issuerDer, subjectDer} = certificate;
	const {type, bits} = publicKey;
	const isWeakKey = type !== 'other' && bits !== null && bits < leastBits[type];
	// The signature of a root is not looked at: nothing is proven by it.
	const isRoot = Buffer.compare(issuerDer, subjectDer) === 0;
	const signature = isRoot ? undefined : weakSignatures[signatureAlgorithm];
	return [
		...(isWeakKey ? [`${type === 'rsa' ? 'an RSA' : 'an ECDSA'} key of ${bits} bits`] : []),
		...(signature === undefined ? [] : [signature]),
	];
}
