// Changes of the list of addresses within the state: judged, with the choice where it belongs, and said in a notice.
import {type LeftOut, type ListedNames, nothingLeftOut} from '../../plan/listed-names.js';
import {type Added, bothPasted, describeAdded, type Pasted} from './added.js';
import {settled} from './address-choice.js';
import type {AddressOrigin, Addresses} from './addresses.js';
import {addEntries, sortEntries} from './edit-addresses.js';
import type {Draft} from './job.js';
import {judgeNow} from './judging.js';
import {addressReader} from './reading.js';
import type {State} from './state.js';
import {changeDraft, draftById, notice, type Step, step, then} from './step.js';

/** Adds names and says what became of them. */
export function add(
	state: State,
	id: number,
	texts: readonly string[],
	origin: AddressOrigin,
	before: string,
	leftOut: LeftOut = nothingLeftOut,
): Step {
	const draft = draftById(state, id);
	if (draft === undefined) return step(state);
	const {taken, added} = take(state, draft, texts, origin);
	return then(taken, next => step(said(next, before, {added, leftOut})));
}

/** Adds what was pasted; a part that `goesOn` counts, and is taken back, together with the parts before it. */
export function addPasted(state: State, draft: Draft, {names, leftOut}: ListedNames, goesOn: boolean): Step {
	const {pasted: earlier, past} = draft.addresses;
	const {taken, added} = take(state, draft, names, 'new');
	const isOne = goesOn && earlier !== null;
	const pasted = isOne ? bothPasted(earlier, {added, leftOut}) : {added, leftOut};
	const hasChanged = isOne && earlier.added.fresh + earlier.added.wrong > 0;
	return then(taken, next => {
		const kept = changeDraft(next, draft.id, each => ({
			...each,
			addresses: {...each.addresses, pasted, past: hasChanged ? past : each.addresses.past},
		}));
		return step(said(kept, 'pasted: ', pasted));
	});
}

function take(
	state: State,
	draft: Draft,
	texts: readonly string[],
	origin: AddressOrigin,
): {readonly taken: Step; readonly added: Added} {
	const {list, added} = addEntries(draft.addresses, draft.outlook.rows, texts, origin, readerOf(draft));
	const taken = then(judgeNow(keep(state, draft, list), draft.id), next =>
		step(
			changeDraft(next, draft.id, each => ({
				...each,
				addresses: {...each.addresses, selected: each.outlook.rows.length, filter: null},
			})),
		),
	);
	return {taken, added};
}

function said(state: State, before: string, came: Pasted): State {
	return notice(state, before + describeAdded(came), toneOf(came.added));
}

/** Puts the list in order. */
export function sortList(state: State, draft: Draft): Step {
	return withList(
		state,
		draft,
		sortEntries(draft.addresses, draft.outlook.rows),
		'sorted; Ctrl+_ takes it back',
	);
}

/** Elsewhere the whole list is seen, so that no error is hidden. */
export function showAll(state: State, id: number): State {
	return changeDraft(state, id, each => ({...each, addresses: {...each.addresses, filter: null}}));
}

/** Takes a changed list in and says what was done; the same list changes nothing. */
export function withList(state: State, draft: Draft, list: Addresses, said: string): Step {
	if (list === draft.addresses) return step(state);
	return then(judged(keep(state, draft, list), draft.id), next => step(notice(next, said)));
}

/** Reads the changed list, and keeps the choice on a row that is shown. */
export function judged(state: State, id: number): Step {
	return then(judgeNow(state, id), next =>
		step(changeDraft(next, id, each => ({...each, addresses: settled(each.addresses, each.outlook.rows)}))),
	);
}

/** The draft with another list, not judged yet. */
export function keep(state: State, draft: Draft, addresses: Addresses): State {
	return changeDraft(state, draft.id, each => ({...each, addresses}));
}

function readerOf({server, outlook}: Draft) {
	return addressReader(server.server, outlook.plan);
}

function toneOf({fresh, wrong}: Added): 'plain' | 'warning' {
	return wrong > 0 || fresh === 0 ? 'warning' : 'plain';
}
