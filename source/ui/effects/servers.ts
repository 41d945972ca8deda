// The server that a certificate is for: looked up in DNS, or this computer.
import {findServers} from '../../machine/find-servers.js';
import type {Effect} from '../model/effects.js';
import type {AnswerMessage} from '../model/messages.js';
import type {Services} from './services.js';

type Found = Extract<AnswerMessage, {type: 'server-found'}>;

/** Finds a named server; its addresses only when the profile wants them. */
export async function findServer(
	{machine}: Services,
	{draft, name, wantsAddresses}: Extract<Effect, {effect: 'find-server'}>,
	signal: AbortSignal,
): Promise<Found> {
	const {servers, problems} = await findServers([name], wantsAddresses, machine, signal);
	return {type: 'server-found', draft, asked: name, server: servers[0] ?? null, problems};
}

/** Names and addresses of the computer that the program runs on. */
export async function takeThisComputer({machine}: Services, draft: number): Promise<Found> {
	const {server, problems} = await machine.thisComputer();
	return {type: 'server-found', draft, asked: '', server, problems};
}
