// Rules for the name that the Microsoft Management Console shows.
import {quoted} from '../../problem/visible.js';
import {always, type Rule, violationIf} from './rule.js';

const saysSigning = /\b(token[ -])?sign(ing|ature)\b/i;
const saysSsl = /\b(ssl|tls|https)\b/i;

export const friendlyNameRules: readonly Rule[] = [
	{
		code: 'bad-friendly-name',
		severity: 'error',
		reference: 'RFC 2985, section 5.5.1',
		reason: 'a friendly name has 1 to 255 characters that can be seen',
		reads: ['friendlyName'],
		appliesTo: always,
		check: ({friendlyName}) =>
			violationIf(
				friendlyName !== null &&
					(friendlyName.length > 255 || /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(friendlyName)),
				`the friendly name ${quoted([...(friendlyName ?? '')].slice(0, 40).join(''))} cannot be stored`,
				'friendlyName',
			),
	},
	{
		code: 'friendly-name-kind',
		severity: 'warning',
		reference: 'SafeQ documentation: two certificates that must not be mixed up',
		reason: 'whoever installs it may take it for the other one',
		reads: ['friendlyName', 'kind'],
		appliesTo: ({kind}) => kind !== null,
		check: ({friendlyName, kind}) => {
			const text = friendlyName ?? '';
			const [own, other] = kind === 'ssl' ? [saysSsl, saysSigning] : [saysSigning, saysSsl];
			return violationIf(
				other.test(text) && !own.test(text),
				`the friendly name ${quoted(text)} does not fit ${kind === 'ssl' ? 'an SSL' : 'a signing'} certificate`,
				'friendlyName',
			);
		},
	},
];
