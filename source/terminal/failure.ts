// What ended a run early, told on stderr: problems of the user's, or a bug of ours with its stack.
import {formatProblem} from '../problem/format.js';
import {error, type Problem, ProblemError} from '../problem/problem.js';
import {type Console, write} from './console.js';

/** Prints what was thrown, and returns it as problems. */
export async function reportFailure(failure: unknown, {stderr}: Console): Promise<readonly Problem[]> {
	const isOurs = !(failure instanceof ProblemError);
	const problems = isOurs ? [bug(failure)] : failure.problems;
	await write(stderr, problems.map(each => `${formatProblem(each)}\n`).join(''));
	if (isOurs && failure instanceof Error) await write(stderr, `${failure.stack ?? failure.message}\n`);
	return problems;
}

function bug(failure: unknown): Problem {
	const message = failure instanceof Error ? failure.message : String(failure);
	return error('internal-error', `this is a bug of ours: ${message}`, {
		hint: 'please report it with the lines below; README.md, "Reporting a bug", says where',
	});
}
