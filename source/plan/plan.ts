// What is meant: everything about one certificate and its PFX that is decided before a key exists.
import type {
	KeyType,
	KeyUsage,
	Kind,
	Output,
	PfxEncryption,
	Provider,
	SignatureHash,
} from '../profile/profile.js';

/** GeneralName kinds that the program makes (RFC 5280, section 4.2.1.6). */
export type GeneralNameType = 'dns' | 'ip' | 'email' | 'uri';

/**
 * One entry of the SAN in its canonical form: DNS names as lower-case A-labels without a trailing dot,
 * addresses as RFC 5952 writes them.
 */
export type GeneralName = {
	readonly type: GeneralNameType;
	readonly value: string;
};

/** One AttributeTypeAndValue; `type` is the dotted OID, `value` the text. */
export type NameAttribute = {
	readonly type: string;
	readonly value: string;
};

/** RDNs in the order of the encoding (most significant first); most RDNs hold one attribute. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

export type PfxPlan = {
	readonly encryption: PfxEncryption;
	readonly iterations: number;
	readonly provider: Provider;
};

export type CertificatePlan = {
	readonly kind: Kind;
	readonly friendlyName: string;
	readonly subject: DistinguishedName;
	readonly subjectAlternativeNames: readonly GeneralName[];
	readonly key: KeyType;
	readonly signatureHash: SignatureHash;
	/** Whole seconds, UTC. */
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** Empty: no such extension. */
	readonly keyUsage: readonly KeyUsage[];
	/** Dotted OIDs; empty: no such extension. */
	readonly extendedKeyUsage: readonly string[];
	readonly pfx: PfxPlan;
	readonly outputs: readonly Output[];
	/** Without ending; safe on every system, never a path. */
	readonly fileName: string;
};

/** The server that a certificate is for; what `{fqdn}`, `{hostname}` and `{addresses}` stand for. */
export type Server = {
	/** As given, or this computer's hostname and DNS suffix. */
	readonly fqdn: string;
	readonly hostname: string;
	/** Null when nobody looked them up (no `{addresses}` in the profile). */
	readonly addresses: readonly ServerAddress[] | null;
	readonly isThisComputer: boolean;
};

export type ServerAddress = {
	readonly address: string;
	/** The adapter that has it, on this computer; null for what DNS said. */
	readonly adapter: string | null;
};
