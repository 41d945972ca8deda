// The addresses of servers that were added: DNS is asked for them, or they were pasted along.
import type {AddressOrigin} from './addresses.js';
import {judge} from './draft.js';
import {addEntries} from './edit-addresses.js';
import type {Draft} from './job.js';
import {addressReader} from './reading.js';
import {isAddress} from './server-rows.js';
import {serverNameOf, wantsAddresses} from './servers.js';
import type {State} from './state.js';
import {changeDraft, type Step, step} from './step.js';
import {askForServer} from './update-server.js';

/** Addresses that DNS knows of a server that was added. No key is made for it yet: there may be a hundred of them. */
export function takeAddresses(
	state: State,
	id: number,
	names: readonly string[],
	origin: AddressOrigin,
): State {
	return changeDraft(state, id, draft =>
		withAddresses({...draft, isAskingDns: false}, names, origin, state.now),
	);
}

/** The draft with these addresses, too. */
export function withAddresses(
	draft: Draft,
	names: readonly string[],
	origin: AddressOrigin,
	now: Date,
): Draft {
	const {addresses, outlook, server} = draft;
	if (names.length === 0) return draft;
	const read = addressReader(server.server, outlook.plan);
	const {list} = addEntries(addresses, outlook.rows, names, origin, read);
	return judge({...draft, addresses: list}, now);
}

/** DNS is asked for what the one that it was made after had written out. */
export function findAddresses(state: State, draft: Draft, before: Draft): Step {
	if (draft.needsServer) return askForServer(state, draft);
	// What was pasted with it is what it has.
	if (!wantsAddresses(before) || draft.addresses.items.some(each => isAddress(each.written)))
		return step(state);
	return askDns(state, draft);
}

function askDns(state: State, draft: Draft): Step {
	const argument = serverNameOf(draft) ?? '';
	return step(
		changeDraft(state, draft.id, each => ({...each, isAskingDns: true})),
		{effect: 'find-names', asked: null, draft: draft.id, source: 'dns', argument, password: null},
	);
}

/** What DNS said while it was not in the list, or for another name, is lost: it is asked again. */
export function askAgain(state: State, draft: Draft): Step {
	if (draft.server.status === 'looking')
		return askForServer(state, {...draft, server: {...draft.server, asked: ''}});
	return draft.isAskingDns ? askDns(state, draft) : step(state);
}
