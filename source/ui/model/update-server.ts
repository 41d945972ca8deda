// Which server the certificate is for: a name that is looked up in the background, or this computer.
import {offeredHost} from '../../plan/offered-host.js';
import {needsAddresses} from '../../plan/placeholder.js';
import type {Server} from '../../plan/plan.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import {textBuffer} from '../parts/text-buffer.js';
import {judge} from './draft.js';
import type {Draft, ServerChoice} from './job.js';
import {inScreenWords} from './screen-words.js';
import type {State} from './state.js';
import {changeDraft, draftById, notice, type Step, step} from './step.js';

/** Looks the typed name up when it is another one than before. */
export function askForServer(state: State, draft: Draft): Step {
	const typed = draft.server.buffer.text.trim();
	const name = offeredHost(typed) ?? typed;
	if (draft.server.isThisComputer || name === draft.server.asked) return step(state);
	if (name === '')
		return step(withServer(state, draft.id, {status: 'none', asked: '', server: null, problems: []}));
	const wantsAddresses = needsAddresses(draft.entry);
	return step(
		withServer(state, draft.id, {
			buffer: textBuffer(name),
			asked: name,
			status: 'looking',
			// Its names are known at once; the addresses follow.
			server: namedServer(name),
			problems: [],
		}),
		{effect: 'find-server', draft: draft.id, name, wantsAddresses},
	);
}

function namedServer(name: string): Server {
	const fqdn = name.toLowerCase();
	return {fqdn, hostname: fqdn.split('.')[0] ?? fqdn, addresses: null, isThisComputer: false};
}

/** Takes this computer; what it is called and which addresses it has comes back as an answer. */
export function takeThisComputer(state: State, draft: Draft): Step {
	return step(
		withServer(state, draft.id, {
			isThisComputer: true,
			status: 'looking',
			asked: '',
			server: null,
			problems: [],
		}),
		{effect: 'use-this-computer', draft: draft.id},
	);
}

/** The answer; a late one, for a name that is not asked for any more, changes nothing. */
export function serverFound(
	state: State,
	id: number,
	asked: string,
	server: Server | null,
	problems: readonly Problem[],
): State {
	const draft = draftById(state, id);
	if (draft === undefined || draft.server.status !== 'looking') return state;
	// This computer is asked for without a name.
	if (asked !== draft.server.asked) return state;
	// A name that DNS does not know is one all the same: only its addresses are missing, and the list says that.
	const said = problems
		.map(inScreenWords)
		.map(each => (each.code === 'server-unknown' ? asWarning(each) : each));
	const known = hasErrors(said) ? null : (server ?? draft.server.server);
	const found = withServer(state, id, {
		status: server === null || known === null ? 'unknown' : 'known',
		server: known,
		asked: known?.fqdn ?? asked,
		...(known === null ? {} : {buffer: textBuffer(known.fqdn)}),
		problems: said,
	});
	const [first] = said;
	// Of a form that was left it stands in the form.
	const isOpen = state.job?.drafts.includes(draft) === true;
	return first === undefined || !isOpen
		? found
		: notice(found, first.message, first.severity === 'error' ? 'error' : 'warning');
}

function asWarning(problem: Problem): Problem {
	return {...problem, severity: 'warning'};
}

function withServer(state: State, id: number, change: Partial<ServerChoice>): State {
	return changeDraft(state, id, draft => judge({...draft, server: {...draft.server, ...change}}, state.now));
}
