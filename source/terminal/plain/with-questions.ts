// Opens a terminal for questions, and gives it back whatever happens.
import process from 'node:process';
import type {Console} from '../console.js';
import {cancelCode} from '../exit-code.js';
import {isDumb} from '../front-door.js';
import {LeaveError, type Questions} from './questions.js';

/**
 * Has `use` ask its questions, and resolves with its exit code, or with the one for a cancel. `signal` is aborted with
 * the name of the signal that ends the program. Standard input and output must be terminals.
 */
export async function withQuestions(
	console: Console,
	use: (questions: Questions, signal: AbortSignal) => Promise<number>,
): Promise<number> {
	const abort = new AbortController();
	const onSignal = (name: NodeJS.Signals) => abort.abort(name);
	// Not once: Inquirer ends the process by itself when it finds no other listener than its own.
	process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
	const open = isDumb(console.env)
		? (await import('./line-questions.js')).lineQuestions
		: (await import('./inquirer-questions.js')).inquirerQuestions;
	const questions = open(console, abort.signal, () => abort.abort('SIGINT'));
	try {
		return await use(questions, abort.signal);
	} catch (failure) {
		if (!(failure instanceof LeaveError) && !abort.signal.aborted) throw failure;
		await questions.say('\nCancelled, nothing was written.\n');
		return cancelCode(abort.signal);
	} finally {
		questions.close();
		process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
	}
}
