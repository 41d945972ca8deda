// What a description needs to know: a certificate that exists and a plan for one, in the same shape.
import type {Certificate, PublicKeyInfo} from '../certificate/certificate.js';
import {extension as oids, signatureAlgorithms} from '../certificate/oids.js';
import type {CertificatePlan} from '../plan/plan.js';
import {plannedKeys} from '../proof/planned-key.js';

/** A certificate is its own facts; null in the parts that a plan does not decide means "not made yet". */
export type DetailFacts = Pick<
	Certificate,
	| 'version'
	| 'signatureAlgorithm'
	| 'issuer'
	| 'subject'
	| 'notBefore'
	| 'notAfter'
	| 'subjectAlternativeNames'
	| 'keyUsage'
	| 'extendedKeyUsage'
	| 'basicConstraints'
	| 'subjectKeyIdentifier'
	| 'authorityKeyIdentifier'
> & {
	readonly serialNumber: string | null;
	readonly publicKey: Omit<PublicKeyInfo, 'spki'>;
	readonly extensions: readonly {
		readonly oid: string;
		readonly critical: boolean;
		readonly value: Uint8Array | null;
	}[];
	readonly thumbprint: string | null;
	readonly sha256: string | null;
	/** Stands in the PFX, not in the certificate; null when there is none. */
	readonly friendlyName: string | null;
};

/** What is known of a planned certificate before it exists: its key may be made already, its serial number drawn. */
export type KnownFacts = {
	/** Upper-case hex. */
	readonly serialNumber?: string | null;
	/** Upper-case hex. */
	readonly subjectKeyIdentifier?: string | null;
};

/** The facts of the self-signed certificate that a plan leads to. */
export function planFacts(plan: CertificatePlan, known: KnownFacts = {}): DetailFacts {
	const {subject, subjectAlternativeNames: names, keyUsage, extendedKeyUsage} = plan;
	const publicKey = plannedKeys[plan.key];
	const extension = (oid: string, critical: boolean, present: boolean) =>
		present ? [{oid, critical, value: null}] : [];
	return {
		version: 3,
		serialNumber: known.serialNumber ?? null,
		signatureAlgorithm: signatureAlgorithms[publicKey.type][plan.signatureHash],
		issuer: subject,
		subject,
		notBefore: plan.notBefore,
		notAfter: plan.notAfter,
		publicKey,
		subjectAlternativeNames: names.length === 0 ? null : names,
		keyUsage: keyUsage.length === 0 ? null : keyUsage,
		extendedKeyUsage: extendedKeyUsage.length === 0 ? null : extendedKeyUsage,
		basicConstraints: {cA: false, pathLenConstraint: null},
		subjectKeyIdentifier: known.subjectKeyIdentifier ?? null,
		authorityKeyIdentifier: null,
		extensions: [
			...extension(oids.subjectKeyIdentifier, false, true),
			...extension(oids.extKeyUsage, false, extendedKeyUsage.length > 0),
			// RFC 5280, section 4.2.1.6: critical only when the subject is empty.
			...extension(oids.subjectAltName, subject.length === 0, names.length > 0),
			...extension(oids.keyUsage, true, keyUsage.length > 0),
			...extension(oids.basicConstraints, true, true),
		],
		thumbprint: null,
		sha256: null,
		friendlyName: plan.friendlyName,
	};
}
