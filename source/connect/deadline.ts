// One time limit for everything that is done with one server.

export type Deadline = {
	/** Aborted at the end of the time, or with the reason of the signal from outside. */
	readonly signal: AbortSignal;
	/** True when it was the time that ran out. */
	readonly isOver: () => boolean;
	readonly leftMs: () => number;
	/** No timer stays behind. */
	readonly clear: () => void;
};

/** `1 second`, `0.5 seconds`. */
export function secondsText(milliseconds: number): string {
	return `${milliseconds / 1000} ${milliseconds === 1000 ? 'second' : 'seconds'}`;
}

/** Starts a limit of `milliseconds`. */
export function startDeadline(milliseconds: number, outer?: AbortSignal): Deadline {
	const controller = new AbortController();
	const end = performance.now() + milliseconds;
	const onAbort = () => controller.abort(outer?.reason);
	const timer = setTimeout(() => controller.abort(new Error('the time is over')), milliseconds);
	if (outer?.aborted) onAbort();
	else outer?.addEventListener('abort', onAbort, {once: true});
	return {
		signal: controller.signal,
		isOver: () => controller.signal.aborted && outer?.aborted !== true,
		leftMs: () => Math.max(0, end - performance.now()),
		clear: () => {
			clearTimeout(timer);
			outer?.removeEventListener('abort', onAbort);
		},
	};
}

/** `work`, or a rejection with the signal's reason as soon as it is aborted. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	const {promise, reject} = Promise.withResolvers<never>();
	const onAbort = () => reject(signal.reason);
	if (signal.aborted) onAbort();
	else signal.addEventListener('abort', onAbort, {once: true});
	return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', onAbort));
}
