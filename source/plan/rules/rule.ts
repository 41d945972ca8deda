// The shape of a rule: a row with code, severity, reference, reason, and the check itself.
import type {ProblemCode} from '../../problem/codes.js';
import type {Severity} from '../../problem/problem.js';
import type {CertificateFacts} from './facts.js';

/** One case in which a rule is broken. */
export type Violation = {
	/** What was found; the rule's reason is added to it. */
	readonly message: string;
	/** The profile key, with the index in the facts' list where there is one. */
	readonly field: string;
	readonly hint?: string | null;
};

export type Rule = {
	readonly code: ProblemCode;
	readonly severity: Severity;
	/** Where the rule comes from: an RFC's section, or who behaves like that. */
	readonly reference: string;
	/** Why it matters, as the end of a sentence; empty where what was found says it. */
	readonly reason: string;
	/** The facts that it looks at; while one of them is not known, the rule is not applied. */
	readonly reads: readonly (keyof CertificateFacts)[];
	readonly appliesTo: (facts: CertificateFacts) => boolean;
	readonly check: (facts: CertificateFacts, now: Date) => readonly Violation[];
};

/** A single violation, or none. */
export function violationIf(
	broken: boolean,
	message: string,
	field: string,
	hint: string | null = null,
): Violation[] {
	return broken ? [{message, field, hint}] : [];
}

export const isSsl = ({kind}: CertificateFacts): boolean => kind === 'ssl';
export const isSigning = ({kind}: CertificateFacts): boolean => kind === 'signing';
export const isEndEntity = ({cA}: CertificateFacts): boolean => !cA;
export const always = (): boolean => true;
