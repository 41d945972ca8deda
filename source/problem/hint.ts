// Hints that are to be typed on a command line, for places where there is none.
import type {Problem} from './problem.js';

/** True when the hint names an option or a command of the program. */
function isForCommandLine(hint: string): boolean {
	return /(?:^|\s)--[a-z]|safeq-cert-tui/.test(hint);
}

/** The problem as it is said where everything can be changed at once: without a hint for the command line. */
export function withoutCommandLine(problem: Problem): Problem {
	const {hint} = problem;
	return hint !== null && isForCommandLine(hint) ? {...problem, hint: null} : problem;
}
