// A command that ends when a signal asks for it, with the exit code for that.
import {cancellable} from '../cancel.js';
import {cancelCode, exitCodes} from '../exit-code.js';

/** Runs `work` to its exit code; when a signal comes, its own signal is aborted and the code says which one it was. */
export function untilSignal(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
	return cancellable(async signal => {
		try {
			return await work(signal);
		} catch (failure) {
			if (signal.aborted) return cancelCode(signal);
			// Inquirer has Ctrl+C for itself, and says so with an error of this name.
			if (failure instanceof Error && failure.name === 'ExitPromptError') return exitCodes.cancelled;
			throw failure;
		}
	});
}
