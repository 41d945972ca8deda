// What a text in the list of alternative names is taken for, so that a screen can say it beside each one.
import type {Problem} from '../problem/problem.js';
import {parseGeneralName} from './general-name.js';
import {placeholders} from './placeholder.js';
import type {GeneralName} from './plan.js';

/** The recognised forms, in the words for people. */
export const nameForms = {
	dns: 'DNS name',
	wildcard: 'wildcard',
	idn: 'IDN',
	ipv4: 'IPv4 address',
	ipv6: 'IPv6 address',
	email: 'e-mail address',
	uri: 'URI',
	placeholder: 'placeholder',
} as const;
export type NameForm = keyof typeof nameForms;

export type NamedForm = {
	/** Null when the text is no name. */
	readonly form: NameForm | null;
	/** What goes into the certificate; null for placeholders and for what is no name. */
	readonly name: GeneralName | null;
	/** Why it is no name. */
	readonly problem: Problem | null;
};

function formOf({type, value}: GeneralName): NameForm {
	if (type === 'ip') return value.includes(':') ? 'ipv6' : 'ipv4';
	if (type !== 'dns') return type;
	if (value.startsWith('*.')) return 'wildcard';
	return /(^|\.)xn--/.test(value) ? 'idn' : 'dns';
}

/** Tells what one text stands for. A text with a placeholder is not looked at further. */
export function recogniseName(text: string): NamedForm {
	if (placeholders.some(each => text.includes(`{${each}}`)))
		return {form: 'placeholder', name: null, problem: null};
	const {value, problems} = parseGeneralName(text);
	return {form: value === null ? null : formOf(value), name: value, problem: problems[0] ?? null};
}
