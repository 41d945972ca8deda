// How much key derivation a file may ask for, and turns for others while it goes on.
import {PfxError} from './pfx-error.js';

/**
 * Iterations times chains, summed over a file. GnuTLS's 3DES files with one key need 4.2 million, some 2 seconds;
 * whoever asks for more wants to keep us busy.
 */
export const mostWork = 5_000_000;

/** What long derivations report to; the same for writing and reading. */
export type Work = {
	/** Before a derivation: `chains` chains of `iterations` hashes each. */
	readonly charge: (iterations: number, chains: number) => void;
	/** Between two slices of a derivation that runs on the main thread. */
	readonly pause: () => Promise<void>;
};

/** Resolves when the event loop has had its turn: others are heard between two slices of long work. */
export function nextTurn(): Promise<void> {
	return new Promise(resolve => {
		setImmediate(resolve);
	});
}

/** For what we write ourselves: no limit, since the plan has one. */
export const unlimitedWork: Work = {charge: () => {}, pause: nextTurn};

/**
 * For files from elsewhere: throws PfxError `too-much-work` before the sum over the file exceeds `limit`, and the
 * signal's reason when it is aborted. A limit on one iteration count alone would let a file of a hundred bags pass.
 */
export function limitedWork(limit: number, signal: AbortSignal | undefined): Work {
	let sum = 0;
	return {
		charge: (iterations, chains) => {
			signal?.throwIfAborted();
			sum += iterations * chains;
			if (sum > limit)
				throw new PfxError(
					'too-much-work',
					`opening the file takes more than ${limit} iterations of key derivation`,
				);
		},
		pause: async () => {
			await nextTurn();
			signal?.throwIfAborted();
		},
	};
}
