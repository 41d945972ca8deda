// When drafts are judged: at once when a field is left, after a pause while it is typed in.
import {isChanged, judge} from './draft.js';
import type {Job} from './job.js';
import type {State} from './state.js';
import {changeDraft, draftById, type Step, step} from './step.js';

/** A draft's values changed: judge it soon, when the typing pauses. */
export function judgeSoon(state: State, id: number): Step {
	const changed = changeDraft(state, id, draft => ({...draft, changes: draft.changes + 1}));
	const changes = draftById(changed, id)?.changes ?? 0;
	return step(changed, {effect: 'pause', draft: id, changes});
}

/** Judges a draft at once, and has another key made when its type changed. */
export function judgeNow(state: State, id: number): Step {
	const judged = changeDraft(state, id, draft => judge(draft, state.now));
	const draft = draftById(judged, id);
	if (draft === undefined || draft.madeAhead?.type === draft.key) return step(judged);
	const without = changeDraft(judged, id, each => ({...each, madeAhead: null}));
	return step(without, {effect: 'make-key', draft: id, key: draft.key});
}

/** True when leaving would lose something: of the form that is open, or of one that was left. */
export function hasUnsaved(state: State): boolean {
	const isWritten = state.screens.at(-1)?.screen === 'result';
	const open = state.job === null || isWritten ? [] : [state.job];
	return [...open, ...state.aside].some(holdsChanges);
}

/** True for a form with something that is neither saved nor written, if only half a name. */
export function holdsChanges(job: Job): boolean {
	const isTyped = job.drafts.some(({addresses}) => addresses.draft.text.trim() !== '');
	return changedIn(job) > 0 || isTyped || job.typed.text.trim() !== '';
}

/** How many certificates were changed, added or taken out since they were opened. */
export function changedCount({job}: State): number {
	return job === null ? 0 : changedIn(job);
}

/** The same of one form. */
function changedIn(job: Job): number {
	const removed = job.openedCount - job.drafts.filter(each => !each.isNew).length;
	return job.drafts.filter(isChanged).length + removed;
}
