// The extensions of a certificate that we issue, in their one order (RFC 5280, section 4.2.1).
import {booleanTrue, implicit, namedBits, objectIdentifier, octetString, sequence} from '../der/build.js';
import {encodeDer} from '../der/encode.js';
import type {DerValue} from '../der/value.js';
import type {CertificatePlan} from '../plan/plan.js';
import {keyUsages} from '../profile/profile.js';
import {encodeGeneralNames} from './general-name.js';
import {extension} from './oids.js';

export type KeyIdentifiers = {
	readonly subject: Uint8Array;
	/** Null for a self-signed certificate: there it would only repeat the other one. */
	readonly authority: Uint8Array | null;
};

/** Extensions: first those that are not critical, as the MMC lists them. */
export function encodeExtensions(plan: CertificatePlan, identifiers: KeyIdentifiers): DerValue {
	const rows: readonly (readonly [oid: string, critical: boolean, value: DerValue | null])[] = [
		[extension.subjectKeyIdentifier, false, octetString(identifiers.subject)],
		[extension.authorityKeyIdentifier, false, authorityKeyIdentifier(identifiers.authority)],
		[extension.extKeyUsage, false, extKeyUsage(plan.extendedKeyUsage)],
		// Section 4.1.2.6: critical when the subject is empty, since the names are then the only ones.
		[extension.subjectAltName, plan.subject.length === 0, subjectAltName(plan)],
		[extension.keyUsage, true, keyUsage(plan)],
		[extension.basicConstraints, true, sequence()],
	];
	return sequence(
		...rows.flatMap(([oid, critical, value]) => (value === null ? [] : [row(oid, critical, value)])),
	);
}

function row(oid: string, critical: boolean, value: DerValue): DerValue {
	const flags = critical ? [booleanTrue()] : [];
	return sequence(objectIdentifier(oid), ...flags, octetString(encodeDer(value)));
}

function authorityKeyIdentifier(keyIdentifier: Uint8Array | null): DerValue | null {
	return keyIdentifier === null ? null : sequence(implicit(0, keyIdentifier));
}

function extKeyUsage(oids: readonly string[]): DerValue | null {
	return oids.length === 0 ? null : sequence(...oids.map(objectIdentifier));
}

function subjectAltName({subjectAlternativeNames: names}: CertificatePlan): DerValue | null {
	return names.length === 0 ? null : encodeGeneralNames(names);
}

function keyUsage({keyUsage: usages}: CertificatePlan): DerValue | null {
	return usages.length === 0 ? null : namedBits(usages.map(usage => keyUsages.indexOf(usage)));
}
