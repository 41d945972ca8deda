// Does this certificate work for an address that somebody types? Which SAN entry covers it, or why none does.
import {visible} from '../problem/visible.js';
import {parseGeneralName} from './general-name.js';
import {offeredHost} from './offered-host.js';
import type {GeneralName} from './plan.js';
import type {FactName} from './rules/facts.js';

export type Coverage =
	| {readonly coveredBy: GeneralName}
	| {
			/** Why not, for people: lower case, no full stop. */
			readonly reason: string;
			/** The SAN entry that is missing; null when the address is no name at all. */
			readonly add: GeneralName | null;
	  };

const parent = (name: string) => name.slice(name.indexOf('.') + 1);

/** Without case where it has no meaning: in DNS names, and behind the @ of a mailbox (RFC 5280, sections 7.2, 7.5). */
function canonical({type, value}: FactName): string {
	if (type === 'dns') return value.toLowerCase();
	return type === 'email' ? value.replace(/@[^@]*$/, domain => domain.toLowerCase()) : value;
}

/** A DNS entry covers its own name; a wildcard exactly one label more than its domain (RFC 9525, section 6.3). */
function covers(entry: FactName, wanted: GeneralName): boolean {
	if (entry.type !== wanted.type) return false;
	const value = canonical(entry);
	if (value === canonical(wanted)) return true;
	return (
		wanted.type === 'dns' &&
		value.startsWith('*.') &&
		wanted.value.includes('.') &&
		parent(wanted.value) === value.slice(2) &&
		!wanted.value.startsWith('*')
	);
}

function reasonForAddress(address: string, names: readonly FactName[]): string {
	if (names.some(({type, value}) => type === 'dns' && value === address))
		return `${address} stands in the SAN as a DNS name only, and most programs look for it as an IP address`;
	if (names.some(({type, value}) => type === 'dns' && value.startsWith('*')))
		return `the IP address ${address} is not in the SAN, and a wildcard never covers an address`;
	return `the IP address ${address} is not in the SAN`;
}

function reasonForName(wanted: string, names: readonly FactName[]): string {
	const dns = names.filter(({type}) => type === 'dns').map(({value}) => value.toLowerCase());
	const wildcards = dns.filter(value => value.startsWith('*.'));
	const bare = wildcards.find(value => value.slice(2) === wanted);
	if (bare !== undefined) return `"${visible(bare)}" covers names under ${wanted}, not "${wanted}" itself`;
	const deeper = wildcards.find(value => wanted.endsWith(value.slice(1)));
	if (deeper !== undefined)
		return `"${visible(deeper)}" covers one label only, and "${wanted}" is more than one level below`;
	const long = wanted.includes('.') ? undefined : dns.find(value => value.startsWith(`${wanted}.`));
	if (long !== undefined) return `the SAN holds "${visible(long)}", which is not the short name "${wanted}"`;
	return `"${wanted}" is not in the SAN`;
}

/** Who asks for an address with an @ means a mailbox: no host is written like that. */
function asMailbox(text: string): string {
	return /^[^\s:/]+@[^\s:/]+$/.test(text.trim()) ? `email:${text.trim()}` : text;
}

/**
 * Whether a program that connects to `address` (a name, an IP address, or a URL with one) accepts a certificate with
 * these names; null or an empty list is a certificate without any SAN. The CN helps nobody, and the reason says so
 * where somebody may think that it does.
 */
export function coverage(
	address: string,
	names: readonly FactName[] | null,
	commonName: string | null,
): Coverage {
	const parsed = parseGeneralName(offeredHost(address) ?? asMailbox(address));
	const wanted = parsed.value;
	if (wanted === null) {
		const [problem] = parsed.problems;
		const hint = problem?.hint ?? null;
		const reason = problem?.message ?? 'no address';
		return {reason: hint === null ? reason : `${reason}: ${hint}`, add: null};
	}
	const inCommonName = commonName?.toLowerCase() === wanted.value;
	if (names === null || names.length === 0)
		return {
			reason: inCommonName
				? `there is no SAN at all: some programs then compare the CN "${wanted.value}", browsers refuse`
				: 'there is no SAN at all',
			add: wanted,
		};
	const entry = names.find(each => covers(each, wanted));
	if (entry !== undefined) return {coveredBy: {type: wanted.type, value: entry.value}};
	const reason =
		wanted.type === 'ip'
			? reasonForAddress(wanted.value, names)
			: wanted.type === 'dns'
				? reasonForName(wanted.value, names)
				: `"${visible(wanted.value)}" is not in the SAN`;
	return {
		reason: inCommonName ? `${reason}: it is the CN, which is not looked at when there is a SAN` : reason,
		add: wanted,
	};
}
