// For which server, and what is known of it: this computer, or names that are looked up in DNS.
import {findServers, thisComputerWord} from '../../machine/find-servers.js';
import {needsAddresses, needsServer} from '../../plan/placeholder.js';
import type {Server} from '../../plan/plan.js';
import {hasErrors, ProblemError} from '../../problem/problem.js';
import {visible} from '../../problem/visible.js';
import {askAddresses, askAgain, askServers, isDomainWanted, refuseNames} from './ask-servers.js';
import {type Conversation, sayProblems} from './conversation.js';
import {type FilledRequest, forServer} from './filled-request.js';
import {choose} from './questions.js';
import type {Task} from './task.js';

/** The certificates of the task, each with its server filled in; one for each server where the profile asks for it. */
export async function forServers(conversation: Conversation, task: Task): Promise<readonly FilledRequest[]> {
	const {args, questions, machine} = conversation;
	const asking = task.requests.filter(({entry}) => needsServer(entry));
	if (asking.length === 0) {
		if (args.servers.length > 0)
			await questions.explain('The profile names no server to be filled in: --for changes nothing.\n');
		return task.requests;
	}
	const own = await machine.thisComputer();
	const names = args.servers.length > 0 ? args.servers : await askServers(conversation, task, own);
	const lookUp = asking.some(({entry}) => needsAddresses(entry));
	const servers: FoundServer[] = [];
	for (const name of new Set(names.map(each => each.toLowerCase()))) {
		const isOwn = name === thisComputerWord || (name === own.server.fqdn && !isDomainWanted(asking));
		if (isOwn && hasErrors(own.problems)) throw new ProblemError(...own.problems);
		if (isOwn) await sayProblems(questions, own.problems);
		const found = isOwn
			? {server: own.server, areTyped: false}
			: await findServer(conversation, name, lookUp);
		await questions.say(formatServer(found.server));
		servers.push(found);
	}
	return task.requests.flatMap(request =>
		needsServer(request.entry)
			? servers.map(({server, areTyped}) => forServer(request, server, areTyped))
			: [request],
	);
}

type FoundServer = {
	readonly server: Server;
	/** DNS does not know it, and somebody typed its addresses. */
	readonly areTyped: boolean;
};

async function findServer(conversation: Conversation, name: string, lookUp: boolean): Promise<FoundServer> {
	const {questions, machine, signal} = conversation;
	const refused = refuseNames(name);
	if (refused !== null) {
		await questions.explain(`  x ${visible(refused)}\n`);
		return findServer(conversation, await askAgain(conversation, name), lookUp);
	}
	const find = (withAddresses: boolean) => findServers([name], withAddresses, machine, signal);
	if (lookUp) await questions.say(`Asking DNS for ${visible(name)} ...\n`);
	const {servers, problems} = await find(lookUp);
	const [server] = servers;
	if (server !== undefined) return {server, areTyped: false};
	await questions.explain(problems.map(({message}) => `  x ${visible(message)}\n`).join(''));
	const goesOn = await choose(questions, `What about ${visible(name)}?`, [
		{label: 'take another name', value: false},
		{label: 'take it as it is, and type its IP addresses', value: true},
	]);
	const [unknown] = goesOn ? (await find(false)).servers : [];
	if (unknown === undefined) return findServer(conversation, await askAgain(conversation, name), lookUp);
	return {server: {...unknown, addresses: await askAddresses(conversation, name)}, areTyped: true};
}

function formatServer({fqdn, addresses, isThisComputer}: Server): string {
	const lines = (addresses ?? []).map(
		({address, adapter}) => `  ${address}${adapter === null ? '' : `  ${visible(adapter)}`}\n`,
	);
	return `${visible(fqdn)}${isThisComputer ? ', this computer' : ''}\n${lines.join('')}`;
}
