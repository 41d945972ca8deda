// Object identifiers that certificates are made of.
import type {SignatureHash} from '../profile/profile.js';

/** Algorithms of subjectPublicKeyInfo (RFC 3279, section 2.3; RFC 5480). */
export const keyAlgorithm = {
	rsaEncryption: '1.2.840.113549.1.1.1',
	ecPublicKey: '1.2.840.10045.2.1',
	rsaPss: '1.2.840.113549.1.1.10',
} as const;

/** Algorithms of keys that the program does not make (RFC 4055; RFC 8410, section 3; RFC 9881, section 2). */
export const keyAlgorithmNames: Readonly<Record<string, string>> = {
	[keyAlgorithm.rsaPss]: 'RSA-PSS',
	'1.2.840.113549.1.1.7': 'RSA-OAEP',
	'1.2.840.10040.4.1': 'DSA',
	'1.3.101.110': 'X25519',
	'1.3.101.111': 'X448',
	'1.3.101.112': 'Ed25519',
	'1.3.101.113': 'Ed448',
	'2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
	'2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
	'2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

/** signatureAlgorithm by key and hash (RFC 4055, section 5; RFC 5758, section 3.2). */
export const signatureAlgorithms: Readonly<Record<'rsa' | 'ec', Readonly<Record<SignatureHash, string>>>> = {
	rsa: {
		sha256: '1.2.840.113549.1.1.11',
		sha384: '1.2.840.113549.1.1.12',
		sha512: '1.2.840.113549.1.1.13',
	},
	ec: {
		sha256: '1.2.840.10045.4.3.2',
		sha384: '1.2.840.10045.4.3.3',
		sha512: '1.2.840.10045.4.3.4',
	},
};

/** Named curves: what Node calls them, and the bits of their field. */
export const curves: Readonly<Record<string, {readonly name: string; readonly bits: number}>> = {
	'1.2.840.10045.3.1.7': {name: 'prime256v1', bits: 256},
	'1.3.132.0.34': {name: 'secp384r1', bits: 384},
	'1.3.132.0.35': {name: 'secp521r1', bits: 521},
	'1.3.132.0.10': {name: 'secp256k1', bits: 256},
	'1.3.132.0.33': {name: 'secp224r1', bits: 224},
	'1.2.840.10045.3.1.1': {name: 'prime192v1', bits: 192},
	'1.3.36.3.3.2.8.1.1.7': {name: 'brainpoolP256r1', bits: 256},
	'1.3.36.3.3.2.8.1.1.11': {name: 'brainpoolP384r1', bits: 384},
	'1.3.36.3.3.2.8.1.1.13': {name: 'brainpoolP512r1', bits: 512},
};

/** Extensions (RFC 5280, section 4.2.1). */
export const extension = {
	subjectKeyIdentifier: '2.5.29.14',
	keyUsage: '2.5.29.15',
	subjectAltName: '2.5.29.17',
	basicConstraints: '2.5.29.19',
	authorityKeyIdentifier: '2.5.29.35',
	extKeyUsage: '2.5.29.37',
} as const;
