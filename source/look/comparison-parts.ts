// What is said about a comparison, on the terminal and on the screen: who has what, and what differs.
import {instantText} from '../describe/instant.js';
import {formatForWindows} from '../plan/distinguished-name-text.js';
import {visible} from '../problem/visible.js';
import type {Comparison, Purpose} from './comparison.js';
import {sentence} from './comparison-sentence.js';
import type {Group} from './groups.js';
import {targetName} from './target-name.js';

const titles: Readonly<Record<Purpose, string>> = {
	certificate: 'Certificate',
	ssl: 'SSL certificate (what a server presents)',
	signing: 'Signing certificate (what a server publishes for its tokens)',
};

/** Files and servers that have the same. */
export type ComparedGroup = {
	/** A, B, … Z, then numbers. */
	readonly letter: string;
	readonly holders: string;
	/** What it is. */
	readonly about: string;
	/** Upper-case hex; null when it is not known. */
	readonly thumbprint: string | null;
	readonly sha256: string | null;
	/** What else these servers publish; null for nothing. */
	readonly more: string | null;
};

export type ComparedField = {
	readonly label: string;
	/** By the letter of the group; `(none)` for a group without this field. */
	readonly values: readonly {readonly letter: string; readonly lines: readonly string[]}[];
};

/** One comparison; all text is safe to print. */
export type ComparisonPart = {
	readonly title: string;
	/** The answer. */
	readonly sentence: string;
	readonly groups: readonly ComparedGroup[];
	/** Who could not be looked at, and why. */
	readonly missing: readonly string[];
	/** `What differs, besides the key`. */
	readonly differ: string;
	readonly fields: readonly ComparedField[];
};

/** Puts a comparison into words. */
export function comparisonPart(comparison: Comparison): ComparisonPart {
	const {of, groups, missing, sameKey, differences} = comparison;
	const letters = groups.flatMap(({lead}, index) => (lead.certificate === null ? [] : [letterOf(index)]));
	return {
		title: titles[of],
		sentence: visible(capital(sentence(comparison))),
		groups: groups.map((group, index) => groupPart(group, letterOf(index))),
		missing: missing.map(({target, message}) => `${visible(targetName(target))}: ${visible(message)}`),
		differ: `What differs${keyWords(sameKey)}`,
		fields: differences.map(({label, values}) => ({
			label: visible(label),
			values: values.map((lines, index) => ({
				letter: letters[index] ?? '',
				lines: lines === null ? ['(none)'] : lines.length === 0 ? ['(nothing more)'] : lines.map(visible),
			})),
		})),
	};
}

function letterOf(index: number): string {
	return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** Names of files and servers stay as they are. */
function capital(text: string): string {
	return text.startsWith('no ') ? `N${text.slice(1)}` : text;
}

function groupPart({holders, lead, more}: Group, letter: string): ComparedGroup {
	const {certificate, thumbprint, sha256} = lead;
	return {
		letter,
		holders: holders.map(({target}) => visible(targetName(target))).join(', '),
		about:
			certificate === null
				? 'only its fingerprint or its key is published, not the certificate'
				: `${visible(formatForWindows(certificate.subject))}, valid to ${instantText(certificate.notAfter)}`,
		thumbprint,
		sha256,
		more: more > 0 ? `and ${more} more ${more === 1 ? 'key' : 'keys'} published at the same time` : null,
	};
}

const keyWords = (sameKey: boolean | null) =>
	sameKey === true ? ' (the key is the same)' : sameKey === false ? ', besides the key' : '';

/** True when a server does not show its signing certificate, so that only files can tell. */
export function isSigningUnseen(comparisons: readonly Comparison[]): boolean {
	return comparisons.some(
		({of, missing}) => of === 'signing' && missing.some(({target}) => target.type === 'server'),
	);
}

export const eachItsOwn =
	'Servers may well have an SSL certificate each. The signing certificate must be the same in the whole near roaming group';

/** True when servers present different certificates, which is no fault. */
export function hasEachItsOwn(comparisons: readonly Comparison[]): boolean {
	return comparisons.some(({of, same}) => of === 'ssl' && same === false);
}
