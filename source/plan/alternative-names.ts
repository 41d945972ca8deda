// The SAN of an entry: placeholders filled in, each text parsed, duplicates dropped, and where each name came from.
import type {Problem} from '../problem/problem.js';
import type {ProfileEntry} from '../profile/profile.js';
import {parseGeneralName} from './general-name.js';
import {located, type Outcome, refused} from './outcome.js';
import {
	isAddressesPlaceholder,
	expandPlaceholders,
	type PlaceholderValues,
	serverAddresses,
} from './placeholder.js';
import type {GeneralName, Server} from './plan.js';

export type AlternativeName = GeneralName & {
	/** The field that it comes from: an entry of the list, or `ipAddressesAsDnsNames`. */
	readonly field: string;
};

/** The texts that one entry stands for. */
function textsOf(text: string, values: PlaceholderValues, server: Server | null): Outcome<readonly string[]> {
	if (isAddressesPlaceholder(text)) return serverAddresses(server);
	const {value, problems} = expandPlaceholders(text, values);
	return {value: value === null ? null : [value], problems};
}

/** OpenSSL takes no certificate over 100 KiB, and every client compares name by name. */
const mostNames = 5_000;
const mostBytes = 98_000;

/** About the bytes that the names take in the certificate. */
export function sanBytes(names: readonly {readonly value: string}[]): number {
	return names.reduce((sum, {value}) => sum + value.length + 2, 0);
}

/** The names, unless they are more than any client takes. */
function limited(
	names: readonly AlternativeName[],
	entry: ProfileEntry,
): Outcome<readonly AlternativeName[]> {
	if (names.length <= mostNames && sanBytes(names) <= mostBytes) return {value: names, problems: []};
	const {problems} = refused(
		'san-too-long',
		`${names.length} subject alternative names are more than any client takes`,
		'make several certificates, or use a wildcard',
	);
	const field = 'subjectAlternativeNames';
	return {
		value: null,
		problems: located(problems, entry.subjectAlternativeNames?.place ?? entry.place, field),
	};
}

/** All names of the SAN in the order of the profile, and behind them the addresses as DNS names where that is asked for. */
export function makeAlternativeNames(
	entry: ProfileEntry,
	values: PlaceholderValues,
	server: Server | null,
): Outcome<readonly AlternativeName[]> {
	const problems: Problem[] = [];
	const found = new Map<string, AlternativeName>();
	let complete = true;
	const add = (name: GeneralName, field: string) => {
		const key = `${name.type}:${name.value}`;
		if (!found.has(key)) found.set(key, {...name, field});
	};
	for (const [index, written] of (entry.subjectAlternativeNames?.value ?? []).entries()) {
		const field = `subjectAlternativeNames.${index}`;
		const texts = textsOf(written.value, values, server);
		const parsed = (texts.value ?? []).map(parseGeneralName);
		problems.push(
			...located([...texts.problems, ...parsed.flatMap(each => each.problems)], written.place, field),
		);
		if (texts.value === null || parsed.some(({value}) => value === null)) complete = false;
		for (const {value} of parsed) if (value !== null) add(value, field);
	}
	if (entry.ipAddressesAsDnsNames?.value === true)
		for (const {type, value} of [...found.values()])
			if (type === 'ip') add({type: 'dns', value}, 'ipAddressesAsDnsNames');
	const {value, problems: tooMany} = limited([...found.values()], entry);
	return {value: complete ? value : null, problems: [...problems, ...tooMany]};
}
