// The addresses that DNS knows for a server.
import {CANCELLED, Resolver, TIMEOUT} from 'node:dns/promises';
import type {ServerAddress} from '../plan/plan.js';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {compareAddresses, isReachable} from './addresses.js';

export type LookUpOptions = {
	/** `192.0.2.53` or `192.0.2.53:5353`; without them, the servers that the system uses. */
	readonly servers?: readonly string[];
	/** For everything together; 5,000 without it. */
	readonly milliseconds?: number;
};

/** What DNS said about one kind of address: the addresses, or the code of what went wrong. */
type Answer = readonly string[] | string;

/**
 * All addresses of `name`, IPv4 first, by number, without those that other computers cannot reach. A problem when
 * DNS does not know the name, has no such address, or leaves one of the two questions open: a list that may be
 * incomplete is none. Rejects with the signal's reason when aborted.
 *
 * DNS itself is asked, not the system's resolver: the hosts file, NetBIOS and mDNS of this computer say nothing
 * about what the clients of that server see, and a search list could complete the name to another server's.
 */
export async function lookUp(
	name: string,
	options: LookUpOptions = {},
	signal?: AbortSignal,
): Promise<readonly ServerAddress[] | Problem> {
	signal?.throwIfAborted();
	const {servers, milliseconds = 5000} = options;
	const resolver = new Resolver({timeout: Math.ceil(milliseconds / 4), tries: 3});
	if (servers !== undefined) resolver.setServers(servers);
	const cancel = () => resolver.cancel();
	const timer = setTimeout(cancel, milliseconds);
	signal?.addEventListener('abort', cancel, {once: true});
	try {
		const [ipv4, ipv6] = await Promise.all([
			answer(resolver.resolve4(name)),
			answer(resolver.resolve6(name)),
		]);
		signal?.throwIfAborted();
		return judge(name, ipv4, ipv6);
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', cancel);
	}
}

async function answer(question: Promise<readonly string[]>): Promise<Answer> {
	try {
		return await question;
	} catch (cause) {
		const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
		// ENODATA: the name exists, without addresses of this kind.
		return code === 'ENODATA' ? [] : code;
	}
}

function judge(name: string, ipv4: Answer, ipv6: Answer): readonly ServerAddress[] | Problem {
	const unknown = (each: Answer) => each === 'ENOTFOUND' || each === 'EBADNAME';
	const failed = (each: Answer) => typeof each === 'string' && !unknown(each);
	if (failed(ipv4) || failed(ipv6)) {
		const open = failed(ipv4) ? (failed(ipv6) ? 'addresses' : 'IPv4 addresses') : 'IPv6 addresses';
		const code = [ipv4, ipv6].find(failed);
		const late = code === TIMEOUT || code === CANCELLED ? ' in time' : '';
		return serverUnknown(`DNS gave no answer${late} about the ${open} of ${quoted(name)} (${code})`, name);
	}
	if (unknown(ipv4) && unknown(ipv6)) return serverUnknown(`DNS does not know ${quoted(name)}`, name);
	const found = [ipv4, ipv6].flatMap(each => (typeof each === 'string' ? [] : each)).filter(isReachable);
	if (found.length === 0)
		return serverUnknown(`DNS has no address of ${quoted(name)} that other computers can reach`, name);
	return [...new Set(found)].sort(compareAddresses).map(address => ({address, adapter: null}));
}

function serverUnknown(message: string, name: string): Problem {
	const full = name.includes('.') ? '' : 'give the full name with its DNS suffix; ';
	return error('server-unknown', message, {
		hint: `${full}for a server that is not in DNS yet, use a profile without {addresses} and list its addresses with --san`,
	});
}
