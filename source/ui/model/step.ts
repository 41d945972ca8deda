// What an update gives back: the next state, and what the machine is asked to do.
import type {Effect} from './effects.js';
import type {Draft, Job} from './job.js';
import type {Notice, State} from './state.js';

export type Step = {
	readonly state: State;
	readonly effects: readonly Effect[];
};

/** A step without or with effects. */
export function step(state: State, ...effects: readonly Effect[]): Step {
	return {state, effects};
}

/** Goes on from a step, keeping its effects. */
export function then(before: Step, next: (state: State) => Step): Step {
	const after = next(before.state);
	return {state: after.state, effects: [...before.effects, ...after.effects]};
}

/** The state with a notice, until the next key. */
export function notice(state: State, text: string, tone: Notice['tone'] = 'plain'): State {
	return {...state, notice: {tone, text}};
}

/** The state with its job changed; without a job, as it is. */
export function changeJob(state: State, change: (job: Job) => Job): State {
	return state.job === null ? state : {...state, job: change(state.job)};
}

/** The state with the form of these certificates changed, open or left: it may be another one that is open by now. */
export function changeForm(state: State, {drafts}: Job, change: (job: Job) => Job): State {
	const ids = new Set(drafts.map(each => each.id));
	const changed = (job: Job) => (job.drafts.some(each => ids.has(each.id)) ? change(job) : job);
	return {...changeJob(state, changed), aside: state.aside.map(changed)};
}

/** The state with the draft of this id changed; other drafts stay the same objects. */
export function changeDraft(state: State, id: number, change: (draft: Draft) => Draft): State {
	const changed = (job: Job): Job => ({
		...job,
		drafts: job.drafts.map(each => (each.id === id ? change(each) : each)),
	});
	// An answer may come when another form is open.
	const isAside = (job: Job) => job.drafts.some(each => each.id === id);
	return {
		...changeJob(state, changed),
		aside: state.aside.map(each => (isAside(each) ? changed(each) : each)),
	};
}

/** The draft of this id, in whichever form it is; undefined when it is gone. */
export function draftById({job, aside}: State, id: number): Draft | undefined {
	return [...(job === null ? [] : [job]), ...aside].flatMap(each => each.drafts).find(each => each.id === id);
}
