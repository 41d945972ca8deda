// The sentence that answers the question: who has which certificate.
import {defaultPort, type Target} from './target.js';
import type {Comparison, Purpose} from './comparison.js';
import type {Group} from './groups.js';
import {hasSameKey, type Sighting} from './sighting.js';
import {targetName} from './target-name.js';

const purposeWords: Readonly<Record<Purpose, string>> = {
	certificate: 'certificate',
	ssl: 'SSL certificate',
	signing: 'signing certificate',
};

/** A server without its usual port. */
function shortName(target: Target): string {
	return target.type === 'server' && target.endpoint.port === defaultPort
		? target.endpoint.host
		: targetName(target);
}

/** `a`, `a and b`, `a, b and c`. */
function list(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The beginning of the thumbprint, enough to find it in a list. */
function short({thumbprint, sha256}: Sighting): string | null {
	const hex = thumbprint ?? sha256;
	return hex === null ? null : `${hex.slice(0, 8)}…`;
}

function namesOf({holders}: Group): string {
	return list(holders.map(({target}) => shortName(target)));
}

function first(group: Group, isAll: boolean, of: Purpose): string {
	const {holders, lead} = group;
	const count = holders.length;
	const all = isAll && count === 2 ? ' both' : isAll && count > 2 ? ' all' : '';
	const name = short(lead);
	const what =
		name === null
			? `a key without a certificate for the ${purposeWords[of]}`
			: `the ${purposeWords[of]} ${name}`;
	return `${namesOf(group)}${all} ${count === 1 ? 'has' : 'have'} ${what}`;
}

function other(group: Group, main: Group): string {
	const verb = group.holders.length === 1 ? 'has' : 'have';
	const {certificate} = group.lead;
	const name = short(group.lead);
	const issued =
		certificate === null ? '' : `, issued on ${certificate.notBefore.toISOString().slice(0, 10)}`;
	const key = hasSameKey(group.lead, main.lead) === true ? ' with the same key' : '';
	return `${namesOf(group)} ${verb} another one${key}${name === null ? '' : `, ${name}`}${issued}`;
}

/** `; js1 and js2 publish both`: servers that are changing their key; empty for none. */
function rolling(groups: readonly Group[]): string {
	const holders = new Set(groups.flatMap(group => group.holders));
	const several = [...holders].filter(
		each => groups.filter(group => group.holders.includes(each)).length > 1,
	);
	if (several.length === 0) return '';
	const verb = several.length === 1 ? 'publishes' : 'publish';
	return `; ${list(several.map(({target}) => shortName(target)))} ${verb} ${groups.length === 2 ? 'both' : 'several of them'}`;
}

/** `js1 and js2 have the signing certificate 5F1C09AB…; js3 has another one, 88AB01CD…, issued on 2025-03-01`. */
export function sentence({groups, missing, of}: Comparison): string {
	const [main, ...others] = groups;
	if (main === undefined) return `no ${purposeWords[of]} can be seen`;
	const isAll = others.length === 0 && missing.length === 0;
	const each = [first(main, isAll, of), ...others.map(group => other(group, main))].join('; ');
	return `${each}${rolling(groups)}`;
}

/** The sentence, and who could not be looked at and why, for those who see nothing else. */
export function summary(comparison: Comparison): string {
	const unseen = comparison.missing.map(({target, message}) => `${shortName(target)}: ${message}`);
	return [sentence(comparison), ...(unseen.length === 0 ? [] : [`not seen: ${unseen.join('; ')}`])].join(
		'; ',
	);
}
