// This computer as a server that a certificate is for.
import type {Server, ServerAddress} from '../plan/plan.js';
import {error, type Problem, warning} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';

/** Suffixes that installers write when they know none (RFC 6761 reserves `localhost`). */
const noSuffix = ['localdomain', 'localhost'];

const giveName = 'give the name that clients use with --for, for example --for srv01.company.com';

/**
 * The server for a computer called `name` (with its DNS suffix, if any). Names become lower case, as DNS compares
 * them. An error when the computer has no name of its own, a warning when it has no DNS suffix.
 */
export function describeComputer(
	name: string,
	addresses: readonly ServerAddress[],
): {readonly server: Server; readonly problems: readonly Problem[]} {
	const [hostname = '', ...labels] = name.trim().toLowerCase().replace(/\.+$/, '').split('.');
	const suffix = labels.join('.');
	const hasSuffix = suffix !== '' && !noSuffix.includes(suffix);
	const fqdn = hasSuffix ? `${hostname}.${suffix}` : hostname;
	const server: Server = {fqdn, hostname, addresses, isThisComputer: true};
	if (hostname === '' || hostname === 'localhost' || hostname === '(none)') {
		const message = `this computer has no name that others can use, it calls itself ${quoted(name)}`;
		return {server, problems: [error('server-unknown', message, {hint: giveName})]};
	}
	if (hasSuffix) return {server, problems: []};
	const message = `this computer has no DNS suffix, so its name in the certificate is ${quoted(fqdn)}`;
	return {server, problems: [warning('no-dns-suffix', message, {hint: giveName})]};
}
