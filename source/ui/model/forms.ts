// The forms of a session: the one that is open, and those that were left; none is lost by opening another one.
import type {Job} from './job.js';
import {holdsChanges} from './judging.js';
import type {State} from './state.js';

/** The form that somebody went back from and that stands for the same as `job`; null: there is none worth keeping. */
export function formOf(state: State, job: Job): Job | null {
	return asideWith(state).find(each => keyOf(each) === keyOf(job)) ?? null;
}

/** What is left aside once another form is opened. */
export function asideWith({job, aside}: State): readonly Job[] {
	return job === null || !isBegun(job) ? aside : [...withoutForm(aside, job), job];
}

/** All but the form that stands for the same as `job`. */
export function withoutForm(all: readonly Job[], job: Job): readonly Job[] {
	return all.filter(each => keyOf(each) !== keyOf(job));
}

/** The files of the profiles whose forms hold changes that are neither saved nor written. */
export function changedFiles({job, aside}: State): ReadonlySet<string> {
	const all = job === null ? aside : [...aside, job];
	return new Set(all.filter(holdsChanges).map(each => each.profile.file));
}

/** Two forms of the same profile are one, and so are two that make the same certificate again. */
function keyOf({profile, again}: Job): string {
	return again === null ? `profile ${profile.file} ${profile.name}` : `again ${again.certificate.thumbprint}`;
}

/** True when somebody did something in it, if only said for which server it is. */
function isBegun(job: Job): boolean {
	const {drafts, password} = job;
	const isAsked = drafts.some(({server}) => server.buffer.text.trim() !== '' || server.isThisComputer);
	return holdsChanges(job) || isAsked || !password.typed.isEmpty;
}
