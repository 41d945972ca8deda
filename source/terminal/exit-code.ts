// What the exit code says, in one place.
import {endCode, endSignals} from '../machine/end-signals.js';
import type {Problem} from '../problem/problem.js';

export const exitCodes = {
	done: 0,
	problems: 1,
	usage: 2,
	couldNotLook: 3,
	internal: 70,
	hungUp: endSignals.SIGHUP,
	cancelled: endSignals.SIGINT,
	terminated: endSignals.SIGTERM,
} as const;

/** What every command can end with, for its help. */
export const otherExitCodes = '70 a bug of ours; 129, 130 and 143 cancelled.';

/**
 * The exit code for what was found: a bug of ours before wrong usage before problems. With `strict`, warnings count as
 * errors; notes never do.
 */
export function exitCodeOf(problems: readonly Problem[], strict: boolean): number {
	const counts = problems.filter(
		each => each.severity === 'error' || (strict && each.severity === 'warning'),
	);
	if (counts.some(each => each.code === 'internal-error' || each.code === 'proof-failed'))
		return exitCodes.internal;
	if (counts.some(each => each.code === 'usage')) return exitCodes.usage;
	return counts.length > 0 ? exitCodes.problems : exitCodes.done;
}

/** The same for what looks at something, where 1 is an answer: without one, it could not look. */
export function lookCodeOf(problems: readonly Problem[]): number {
	const code = exitCodeOf(problems, false);
	return code === exitCodes.problems ? exitCodes.couldNotLook : code;
}

/** The exit code of a run that a signal ended; the signal's name is the reason of the abort. */
export function cancelCode({reason}: AbortSignal): number {
	return endCode(reason);
}
