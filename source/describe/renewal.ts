// What a planned certificate has otherwise than the certificate that it is made after.
import type {Certificate} from '../certificate/certificate.js';
import type {OtherName} from '../certificate/certificate.js';
import {formatForWindows} from '../plan/distinguished-name-text.js';
import type {CertificatePlan, GeneralName} from '../plan/plan.js';
import {describeCertificate, describePlan} from './describe.js';
import {generalNameText} from './extensions.js';

/** A value that changes, in Windows' words. */
export type Change = {readonly label: string; readonly before: string; readonly after: string};

export type Renewal = {
	/** Names that only the new one has, as Windows writes them. */
	readonly added: readonly string[];
	readonly removed: readonly string[];
	/** How many both have. */
	readonly kept: number;
	/** Null: the same. What clients were told to trust then does not help any more. */
	readonly issuer: Change | null;
	/** Subject, dates, key and the like; never the issuer. */
	readonly changes: readonly Change[];
};

/** Always different, or said elsewhere. */
const compared: readonly string[] = [
	'Signature algorithm',
	'Valid from',
	'Valid to',
	'Subject',
	'Public key',
	'Enhanced Key Usage',
	'Key Usage',
];

/** Compares a certificate with the plan for its successor. */
export function renewalOf(old: Certificate, plan: CertificatePlan): Renewal {
	const before = old.subjectAlternativeNames ?? [];
	const after = plan.subjectAlternativeNames;
	const had = new Set(before.map(keyOf));
	const has = new Set(after.map(keyOf));
	const [oldFields, newFields] = [describeCertificate(old), describePlan(plan)].map(
		details => new Map(details.map(({label, value}) => [label, [value].flat().join(', ')])),
	);
	const change = (label: string): Change[] => {
		const [was, is] = [oldFields?.get(label) ?? 'none', newFields?.get(label) ?? 'none'];
		return was === is ? [] : [{label, before: was, after: is}];
	};
	const [was, is] = [formatForWindows(old.issuer), formatForWindows(plan.subject)];
	return {
		added: after.filter(each => !had.has(keyOf(each))).map(generalNameText),
		removed: before.filter(each => !has.has(keyOf(each))).map(generalNameText),
		kept: after.filter(each => had.has(keyOf(each))).length,
		issuer: was === is ? null : {label: 'Issuer', before: was, after: `${is} (self-signed)`},
		changes: compared.flatMap(change),
	};
}

function keyOf(name: GeneralName | OtherName): string {
	return generalNameText(name).toLowerCase();
}
