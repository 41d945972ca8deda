// The servers that a run is for, from the names that somebody gave.
import {parseGeneralName} from '../plan/general-name.js';
import type {Server} from '../plan/plan.js';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {Machine} from './machine.js';

/** What people write for the computer that the program runs on. */
export const thisComputerWord = 'this-computer';

export type FoundServers = {
	/** In the order of the names; a name that is refused or unknown has none. */
	readonly servers: readonly Server[];
	readonly problems: readonly Problem[];
};

/** Finds every server at the same time; its addresses only with `lookUp`, because that asks DNS. */
export async function findServers(
	names: readonly string[],
	lookUp: boolean,
	machine: Machine,
	signal?: AbortSignal,
): Promise<FoundServers> {
	const different = [...new Set(names.map(name => name.toLowerCase()))];
	const found = await Promise.all(different.map(name => findServer(name, lookUp, machine, signal)));
	return {servers: found.flatMap(each => each.servers), problems: found.flatMap(each => each.problems)};
}

async function findServer(
	name: string,
	lookUp: boolean,
	machine: Machine,
	signal: AbortSignal | undefined,
): Promise<FoundServers> {
	if (name === thisComputerWord) {
		const {server, problems} = await machine.thisComputer();
		return {servers: [server], problems};
	}
	const refused = refusedServer(name);
	if (refused !== null) return {servers: [], problems: [refused]};
	const [hostname = name] = name.split('.');
	const addresses = lookUp ? await machine.lookUp(name, signal) : null;
	if (addresses !== null && 'severity' in addresses) return {servers: [], problems: [addresses]};
	return {servers: [{fqdn: name, hostname, addresses, isThisComputer: false}], problems: []};
}

/** Null for a DNS name that can be a server's. */
function refusedServer(name: string): Problem | null {
	const {value, problems} = parseGeneralName(name);
	const refused = problems.find(each => each.severity === 'error');
	if (refused !== undefined) return {...refused, message: `--for: ${refused.message}`};
	if (value?.type === 'dns' && !value.value.startsWith('*')) return null;
	return error('usage', `--for wants the name of a server, and ${quoted(name)} is none`, {
		hint: 'addresses go to --san; {addresses} in a profile looks them up',
	});
}
