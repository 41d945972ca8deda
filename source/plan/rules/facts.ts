// What the rules look at: the same few facts of a plan and of a certificate that was read.
import type {Kind, Output} from '../../profile/profile.js';
import {isEcdsa} from '../defaults.js';
import type {CertificatePlan, DistinguishedName, GeneralNameType} from '../plan.js';

/** A SAN entry: as planned, or as it stands in a certificate, where it may be of any kind and badly written. */
export type FactName = {
	readonly type: GeneralNameType | 'other';
	readonly value: string;
};

export type CertificateFacts = {
	/** Null: a certificate that was read, for we do not know what. */
	readonly kind: Kind | null;
	/** Null when not known. */
	readonly friendlyName: string | null;
	readonly subject: DistinguishedName;
	/** Null or empty: no such extension. */
	readonly subjectAlternativeNames: readonly FactName[] | null;
	readonly key: {
		readonly type: 'rsa' | 'ec' | 'other';
		readonly bits: number | null;
		/** `RSA`, `P-256`, `Ed25519`. */
		readonly name: string;
	};
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** RFC names; null or empty: no such extension. */
	readonly keyUsage: readonly string[] | null;
	/** Dotted OIDs; null or empty: no such extension. */
	readonly extendedKeyUsage: readonly string[] | null;
	/** cA of basicConstraints; false when there is no such extension. */
	readonly cA: boolean;
	/** How the PFX is or will be made; null when there is none. */
	readonly pfx: {readonly iterations: number; readonly provider: string | null} | null;
	/** Null for what was read. */
	readonly outputs: readonly Output[] | null;
};

/** Facts of a plan: what the certificate will be. */
export function factsOfPlan(plan: CertificatePlan): CertificateFacts {
	const {kind, friendlyName, subject, subjectAlternativeNames, notBefore, notAfter} = plan;
	const bits = Number(/\d+$/.exec(plan.key)?.[0]);
	const isEc = isEcdsa(plan.key);
	return {
		kind,
		friendlyName,
		subject,
		subjectAlternativeNames,
		key: {type: isEc ? 'ec' : 'rsa', bits, name: isEc ? `P-${bits}` : 'RSA'},
		notBefore,
		notAfter,
		keyUsage: plan.keyUsage,
		extendedKeyUsage: plan.extendedKeyUsage,
		cA: false,
		pfx: {iterations: plan.pfx.iterations, provider: plan.pfx.provider},
		outputs: plan.outputs,
	};
}
