// What ended a run early, told on stderr: problems of the user's, or a bug of ours with its stack.
import {bugProblem, formatStack} from '../problem/bug.js';
import {formatProblem} from '../problem/format.js';
import {type Problem, ProblemError} from '../problem/problem.js';
import {type Console, tell} from './console.js';

/** Prints what was thrown, and returns it as problems. */
export async function reportFailure(failure: unknown, {stderr}: Console): Promise<readonly Problem[]> {
	const isOurs = !(failure instanceof ProblemError);
	const problems = isOurs ? [bugProblem(failure)] : failure.problems;
	const stack = isOurs ? formatStack(failure) : '';
	await tell(stderr, problems.map(each => `${formatProblem(each)}\n`).join('') + stack);
	return problems;
}
