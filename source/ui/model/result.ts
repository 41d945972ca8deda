// The result screen: progress while it runs, then what was made and what to do next.
import type {Outcome} from '../../generate.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import type {Secret} from './secret.js';

export type ResultState = {
	readonly screen: 'result';
	readonly status: 'running' | 'stopping' | 'done';
	/** How many certificates are made. */
	readonly count: number;
	/** While it runs, those that are finished; then all of them, in the order of the list. */
	readonly outcomes: readonly Outcome[];
	/** The generated password of the only certificate; null when it was typed, or stands in a file. */
	readonly password: Secret | null;
	readonly isPasswordShown: boolean;
	/** True once a generated password surely lies on the clipboard; until then leaving asks. */
	readonly isPasswordKept: boolean;
	/** The terminal was asked to put it on the clipboard; whether it did, nobody says. */
	readonly isPasswordSent: boolean;
	/** Where the generated passwords of a batch stand. */
	readonly passwordsFile: string | null;
	readonly problems: readonly Problem[];
	readonly top: number;
};

/** What was written in this session and stays in the normal screen after leaving; never a password. */
export type Written = {
	readonly name: string;
	readonly files: readonly string[];
	readonly thumbprint: string;
	/** Where its password stands; null when it was typed, or shown. */
	readonly passwordsFile: string | null;
};

/** A run of `count` certificates that has just begun. */
export function startedResult(count: number): ResultState {
	return {
		screen: 'result',
		status: 'running',
		count,
		outcomes: [],
		password: null,
		isPasswordShown: true,
		isPasswordKept: false,
		isPasswordSent: false,
		passwordsFile: null,
		problems: [],
		top: 0,
	};
}

/** The certificates that were made. */
export function madeIn({outcomes}: ResultState): readonly Outcome[] {
	return outcomes.filter(each => each.status === 'created');
}

/** `failed`: something could not be made; `stopped`: somebody stopped it before all was made. */
export type Ending = 'running' | 'complete' | 'failed' | 'stopped';

/** How the run ended. */
export function endingOf(screen: ResultState): Ending {
	if (screen.status !== 'done') return 'running';
	const {problems, outcomes, count} = screen;
	if (hasErrors(problems) || outcomes.some(each => each.status === 'failed')) return 'failed';
	return madeIn(screen).length === count ? 'complete' : 'stopped';
}

/** `before` with another certificate, in the place of one whose files it has replaced. */
export function withWritten(before: readonly Written[], fresh: Written): readonly Written[] {
	const isReplaced = ({files}: Written) => files.every(each => fresh.files.includes(each));
	return [...before.filter(each => !isReplaced(each)), fresh];
}
