// The words that Windows has for algorithms, usages and extensions.
import type {PublicKeyInfo} from '../certificate/certificate.js';
import {keyName} from '../certificate/key-name.js';
import type {KeyUsage} from '../profile/profile.js';

type SignatureWords = {
	/** "Signature algorithm" in the Details tab. */
	readonly algorithm: string;
	/** "Signature hash algorithm"; null where the algorithm's identifier does not say. */
	readonly hash: string | null;
};

const signatures: Readonly<Record<string, SignatureWords>> = {
	'1.2.840.113549.1.1.4': {algorithm: 'md5RSA', hash: 'md5'},
	'1.2.840.113549.1.1.5': {algorithm: 'sha1RSA', hash: 'sha1'},
	'1.2.840.113549.1.1.10': {algorithm: 'RSASSA-PSS', hash: null},
	'1.2.840.113549.1.1.11': {algorithm: 'sha256RSA', hash: 'sha256'},
	'1.2.840.113549.1.1.12': {algorithm: 'sha384RSA', hash: 'sha384'},
	'1.2.840.113549.1.1.13': {algorithm: 'sha512RSA', hash: 'sha512'},
	'1.2.840.10045.4.1': {algorithm: 'sha1ECDSA', hash: 'sha1'},
	'1.2.840.10045.4.3.2': {algorithm: 'sha256ECDSA', hash: 'sha256'},
	'1.2.840.10045.4.3.3': {algorithm: 'sha384ECDSA', hash: 'sha384'},
	'1.2.840.10045.4.3.4': {algorithm: 'sha512ECDSA', hash: 'sha512'},
	'1.3.101.112': {algorithm: 'Ed25519', hash: null},
	'1.3.101.113': {algorithm: 'Ed448', hash: null},
};

/** Windows' words for the OID of a signatureAlgorithm; an OID that it has no word for stays as it is. */
export function signatureWords(oid: string): SignatureWords {
	return signatures[oid] ?? {algorithm: oid, hash: null};
}

/** "Public key": `RSA (2048 Bits)`; a key that Windows does not know has the name that others know. */
export function publicKeyWords(key: Omit<PublicKeyInfo, 'spki'>): string {
	const name = key.type === 'ec' ? 'ECC' : keyName(key);
	return key.bits === null ? name : `${name} (${key.bits} Bits)`;
}

/** "Public key parameters" of an EC key, by the curve's name in OpenSSL. */
export const curveWords: Readonly<Record<string, string>> = {
	prime256v1: 'ECDSA_P256',
	secp384r1: 'ECDSA_P384',
	secp521r1: 'ECDSA_P521',
};

/** Windows' words for the key usages. */
export const keyUsageWords: Readonly<Record<KeyUsage, string>> = {
	digitalSignature: 'Digital Signature',
	nonRepudiation: 'Non-Repudiation',
	keyEncipherment: 'Key Encipherment',
	dataEncipherment: 'Data Encipherment',
	keyAgreement: 'Key Agreement',
	keyCertSign: 'Certificate Signing',
	cRLSign: 'Off-line CRL Signing, CRL Signing',
	encipherOnly: 'Encipher Only',
	decipherOnly: 'Decipher Only',
};

const extendedKeyUsages: Readonly<Record<string, string>> = {
	'1.3.6.1.5.5.7.3.1': 'Server Authentication',
	'1.3.6.1.5.5.7.3.2': 'Client Authentication',
	'1.3.6.1.5.5.7.3.3': 'Code Signing',
	'1.3.6.1.5.5.7.3.4': 'Secure Email',
	'1.3.6.1.5.5.7.3.8': 'Time Stamping',
	'1.3.6.1.5.5.7.3.9': 'OCSP Signing',
	'1.3.6.1.4.1.311.20.2.2': 'Smart Card Logon',
	'1.3.6.1.4.1.311.10.3.12': 'Document Signing',
	'2.5.29.37.0': 'Any Purpose',
};

/** `Server Authentication (1.3.6.1.5.5.7.3.1)`. */
export function extendedKeyUsageWords(oid: string): string {
	return `${extendedKeyUsages[oid] ?? 'Unknown Key Usage'} (${oid})`;
}

/** Names of extensions; the first ones stand in the order in which this program shows and makes them. */
export const extensionWords: Readonly<Record<string, string>> = {
	'2.5.29.14': 'Subject Key Identifier',
	'2.5.29.35': 'Authority Key Identifier',
	'2.5.29.37': 'Enhanced Key Usage',
	'2.5.29.17': 'Subject Alternative Name',
	'2.5.29.15': 'Key Usage',
	'2.5.29.19': 'Basic Constraints',
	'2.5.29.30': 'Name Constraints',
	'2.5.29.31': 'CRL Distribution Points',
	'2.5.29.32': 'Certificate Policies',
	'1.3.6.1.5.5.7.1.1': 'Authority Information Access',
	'1.3.6.1.4.1.311.20.2': 'Certificate Template Name',
	'1.3.6.1.4.1.311.21.7': 'Certificate Template Information',
	'1.3.6.1.4.1.311.21.10': 'Application Policies',
	'1.3.6.1.4.1.11129.2.4.2': 'SCT List',
};
