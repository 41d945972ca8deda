// The questions about servers: for which one, or which ones, and where DNS does not know it.
import {parseGeneralName} from '../../plan/general-name.js';
import type {Server, ServerAddress} from '../../plan/plan.js';
import {splitNames} from '../../plan/split-names.js';
import type {Request} from '../../prepare.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import {quoted, visible} from '../../problem/visible.js';
import {type Conversation, reasonOf} from './conversation.js';
import type {Task} from './task.js';

type Own = {readonly server: Server; readonly problems: readonly Problem[]};

/** The names of the servers, at least one; `own` is this computer, which is offered. */
export async function askServers(
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
	const answer = await questions.ask({
		message: 'For which server? Its full name, as clients use it',
		...(canBeOwn ? {fallback: server.fqdn} : {}),
		refuse: text => (text === '' ? 'give its name' : refuseNames(text)),
	});
	return splitNames(answer);
}

/** True for a profile such as "ssl-wildcard", which wants the name of a domain. */
export function isDomainWanted(requests: readonly Request[]): boolean {
	return requests.some(({entry}) =>
		entry.subjectAlternativeNames?.value.some(({value}) => value.trim() === '*.{fqdn}'),
	);
}

/** Why one of the names is not a server's; null when all are. */
export function refuseNames(text: string): string | null {
	for (const name of splitNames(text)) {
		const {value, problems} = parseGeneralName(name);
		const [problem] = problems;
		if (value === null && problem !== undefined) return reasonOf(problem);
		if (value?.type === 'ip') return `${quoted(name)} is an address: give the name, addresses come next`;
		if (value?.type !== 'dns' || value.value.startsWith('*')) return `${quoted(name)} is no server's name`;
	}
	return null;
}

/** Another name for a server that was not found. */
export async function askAgain({questions}: Conversation, name: string): Promise<string> {
	const refuse = (text: string) =>
		splitNames(text).length === 1 ? refuseNames(text) : 'give the name of one server';
	const answer = await questions.ask({message: 'Server', draft: name, refuse});
	return answer.toLowerCase();
}

/** The addresses of a server that DNS does not know. */
export async function askAddresses(
	{questions}: Conversation,
	name: string,
): Promise<readonly ServerAddress[]> {
	const refuse = (text: string) => {
		const wrong = splitNames(text).find(each => parseGeneralName(each).value?.type !== 'ip');
		return wrong === undefined ? null : `${quoted(wrong)} is not an IPv4 or IPv6 address`;
	};
	const message = `IP addresses of ${visible(name)}, with spaces between (Enter: none)`;
	return splitNames(await questions.ask({message, refuse})).map(address => ({address, adapter: null}));
}
