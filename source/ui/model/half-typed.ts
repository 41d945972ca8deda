// What Esc left half typed: it waits on the last line of its list, and who goes on from there means it, too.
import type {State} from './state.js';
import {draftById, type Step, step, then} from './step.js';
import {leaveAddresses} from './update-addresses.js';

/** Takes it in every list of the form. */
export function takeHalfTyped(state: State): Step {
	const left = state.job?.drafts.filter(({addresses}) => addresses.draft.text.trim() !== '') ?? [];
	return left.reduce(
		(before, draft) => then(before, next => leaveAddresses(next, draftById(next, draft.id) ?? draft)),
		step(state),
	);
}
