// A piece of work with an end: what takes longer has failed.

/**
 * The result of `start`, or a rejection after this time, which also aborts the signal that it was given. No timer
 * stays behind.
 */
export async function within<T>(
	milliseconds: number,
	what: string,
	start: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const controller = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			const reason = new Error(`${what} took longer than ${milliseconds / 1000} seconds`);
			reject(reason);
			controller.abort(reason);
		}, milliseconds);
	});
	try {
		return await Promise.race([start(controller.signal), late]);
	} finally {
		clearTimeout(timer);
	}
}
