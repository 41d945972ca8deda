// Rules for the single entries of the SAN: how they are written, and what they will not do.
import type {ProblemCode} from '../../problem/codes.js';
import {quoted} from '../../problem/visible.js';
import {parseForcedDnsName} from '../dns-name.js';
import {parseEmailAddress, parseUri} from '../email-and-uri.js';
import {canonicalAddress} from '../ip-address.js';
import type {Outcome} from '../outcome.js';
import type {GeneralNameType} from '../plan.js';
import {always, type Rule, type Violation} from './rule.js';

function parseIpAddress(value: string): Outcome<string> {
	return {value: canonicalAddress(value), problems: []};
}

/** Each entry of one type must be what the program itself would write, but for the case. */
function writtenRightly(
	type: GeneralNameType,
	code: ProblemCode,
	reference: string,
	parse: (value: string) => Outcome<string>,
): Rule {
	return {
		code,
		severity: 'error',
		reference,
		reason: '',
		reads: ['subjectAlternativeNames'],
		appliesTo: always,
		check: ({subjectAlternativeNames}) =>
			(subjectAlternativeNames ?? []).flatMap((name, index) => {
				if (name.type !== type) return [];
				const {value, problems} = parse(name.value);
				if (value?.toLowerCase() === name.value.toLowerCase()) return [];
				const message =
					problems[0]?.message ?? `${quoted(name.value)} in the SAN is not written as ${reference} has it`;
				return [{message, field: `subjectAlternativeNames.${index}`}];
			}),
	};
}

/** A rule that looks at each DNS name that is not an address. */
function forDnsNames(
	row: Omit<Rule, 'reads' | 'appliesTo' | 'check'>,
	broken: (name: string) => string | null,
): Rule {
	return {
		...row,
		reads: ['subjectAlternativeNames'],
		appliesTo: always,
		check: ({subjectAlternativeNames}) =>
			(subjectAlternativeNames ?? []).flatMap(({type, value}, index): Violation[] => {
				const message =
					type === 'dns' && canonicalAddress(value) === null ? broken(value.toLowerCase()) : null;
				return message === null ? [] : [{message, field: `subjectAlternativeNames.${index}`}];
			}),
	};
}

const isLocalhost = (name: string) => name === 'localhost' || name.endsWith('.localhost');

export const nameRules: readonly Rule[] = [
	writtenRightly('dns', 'bad-dns-name', 'RFC 5280, section 4.2.1.6', parseForcedDnsName),
	writtenRightly('ip', 'bad-ip-address', 'RFC 5952', parseIpAddress),
	writtenRightly('email', 'bad-email', 'RFC 5280, section 4.2.1.6', parseEmailAddress),
	writtenRightly('uri', 'bad-uri', 'RFC 5280, section 4.2.1.6', parseUri),
	forDnsNames(
		{
			code: 'dns-name-underscore',
			severity: 'warning',
			reference: 'RFC 1123, section 2.1',
			reason: 'host names have letters, digits and hyphens, and some programs refuse others',
		},
		name => (name.includes('_') ? `${quoted(name)} has an underscore` : null),
	),
	forDnsNames(
		{
			code: 'wildcard-top-level',
			severity: 'warning',
			reference: 'CA/Browser Forum Baseline Requirements, section 3.2.2.6',
			reason: 'many programs accept a wildcard only in front of at least two labels',
		},
		name => (/^\*\.[^.]+$/.test(name) ? `${quoted(name)} stands for all of a top-level domain` : null),
	),
	forDnsNames(
		{
			code: 'localhost',
			severity: 'warning',
			reference: 'SafeQ documentation: possible, not recommended',
			reason: 'every computer takes it for itself, so whoever has the key can pose as any of them',
		},
		name => (isLocalhost(name) ? `${quoted(name)} is in the SAN` : null),
	),
	forDnsNames(
		{
			code: 'single-label-name',
			severity: 'note',
			reference: 'CA/Browser Forum Baseline Requirements, section 4.2.2',
			reason: 'it works where clients complete short names, and public CAs do not issue it',
		},
		name => (!name.includes('.') && !isLocalhost(name) ? `${quoted(name)} is a name without a domain` : null),
	),
];
