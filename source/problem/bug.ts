// What was thrown and is no problem of the user's: a bug of ours, as a problem.
import {error, type Problem} from './problem.js';

/** The problem for a bug; the stack is printed beside it, never in it. */
export function bugProblem(thrown: unknown): Problem {
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return error('internal-error', `this is a bug of ours: ${message}`, {
		hint: 'please report it with the lines below; README.md, "Reporting a bug", says where',
	});
}

/** The stack with a line end; empty when what was thrown has none. */
export function formatStack(thrown: unknown): string {
	return thrown instanceof Error ? `${thrown.stack ?? thrown.message}\n` : '';
}
