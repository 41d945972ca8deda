// The names of a certificate as a profile writes them: subject, subject alternative names, friendly name.
import {commonNameOf} from '../plan/distinguished-name.js';
import {formatForProfile} from '../plan/distinguished-name-text.js';
import {parseGeneralName, writtenName} from '../plan/general-name.js';
import type {DistinguishedName, GeneralName} from '../plan/plan.js';
import {commonNameOid} from '../plan/attribute-types.js';
import {type Problem, warning} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {Kind} from '../profile/profile.js';
import type {Certificate, OtherName} from './certificate.js';

/** Braces are doubled in the texts of a profile: they stand for themselves. */
function literal(text: string): string {
	return text.replace(/[{}]/g, '$&$&');
}

/** A lone CN as it is, other names as a line that gives them again; the first alternative name where the subject is empty. */
export function subjectOf({subject}: Certificate, names: readonly string[], problems: Problem[]): string {
	const [first] = names;
	if (subject.length === 0 && first !== undefined) {
		problems.push(warning('not-kept', `it has no subject; the profile says ${quoted(first)}`));
		return first;
	}
	const escaped: DistinguishedName = subject.map(attributes =>
		attributes.map(({type, value}) => ({type, value: literal(value)})),
	);
	const [only, ...others] = escaped.flat();
	const isBare =
		only?.type === commonNameOid &&
		others.length === 0 &&
		!only.value.includes('=') &&
		only.value.trim() === only.value;
	return isBare ? only.value : formatForProfile(escaped);
}

/** The entries of the SAN that a profile can have; where an SSL certificate has none, the CN if it can be one. */
export function namesOf(
	{subject, subjectAlternativeNames}: Certificate,
	kind: Kind,
	problems: Problem[],
): readonly string[] {
	const names = (subjectAlternativeNames ?? []).flatMap(name => {
		const text = textOf(name);
		if (text === null)
			problems.push(warning('not-kept', `the profile leaves out the alternative name ${quoted(name.value)}`));
		return text ?? [];
	});
	const commonName = commonNameOf(subject);
	if (names.length > 0 || kind === 'signing' || commonName === null) return names;
	if (parseGeneralName(commonName).value === null) return names;
	problems.push(
		warning('not-kept', `it has no subject alternative names; the profile says ${quoted(commonName)}`, {
			hint: 'add every other name and address by which the server is reached',
		}),
	);
	return [literal(commonName)];
}

/** The text that is recognised as this name, with its kind in front where that is needed; null when none is. */
function textOf(name: GeneralName | OtherName): string | null {
	if (name.type === 'other') return null;
	const {type, value} = name;
	const text = writtenName({type, value});
	return parseGeneralName(text).value === null ? null : literal(text);
}

/** As in the PFX, else one that says what the certificate is for and when it ends. */
export function friendlyNameOf({subject}: Certificate, kind: Kind, friendlyName: string | null): string {
	if (friendlyName !== null && friendlyName.trim() !== '') return literal(friendlyName);
	if (kind === 'signing') return 'YSoft SafeQ Signing Certificate {expires}';
	return commonNameOf(subject) === null
		? 'YSoft SafeQ SSL {expires}'
		: 'YSoft SafeQ SSL {commonName} {expires}';
}
