// Work that ends with Ctrl+C or SIGTERM, and with the exit code for it.
import process from 'node:process';
import {exitCodes} from '../exit-code.js';

/** Runs `work` to its exit code; when a signal comes, its own signal is aborted and the code says which one it was. */
export async function untilSignal(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
	const abort = new AbortController();
	const onSignal = (name: NodeJS.Signals) => abort.abort(name);
	process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
	try {
		return await work(abort.signal);
	} catch (failure) {
		// Inquirer has Ctrl+C for itself, and says so with an error of this name.
		const isCancel = failure instanceof Error && failure.name === 'ExitPromptError';
		if (!abort.signal.aborted && !isCancel) throw failure;
		return abort.signal.reason === 'SIGTERM' ? exitCodes.terminated : exitCodes.cancelled;
	} finally {
		process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
	}
}
