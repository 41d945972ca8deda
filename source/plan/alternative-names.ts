// The SAN of an entry: placeholders filled in, each text parsed, duplicates dropped, and where each name came from.
import type {Problem} from '../problem/problem.js';
import type {ProfileEntry} from '../profile/profile.js';
import {parseGeneralName, sameGeneralName} from './general-name.js';
import {located, type Outcome} from './outcome.js';
import {
	addressesPlaceholder,
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
	if (text.trim() === addressesPlaceholder) return serverAddresses(server);
	const {value, problems} = expandPlaceholders(text, values);
	return {value: value === null ? null : [value], problems};
}

/** All names of the SAN in the order of the profile, and behind them the addresses as DNS names where that is asked for. */
export function makeAlternativeNames(
	entry: ProfileEntry,
	values: PlaceholderValues,
	server: Server | null,
): Outcome<readonly AlternativeName[]> {
	const problems: Problem[] = [];
	const names: AlternativeName[] = [];
	let complete = true;
	const add = (name: GeneralName, field: string) => {
		if (!names.some(each => sameGeneralName(each, name))) names.push({...name, field});
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
		for (const {type, value} of [...names])
			if (type === 'ip') add({type: 'dns', value}, 'ipAddressesAsDnsNames');
	return {value: complete ? names : null, problems};
}
