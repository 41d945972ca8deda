// The subject of an entry: text is parsed first and filled in afterwards, so that no value can add a part.
import {type ProfileEntry, type SubjectMapping, subjectKeys} from '../profile/profile.js';
import {nameOfMapping, parseDistinguishedName} from './distinguished-name.js';
import {decided, located, type Outcome} from './outcome.js';
import {missing, placeOf} from './place-of.js';
import {expandPlaceholders, type PlaceholderValues} from './placeholder.js';
import type {DistinguishedName} from './plan.js';

function subjectOfText(text: string, values: PlaceholderValues): Outcome<DistinguishedName> {
	const parsed = parseDistinguishedName(text);
	if (parsed.value === null) return parsed;
	const expanded = parsed.value.map(attributes =>
		attributes.map(({type, value}) => ({type, outcome: expandPlaceholders(value, values)})),
	);
	if (expanded.flat().some(({outcome}) => outcome.value === null))
		return {value: null, problems: expanded.flat().flatMap(({outcome}) => outcome.problems)};
	return decided(
		expanded.map(attributes => attributes.map(({type, outcome}) => ({type, value: outcome.value ?? ''}))),
	);
}

function subjectOfMapping(mapping: SubjectMapping, values: PlaceholderValues): Outcome<DistinguishedName> {
	const expanded = subjectKeys.map(key => ({
		key,
		written: (mapping[key] ?? []).map(({value, place}) => {
			const outcome = expandPlaceholders(value, values);
			return {place, value: outcome.value, problems: located(outcome.problems, place, `subject.${key}`)};
		}),
	}));
	const all = expanded.flatMap(({written}) => written);
	if (all.some(({value}) => value === null))
		return {value: null, problems: all.flatMap(({problems}) => problems)};
	return decided(
		nameOfMapping(
			Object.fromEntries(
				expanded.map(({key, written}) => [
					key,
					written.map(({value, place}) => ({value: value ?? '', place})),
				]),
			),
		),
	);
}

/** The subject with its placeholders filled in; lengths and characters are for the rules. */
export function makeSubject(entry: ProfileEntry, values: PlaceholderValues): Outcome<DistinguishedName> {
	const written = entry.subject?.value ?? '';
	const place = placeOf(entry, 'subject');
	if (typeof written !== 'string' && nameOfMapping(written).length > 0)
		return subjectOfMapping(written, values);
	if (typeof written !== 'string' || written.trim() === '') {
		const hint = 'like "srv01.company.com", or "CN=srv01.company.com, O=Company, C=CZ"';
		return {value: null, problems: [missing(entry, 'subject', hint)]};
	}
	const {value, problems} = subjectOfText(written, values);
	return {value, problems: located(problems, place, 'subject')};
}
