// One check of a proof, in words for people, and how a check becomes one.
import {visible} from '../problem/visible.js';

export type ProofLine = {
	/** What was looked at; short, the same words in every run. */
	readonly check: string;
	readonly ok: boolean;
	/** What differed, or what a passed check could not judge; null when there is nothing to add. */
	readonly detail: string | null;
};

/** The line of a check that found these differences: passed when there are none (null) or none of them is left. */
export function compared(check: string, ...differences: readonly (string | null)[]): ProofLine {
	const found = differences.filter(each => each !== null);
	return {check, ok: found.length === 0, detail: found.length === 0 ? null : found.join('; ')};
}

/** A passed check with something to know about it. */
export function passed(check: string, detail: string | null): ProofLine {
	return {check, ok: true, detail};
}

/** The line of a check that could not be done to its end. Messages of our own modules and of OpenSSL hold no secret. */
export function broke(check: string, reason: unknown): ProofLine {
	return {check, ok: false, detail: visible(reason instanceof Error ? reason.message : String(reason))};
}

/** `what: planned X, found Y`; null when they are the same. Null stands for "none". */
export function difference(what: string, planned: string | null, found: string | null): string | null {
	if (planned === found) return null;
	return `${what}: planned ${visible(planned ?? 'none')}, found ${visible(found ?? 'none')}`;
}
