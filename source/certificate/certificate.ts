// A certificate that was read: what stands in it, ours or anybody's.
import type {KeyObject} from 'node:crypto';
import type {DistinguishedName, GeneralName} from '../plan/plan.js';

export type KeyPair = {
	readonly publicKey: KeyObject;
	readonly privateKey: KeyObject;
};

/** A SAN entry of a kind that the program does not make: its GeneralName tag and its bytes in hex. */
export type OtherName = {
	readonly type: 'other';
	readonly value: string;
};

export type PublicKeyInfo = {
	readonly type: 'rsa' | 'ec' | 'other';
	/** Bits of the RSA modulus, RSA-PSS included, or of the curve's field; null when not known. */
	readonly bits: number | null;
	/** `prime256v1`, `secp384r1`; null for RSA and unknown curves. */
	readonly curve: string | null;
	/** The dotted OID of the algorithm. */
	readonly algorithm: string;
	/** subjectPublicKeyInfo, DER. */
	readonly spki: Uint8Array;
};

export type Certificate = {
	readonly der: Uint8Array;
	/** 1 or 3. */
	readonly version: number;
	/** Content bytes of the INTEGER, upper-case hex. */
	readonly serialNumber: string;
	/** Dotted OID of signatureAlgorithm. */
	readonly signatureAlgorithm: string;
	readonly issuer: DistinguishedName;
	/** The Name as encoded; what an issued certificate must repeat verbatim. */
	readonly issuerDer: Uint8Array;
	readonly subject: DistinguishedName;
	readonly subjectDer: Uint8Array;
	readonly notBefore: Date;
	readonly notAfter: Date;
	readonly publicKey: PublicKeyInfo;
	/** Null when there is no SAN extension. */
	readonly subjectAlternativeNames: readonly (GeneralName | OtherName)[] | null;
	/** RFC names in bit order; null when there is no such extension. */
	readonly keyUsage: readonly string[] | null;
	/** Dotted OIDs; null when there is no such extension. */
	readonly extendedKeyUsage: readonly string[] | null;
	/** Null when there is no such extension. */
	readonly basicConstraints: {readonly cA: boolean; readonly pathLenConstraint: number | null} | null;
	/** Upper-case hex; null when there is no such extension. */
	readonly subjectKeyIdentifier: string | null;
	readonly authorityKeyIdentifier: string | null;
	/** Every extension in its order: OID, critical, value (the OCTET STRING's content). */
	readonly extensions: readonly {
		readonly oid: string;
		readonly critical: boolean;
		readonly value: Uint8Array;
	}[];
	/** SHA-1 of the DER, upper-case hex: Windows' thumbprint. */
	readonly thumbprint: string;
	/** SHA-256 of the DER, upper-case hex. */
	readonly sha256: string;
};
