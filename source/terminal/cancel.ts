// What a signal does to a run: it is heard, and the run ends with a word about what was made until then.
import process from 'node:process';
import type {Outcome} from '../generate.js';
import {endSignals} from '../machine/end-signals.js';
import {error, type Problem} from '../problem/problem.js';
import {cancelCode} from './exit-code.js';

/**
 * Does `work` with a signal that is aborted, the name as its reason, when the process is asked to end, or when `work`
 * calls `cancel` for a key that means Ctrl+C. Who asks a second time is not kept waiting.
 */
export async function cancellable<T>(
	work: (signal: AbortSignal, cancel: () => void) => Promise<T>,
): Promise<T> {
	const abort = new AbortController();
	const names = Object.keys(endSignals);
	const unlisten = () => {
		for (const name of names) process.off(name, onSignal);
	};
	const onSignal = (name: NodeJS.Signals) => {
		abort.abort(name);
		// Not while the signal is still handed out: Inquirer ends the process by itself when it finds no other listener.
		setImmediate(unlisten);
	};
	for (const name of names) process.on(name, onSignal);
	try {
		return await work(abort.signal, () => abort.abort('SIGINT'));
	} finally {
		unlisten();
	}
}

/** The problem and exit code of a run that a signal cut short; null when it did all that it could. */
export function cancellation(
	outcomes: readonly Outcome[],
	signal: AbortSignal,
): {readonly problem: Problem; readonly exitCode: number} | null {
	const isComplete = outcomes.length > 0 && outcomes.every(({status}) => status !== 'cancelled');
	if (!signal.aborted || isComplete) return null;
	const made = outcomes.filter(({status}) => status === 'created').length;
	const count = made === 0 ? 'before anything was made' : `after ${made} of ${outcomes.length} certificates`;
	return {
		problem: error('cancelled', `cancelled by ${signal.reason} ${count}`),
		exitCode: cancelCode(signal),
	};
}
