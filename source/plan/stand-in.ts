// A server that nobody has, to fill the placeholders where a profile is looked at for any server.
import type {Problem} from '../problem/problem.js';
import type {ProfileEntry} from '../profile/profile.js';
import {parseDnsName} from './dns-name.js';
import {addressesPlaceholder} from './placeholder.js';
import type {Server} from './plan.js';

const hostname = 'zz-hostname';
const address = '2001:db8:7a7a::1';

/**
 * The stand-in for these entries. It stands in the domain of their first wildcard, where there is one: a server for
 * which they are meant is covered by it. A wildcard that is none would make names of the stand-in that are none.
 */
export function standInFor(entries: readonly ProfileEntry[]): Server {
	const names = entries.flatMap(entry => entry.subjectAlternativeNames?.value ?? []);
	const wildcard = names
		.map(({value}) => parseDnsName(value.trim()).value)
		.find(value => value?.startsWith('*.') === true);
	const domain = wildcard?.slice('*.'.length) ?? 'zz.test';
	return {
		fqdn: `${hostname}.${domain}`,
		hostname,
		addresses: [{address, adapter: null}],
		isThisComputer: false,
	};
}

/** A text that was made for the stand-in, with the placeholders in it again. */
export function withPlaceholders(text: string, {fqdn}: Server): string {
	return text
		.replaceAll(fqdn, '{fqdn}')
		.replaceAll(hostname, '{hostname}')
		.replaceAll(address, addressesPlaceholder);
}

/** The problems that hold for any server, in the words of the profile. */
export function problemsForAnyServer(problems: readonly Problem[], server: Server): Problem[] {
	return problems
		.filter(({code, message}) => !(code === 'single-label-name' && message.includes(hostname)))
		.map(each => ({
			...each,
			message: withPlaceholders(each.message, server),
			hint: each.hint === null ? null : withPlaceholders(each.hint, server),
		}));
}
