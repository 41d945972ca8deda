// For which server, and what is known of it: this computer, or names that are looked up in DNS.
import {thisComputerWord} from '../../machine/find-servers.js';
import {parseGeneralName} from '../../plan/general-name.js';
import {needsAddresses, needsServer} from '../../plan/placeholder.js';
import type {Server, ServerAddress} from '../../plan/plan.js';
import {splitNames} from '../../plan/split-names.js';
import type {Request} from '../../prepare.js';
import {hasErrors, type Problem, ProblemError} from '../../problem/problem.js';
import {quoted, visible} from '../../problem/visible.js';
import {type Conversation, reasonOf, sayProblems} from './conversation.js';
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
	const names = args.servers.length > 0 ? args.servers : await askNames(conversation, task, own);
	const lookUp = asking.some(({entry}) => needsAddresses(entry));
	const servers: FoundServer[] = [];
	for (const name of new Set(names.map(each => each.toLowerCase()))) {
		const isOwn = name === thisComputerWord || (name === own.server.fqdn && !isDomainWanted(asking));
		if (isOwn && hasErrors(own.problems)) throw new ProblemError(...own.problems);
		if (isOwn && args.servers.length > 0) await sayProblems(questions, own.problems);
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

/** True for a profile such as "ssl-wildcard", which wants the name of a domain. */
function isDomainWanted(requests: readonly Request[]): boolean {
	return requests.some(({entry}) =>
		entry.subjectAlternativeNames?.value.some(({value}) => value.trim() === '*.{fqdn}'),
	);
}

type Own = {readonly server: Server; readonly problems: readonly Problem[]};

async function askNames(
	{questions}: Conversation,
	{requests, isGroup}: Task,
	{server, problems}: Own,
): Promise<readonly string[]> {
	if (isGroup) {
		await questions.explain('\nThe servers of the group, one a line or several; an empty line goes on.\n');
		const names: string[] = [];
		for (;;) {
			const answer = await questions.ask({
				message: 'Server',
				refuse: text => (text === '' && names.length === 0 ? 'name at least one' : refuseNames(text)),
			});
			const pasted = questions.takePasted();
			if (answer === '' && pasted.length === 0) return names;
			names.push(...[answer, ...pasted].flatMap(splitNames));
		}
	}
	if (isDomainWanted(requests)) {
		const domain = server.fqdn.split('.').slice(1).join('.');
		return splitNames(
			await questions.ask({
				message: 'For which domain, such as company.com?',
				...(domain.includes('.') ? {fallback: domain} : {}),
				refuse: text => (text === '' ? 'give its name' : refuseNames(text)),
			}),
		);
	}
	const canBeOwn = !hasErrors(problems);
	await questions.say(canBeOwn ? `\nThis computer is ${visible(server.fqdn)}.\n` : '\n');
	await sayProblems(
		questions,
		problems.filter(({severity}) => severity !== 'error'),
	);
	const answer = await questions.ask({
		message: 'For which server? Its full name, as clients use it',
		...(canBeOwn ? {fallback: server.fqdn} : {}),
		refuse: text => (text === '' ? 'give its name' : refuseNames(text)),
	});
	return splitNames(answer);
}

/** Why one of the names is not a server's; null when all are. */
function refuseNames(text: string): string | null {
	for (const name of splitNames(text)) {
		const {value, problems} = parseGeneralName(name);
		const [problem] = problems;
		if (value === null && problem !== undefined) return reasonOf(problem);
		if (value?.type === 'ip') return `${quoted(name)} is an address: give the name, addresses come next`;
		if (value?.type !== 'dns' || value.value.startsWith('*')) return `${quoted(name)} is no server's name`;
	}
	return null;
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
	const [hostname = name] = name.split('.');
	const server = {fqdn: name, hostname, addresses: null, isThisComputer: false};
	if (!lookUp) return {server, areTyped: false};
	await questions.say(`Asking DNS for ${visible(name)} ...\n`);
	const found = await machine.lookUp(name, signal);
	if (!('severity' in found)) return {server: {...server, addresses: found}, areTyped: false};
	await questions.explain(`  x ${visible(found.message)}\n`);
	const goesOn = await choose(questions, `What about ${visible(name)}?`, [
		{label: 'take another name', value: false},
		{label: 'take it as it is, and type its IP addresses', value: true},
	]);
	if (goesOn) return {server: {...server, addresses: await askAddresses(conversation, name)}, areTyped: true};
	return findServer(conversation, await askAgain(conversation, name), lookUp);
}

async function askAgain({questions}: Conversation, name: string): Promise<string> {
	const refuse = (text: string) =>
		splitNames(text).length === 1 ? refuseNames(text) : 'give the name of one server';
	const answer = await questions.ask({message: 'Server', draft: name, refuse});
	return answer.toLowerCase();
}

async function askAddresses({questions}: Conversation, name: string): Promise<readonly ServerAddress[]> {
	const refuse = (text: string) => {
		const wrong = splitNames(text).find(each => parseGeneralName(each).value?.type !== 'ip');
		return wrong === undefined ? null : `${quoted(wrong)} is not an IPv4 or IPv6 address`;
	};
	const message = `IP addresses of ${visible(name)}, with spaces between (Enter: none)`;
	return splitNames(await questions.ask({message, refuse})).map(address => ({address, adapter: null}));
}

function formatServer({fqdn, addresses, isThisComputer}: Server): string {
	const lines = (addresses ?? []).map(
		({address, adapter}) => `  ${address}${adapter === null ? '' : `  ${visible(adapter)}`}\n`,
	);
	return `${visible(fqdn)}${isThisComputer ? ', this computer' : ''}\n${lines.join('')}`;
}
