// What every part of the conversation works with.
import type {Machine} from '../../machine/machine.js';
import {formatProblem} from '../../problem/format.js';
import {withoutCommandLine} from '../../problem/hint.js';
import type {Problem} from '../../problem/problem.js';
import type {Arguments} from '../arguments.js';
import type {Console} from '../console.js';
import type {ProfileAccess} from '../requests.js';
import type {Questions} from './questions.js';

export type Conversation = {
	readonly args: Arguments;
	readonly questions: Questions;
	readonly console: Console;
	readonly profiles: ProfileAccess;
	readonly machine: Machine;
	/** Aborted with the name of the signal that ends the program. */
	readonly signal: AbortSignal;
};

/**
 * Prints problems as the unattended run does, but for the program's name where there is no place, and hints that
 * speak of options: here every value can be changed.
 */
export async function sayProblems(questions: Questions, problems: readonly Problem[]): Promise<void> {
	const lines = problems.map(each => {
		return `${formatProblem(withoutCommandLine(each)).replace(/^safeq-cert-tui: /, '')}\n`;
	});
	if (lines.length > 0) await questions.explain(lines.join(''));
}

/** A problem in the middle of a sentence: the message, and the hint where there is one. */
export function reasonOf({message, hint}: Problem): string {
	return hint === null ? message : `${message}; ${hint}`;
}
