// What somebody wrote: a profile after `extends` and the entries of `certificates` were laid over each other.
import type {Place} from '../problem/problem.js';

/** A value with the place where it stands; the place is null for what came from the command line or a screen. */
export type Written<T> = {
	readonly value: T;
	readonly place: Place | null;
};

export const kinds = ['ssl', 'signing'] as const;
export type Kind = (typeof kinds)[number];

export const keyTypes = ['rsa-2048', 'rsa-3072', 'rsa-4096', 'ecdsa-p256', 'ecdsa-p384'] as const;
export type KeyType = (typeof keyTypes)[number];

export const signatureHashes = ['sha256', 'sha384', 'sha512'] as const;
export type SignatureHash = (typeof signatureHashes)[number];

export const pfxEncryptions = ['compatible', 'modern'] as const;
export type PfxEncryption = (typeof pfxEncryptions)[number];

/**
 * Iterations of a PFX that fit everywhere: RFC 8018, section 4.2 recommends the fewest, and .NET 9 (Pkcs12LoaderLimits)
 * refuses more than the most in one key derivation.
 */
export const iterationRange = {least: 1000, most: 300_000} as const;

/** The two providers that SafeQ servers meet; the words are Windows' own. */
export const providers = [
	'Microsoft Software Key Storage Provider',
	'Microsoft Enhanced RSA and AES Cryptographic Provider',
] as const;
export type Provider = (typeof providers)[number];

export const outputs = ['pfx', 'cer', 'pem'] as const;
export type Output = (typeof outputs)[number];

/** RFC 5280, section 4.2.1.3, in bit order. */
export const keyUsages = [
	'digitalSignature',
	'nonRepudiation',
	'keyEncipherment',
	'dataEncipherment',
	'keyAgreement',
	'keyCertSign',
	'cRLSign',
	'encipherOnly',
	'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsages)[number];

/** RFC 5280, section 4.2.1.12; a profile may also hold a dotted OID. */
export const extendedKeyUsages = [
	'serverAuth',
	'clientAuth',
	'codeSigning',
	'emailProtection',
	'timeStamping',
	'OCSPSigning',
	'anyExtendedKeyUsage',
] as const;
export type ExtendedKeyUsage = (typeof extendedKeyUsages)[number];

/** The keys of a subject that is written as a mapping, in the order in which they are encoded. */
export const subjectKeys = [
	'countryName',
	'domainComponent',
	'stateOrProvinceName',
	'localityName',
	'organizationName',
	'organizationalUnitName',
	'commonName',
	'emailAddress',
] as const;
export type SubjectKey = (typeof subjectKeys)[number];

/** Each key's values as written, one or several (`domainComponent: [company, com]`). */
export type SubjectMapping = Readonly<Partial<Record<SubjectKey, readonly Written<string>[]>>>;

/** ISO dates, still text: `2028-11-30`. */
export type ValidityMapping = {
	readonly notBefore?: Written<string>;
	readonly notAfter?: Written<string>;
};

export type PfxOptions = {
	readonly encryption?: Written<PfxEncryption>;
	readonly iterations?: Written<number>;
	readonly provider?: Written<Provider>;
};

/** One certificate as written. A key that is absent was not written anywhere, or was removed with `null`. */
export type ProfileEntry = {
	/** Where the certificate is described: the entry of `certificates`, or the profile itself. */
	readonly place: Place | null;
	readonly kind?: Written<Kind>;
	readonly subject?: Written<string> | Written<SubjectMapping>;
	readonly friendlyName?: Written<string>;
	readonly subjectAlternativeNames?: Written<readonly Written<string>[]>;
	readonly key?: Written<KeyType>;
	readonly validity?: Written<string> | Written<ValidityMapping>;
	readonly keyUsage?: Written<readonly Written<KeyUsage>[]>;
	readonly extendedKeyUsage?: Written<readonly Written<string>[]>;
	readonly signatureHash?: Written<SignatureHash>;
	readonly pfx?: Written<PfxOptions>;
	readonly ipAddressesAsDnsNames?: Written<boolean>;
	readonly outputs?: Written<readonly Written<Output>[]>;
	readonly fileName?: Written<string>;
};

/** Where a profile was found: given as a path, or by name in one of the folders. */
export type ProfileOrigin = 'path' | 'current folder' | 'user folder' | 'shipped';

export type Profile = {
	/** `name`, or the file's name without its ending. */
	readonly name: string;
	readonly description: string | null;
	/** The file as people should see it. */
	readonly file: string;
	readonly origin: ProfileOrigin;
	/** One per certificate, at least one. */
	readonly entries: readonly ProfileEntry[];
	/** True when the profile has `certificates`. */
	readonly isBatch: boolean;
};
