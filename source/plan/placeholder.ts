// `{fqdn}`, `{expires}` and the like in the texts of a profile, and what is put there.
import {error, type Problem} from '../problem/problem.js';
import {nearest} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import type {ProfileEntry} from '../profile/profile.js';
import {decided, type Outcome, refused} from './outcome.js';
import type {Server} from './plan.js';

const placeholders = ['fqdn', 'hostname', 'addresses', 'commonName', 'expires', 'friendlyName'] as const;
export type Placeholder = (typeof placeholders)[number];

/** The SAN entry that stands for all addresses of the server. */
export const addressesPlaceholder = '{addresses}';

/**
 * What stands where. Text is put in; a problem says why there is none; null: it failed elsewhere, where that was
 * reported. A placeholder without a key cannot be used in that text.
 */
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string | Problem | null>>>;

const isPlaceholder = (name: string): name is Placeholder => placeholders.some(each => each === name);

const inBraces = (name: string) => `{${name}}`;

function unknown(name: string, values: PlaceholderValues): Problem {
	const usable = placeholders.filter(each => Object.hasOwn(values, each));
	const list = `usable here are: ${usable.map(inBraces).join(', ')}`;
	if (name === 'addresses')
		return error('placeholder-unknown', `"${addressesPlaceholder}" cannot be a part of a text`, {
			hint: `"${addressesPlaceholder}" is an entry of its own in "subjectAlternativeNames"`,
		});
	if (isPlaceholder(name))
		return error('placeholder-unknown', `"${inBraces(name)}" is not known yet in this text`, {hint: list});
	const meant = nearest(name, usable);
	const brace = name.trim() === '' ? '; a brace itself is written "{{"' : '';
	return error('placeholder-unknown', `unknown placeholder ${quoted(inBraces(name))}`, {
		hint: meant === null ? list + brace : `did you mean "${inBraces(meant)}"?`,
	});
}

const loneBrace = (brace: string) =>
	error('placeholder-unknown', `a ${quoted(brace)} stands alone`, {
		hint: `a brace itself is written "${brace}${brace}"`,
	});

/** Fills in the placeholders of one text; `{{` and `}}` give braces. */
export function expandPlaceholders(text: string, values: PlaceholderValues): Outcome<string> {
	// By what was written, so that a placeholder that stands there twice is told once.
	const problems = new Map<string, Problem>();
	let complete = true;
	const value = text.replace(
		/\{\{(\w*)\}\}|\{\{|\}\}|\{([^{}]*)\}|[{}]/g,
		(found: string, doubled?: string, name?: string) => {
			if (doubled !== undefined && isPlaceholder(doubled)) {
				problems.set(
					found,
					error('placeholder-unknown', `"{{${doubled}}}" would stay as text`, {
						hint: `did you mean "{${doubled}}"?`,
					}),
				);
				return '';
			}
			if (name === undefined) {
				if (found.length === 1) problems.set(found, loneBrace(found));
				return found.replaceAll('{{', '{').replaceAll('}}', '}');
			}
			const inserted = isPlaceholder(name) ? values[name] : undefined;
			if (typeof inserted === 'string') return inserted;
			complete = false;
			if (inserted !== null) problems.set(found, inserted ?? unknown(name, values));
			return '';
		},
	);
	return {value: complete && problems.size === 0 ? value : null, problems: [...problems.values()]};
}

const withoutServer = (name: Placeholder) =>
	error('placeholder-without-server', `"{${name}}" needs to know for which server the certificate is`, {
		hint: 'say it with --for srv01.company.com, or --for this-computer',
	});

/** The names of the server, or the problem that there is none. */
export function serverValues(server: Server | null): Required<Pick<PlaceholderValues, 'fqdn' | 'hostname'>> {
	return {
		fqdn: server?.fqdn ?? withoutServer('fqdn'),
		hostname: server?.hostname ?? withoutServer('hostname'),
	};
}

/** The addresses of the server, at least one, or why there are none. */
export function serverAddresses(server: Server | null): Outcome<readonly string[]> {
	if (server === null) return {value: null, problems: [withoutServer('addresses')]};
	const addresses = server.addresses?.map(({address}) => address) ?? [];
	if (addresses.length > 0) return decided(addresses);
	return refused(
		'placeholder-without-server',
		`no IP address of ${quoted(server.fqdn)} is known for "${addressesPlaceholder}"`,
		`take "${addressesPlaceholder}" out and list the addresses, or use --san`,
	);
}

/** Year and month of notAfter, UTC: `2028-11`. */
export function expiresValue(notAfter: Date): string {
	return notAfter.toISOString().slice(0, 7);
}

/** Every text of an entry in which placeholders can stand. */
function textsOf(entry: ProfileEntry): string[] {
	const subject = entry.subject?.value ?? '';
	return [
		...(typeof subject === 'string'
			? [subject]
			: Object.values(subject)
					.flat()
					.map(({value}) => value)),
		entry.friendlyName?.value ?? '',
		entry.fileName?.value ?? '',
		...(entry.subjectAlternativeNames?.value ?? []).map(({value}) => value),
	];
}

/** True when a text of the entry needs the names or addresses of a server. */
export function needsServer(entry: ProfileEntry): boolean {
	return textsOf(entry).some(text => /\{(fqdn|hostname|addresses)\}/.test(text.replaceAll('{{', '')));
}

/** True when the addresses of the server have to be looked up. */
export function needsAddresses(entry: ProfileEntry): boolean {
	return (entry.subjectAlternativeNames?.value ?? []).some(({value}) => isAddressesPlaceholder(value));
}

/** True for the SAN entry that stands for all addresses of the server. */
export function isAddressesPlaceholder(name: string): boolean {
	return name.trim() === addressesPlaceholder;
}
