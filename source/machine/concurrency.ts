// A queue: at most so many pieces of work at a time, the rest waits its turn or gives up.

/** Starts `work` when its turn comes. Rejects at once with the signal's reason when aborted, waiting or not. */
export type Queue = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * A queue that has at most `limit` pieces of work under way. Aborted work that has not started never starts;
 * work that has started keeps its place until it ends, but nobody waits for it.
 */
export function makeQueue(limit: number): Queue {
	const waiting: (() => void)[] = [];
	let running = 0;

	const next = () => {
		while (running < limit) {
			const start = waiting.shift();
			if (start === undefined) return;
			running++;
			start();
		}
	};

	return (work, signal) =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) {
				reject(signal.reason);
				return;
			}
			const start = () => {
				work()
					.then(resolve, reject)
					.finally(() => {
						signal?.removeEventListener('abort', abort);
						running--;
						next();
					});
			};
			const abort = () => {
				const place = waiting.indexOf(start);
				if (place >= 0) waiting.splice(place, 1);
				reject(signal?.reason);
			};
			signal?.addEventListener('abort', abort, {once: true});
			waiting.push(start);
			next();
		});
}
