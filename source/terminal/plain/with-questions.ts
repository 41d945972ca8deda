// Opens a terminal for questions, and gives it back whatever happens.
import {cancellable} from '../cancel.js';
import type {Console} from '../console.js';
import {cancelCode} from '../exit-code.js';
import {isDumb} from '../front-door.js';
import {LeaveError, type Questions} from './questions.js';

/**
 * Has `use` ask its questions, and resolves with its exit code, or with the one for a cancel. `signal` is aborted with
 * the name of the signal that ends the program. Standard input and output must be terminals.
 */
export function withQuestions(
	console: Console,
	use: (questions: Questions, signal: AbortSignal) => Promise<number>,
): Promise<number> {
	return cancellable(async (signal, cancel) => {
		const open = isDumb(console.env)
			? (await import('./line-questions.js')).lineQuestions
			: (await import('./inquirer-questions.js')).inquirerQuestions;
		const questions = open(console, signal, cancel);
		try {
			return await use(questions, signal);
		} catch (failure) {
			if (!(failure instanceof LeaveError) && !signal.aborted) throw failure;
			await questions.say('\nCancelled, nothing was written.\n');
			return cancelCode(signal);
		} finally {
			questions.close();
		}
	});
}
