// The result screen: progress while it runs, then what was made and what to do next.
import type {Outcome} from '../../generate.js';
import type {Problem} from '../../problem/problem.js';
import type {Secret} from './secret.js';

export type ResultState = {
	readonly screen: 'result';
	readonly status: 'running' | 'stopping' | 'done';
	/** How many certificates are made. */
	readonly count: number;
	/** In the order in which they were finished. */
	readonly outcomes: readonly Outcome[];
	/** The generated password of the only certificate; null when it was typed, or stands in a file. */
	readonly password: Secret | null;
	readonly isPasswordShown: boolean;
	/** False while leaving would lose a generated password that nobody has copied or said to have kept. */
	readonly isPasswordKept: boolean;
	/** Where the generated passwords of a batch stand. */
	readonly passwordsFile: string | null;
	readonly problems: readonly Problem[];
	readonly top: number;
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
		passwordsFile: null,
		problems: [],
		top: 0,
	};
}
