// What a new profile is to say: from options, from questions, or from a certificate.
import type {Overrides} from '../../../plan/override.js';
import {emptyEntry, overrideEntry} from '../../../plan/override.js';
import {splitNames} from '../../../plan/split-names.js';
import type {Problem} from '../../../problem/problem.js';
import {keyTypes, type Kind, kinds, type ProfileEntry} from '../../../profile/profile.js';
import {usage} from '../../collect.js';
import type {Call} from './call.js';

export type Draft = {
	readonly entry: ProfileEntry;
	readonly description: string | null;
	/** A comment for the top of the file; null for none. */
	readonly remark: string | null;
	/** What is to be said about it beside its own problems. */
	readonly problems: readonly Problem[];
};

/** What the options say about the certificate; wrong ones become problems of the call. */
export function givenOverrides({given}: Call): Overrides {
	const names = given.all('san').flatMap(splitNames);
	return {
		kind: given.choice('kind', kinds) ?? undefined,
		subject: given.one('subject') ?? undefined,
		friendlyName: given.one('friendly-name') ?? undefined,
		subjectAlternativeNames: names.length === 0 ? undefined : names,
		key: given.choice('key', keyTypes) ?? undefined,
		validity: given.one('validity') ?? undefined,
	};
}

/** What stands in the shipped profiles: offered as the answer, and as the hint for an option that is missing. */
export const offers: Readonly<
	Record<Kind, {readonly subject: string; readonly names: string; readonly friendlyName: string}>
> = {
	ssl: {
		subject: '{fqdn}',
		names: '{fqdn}, {hostname}, {addresses}',
		friendlyName: 'YSoft SafeQ SSL {commonName} {expires}',
	},
	signing: {
		subject: 'YSoft SafeQ',
		names: '',
		friendlyName: 'YSoft SafeQ Signing Certificate {expires}',
	},
};

/** The entry that options alone give; a usage error for each one that is missing. */
export function entryOfOptions(overrides: Overrides, problems: Problem[]): ProfileEntry {
	const kind = overrides.kind ?? 'ssl';
	const {subject, names, friendlyName} = offers[kind];
	if (overrides.kind === undefined) problems.push(missing('kind', 'ssl'));
	if (overrides.subject === undefined) problems.push(missing('subject', subject));
	if (overrides.friendlyName === undefined) problems.push(missing('friendly-name', friendlyName));
	if (kind === 'ssl' && overrides.subjectAlternativeNames === undefined)
		problems.push(missing('san', names.replaceAll(', ', ',')));
	return overrideEntry(emptyEntry, overrides);
}

function missing(option: string, offer: string): Problem {
	return usage(`--${option} is missing`, `such as --${option} "${offer}"`);
}
