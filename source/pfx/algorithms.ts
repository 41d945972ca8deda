// Ciphers, hash functions and schemes that PFX files from the wild use, by OID.
import type {HashName} from './key-derivation.js';

/** How to decrypt: by a cipher of node:crypto, or by one that OpenSSL 3 has put away. */
export type Cipher =
	| {readonly type: 'node'; readonly name: string}
	| {readonly type: 'rc2'; readonly effectiveKeyBits: number}
	| {readonly type: 'rc4'};

export type PbeScheme = {
	readonly name: string;
	readonly cipher: Cipher;
	readonly keyLength: number;
	readonly ivLength: number;
};

/** The key has two halves, the first is used again as the third. */
const twoKeyTripleDes: Cipher = {type: 'node', name: 'des-ede-cbc'};
const tripleDes: Cipher = {type: 'node', name: 'des-ede3-cbc'};

function pbe(name: string, cipher: Cipher, keyLength: number, ivLength: number): PbeScheme {
	return {name, cipher, keyLength, ivLength};
}

/** RFC 7292, appendix C: SHA-1 and the derivation of PKCS #12. */
export const pbeSchemes: Readonly<Record<string, PbeScheme>> = {
	'1.2.840.113549.1.12.1.1': pbe('pbeWithSHA1And128BitRC4', {type: 'rc4'}, 16, 0),
	'1.2.840.113549.1.12.1.2': pbe('pbeWithSHA1And40BitRC4', {type: 'rc4'}, 5, 0),
	'1.2.840.113549.1.12.1.3': pbe('pbeWithSHA1And3-KeyTripleDES-CBC', tripleDes, 24, 8),
	'1.2.840.113549.1.12.1.4': pbe('pbeWithSHA1And2-KeyTripleDES-CBC', twoKeyTripleDes, 16, 8),
	'1.2.840.113549.1.12.1.5': pbe('pbeWithSHA1And128BitRC2-CBC', {type: 'rc2', effectiveKeyBits: 128}, 16, 8),
	'1.2.840.113549.1.12.1.6': pbe('pbeWithSHA1And40BitRC2-CBC', {type: 'rc2', effectiveKeyBits: 40}, 5, 8),
};

export type Pbes2Cipher = {readonly name: string; readonly node: string; readonly keyLength: number};

/** Encryption schemes of PBES2 (RFC 8018, appendix B.2; RFC 3565; RFC 3657). */
export const pbes2Ciphers: Readonly<Record<string, Pbes2Cipher>> = {
	'2.16.840.1.101.3.4.1.2': {name: 'AES-128-CBC', node: 'aes-128-cbc', keyLength: 16},
	'2.16.840.1.101.3.4.1.22': {name: 'AES-192-CBC', node: 'aes-192-cbc', keyLength: 24},
	'2.16.840.1.101.3.4.1.42': {name: 'AES-256-CBC', node: 'aes-256-cbc', keyLength: 32},
	'1.2.392.200011.61.1.1.1.2': {name: 'Camellia-128-CBC', node: 'camellia-128-cbc', keyLength: 16},
	'1.2.392.200011.61.1.1.1.3': {name: 'Camellia-192-CBC', node: 'camellia-192-cbc', keyLength: 24},
	'1.2.392.200011.61.1.1.1.4': {name: 'Camellia-256-CBC', node: 'camellia-256-cbc', keyLength: 32},
	'1.2.840.113549.3.7': {name: 'DES-EDE3-CBC', node: 'des-ede3-cbc', keyLength: 24},
};

export type HashFunction = {readonly name: string; readonly node: HashName};

const sha1: HashFunction = {name: 'SHA-1', node: 'sha1'};
const sha224: HashFunction = {name: 'SHA-224', node: 'sha224'};
const sha256: HashFunction = {name: 'SHA-256', node: 'sha256'};
const sha384: HashFunction = {name: 'SHA-384', node: 'sha384'};
const sha512: HashFunction = {name: 'SHA-512', node: 'sha512'};

/** Digests of a MAC (RFC 3279, RFC 5754). */
export const digests: Readonly<Record<string, HashFunction>> = {
	'1.3.14.3.2.26': sha1,
	'2.16.840.1.101.3.4.2.4': sha224,
	'2.16.840.1.101.3.4.2.1': sha256,
	'2.16.840.1.101.3.4.2.2': sha384,
	'2.16.840.1.101.3.4.2.3': sha512,
};

/** HMACs: pseudo-random function of PBKDF2, and messageAuthScheme of PBMAC1 (RFC 8018, appendix B.1.2). */
export const hmacs: Readonly<Record<string, HashFunction>> = {
	'1.2.840.113549.2.7': sha1,
	'1.2.840.113549.2.8': sha224,
	'1.2.840.113549.2.9': sha256,
	'1.2.840.113549.2.10': sha384,
	'1.2.840.113549.2.11': sha512,
};

/** Names of what is not read, for the error: people search for words, not for OIDs. */
const unsupportedNames: Readonly<Record<string, string>> = {
	'1.2.840.113549.1.5.1': 'pbeWithMD2AndDES-CBC',
	'1.2.840.113549.1.5.3': 'pbeWithMD5AndDES-CBC',
	'1.2.840.113549.1.5.4': 'pbeWithMD2AndRC2-CBC',
	'1.2.840.113549.1.5.6': 'pbeWithMD5AndRC2-CBC',
	'1.2.840.113549.1.5.10': 'pbeWithSHA1AndDES-CBC',
	'1.2.840.113549.1.5.11': 'pbeWithSHA1AndRC2-CBC',
	'1.2.410.200046.1.1.2': 'ARIA-128-CBC',
	'1.2.410.200046.1.1.7': 'ARIA-192-CBC',
	'1.2.410.200046.1.1.12': 'ARIA-256-CBC',
	'1.2.840.113549.2.5': 'MD5',
	'1.2.840.113549.3.2': 'RC2-CBC',
	'1.3.14.3.2.7': 'DES-CBC',
	'1.3.6.1.4.1.11591.4.11': 'scrypt',
	'2.16.840.1.101.3.4.2.6': 'SHA-512/256',
	'2.16.840.1.101.3.4.2.8': 'SHA3-256',
	'2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
	'2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
};

/** An algorithm that is not read, as people should see it: `scrypt (1.3.6.1.4.1.11591.4.11)`. */
export function unsupportedName(oid: string): string {
	const name = unsupportedNames[oid];
	return name === undefined ? oid : `${name} (${oid})`;
}
