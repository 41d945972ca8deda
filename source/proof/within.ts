// A promise with an end: what takes longer has failed.

/** The result of `work`, or a rejection after this time; no timer stays behind. */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new Error(`${what} took longer than ${milliseconds / 1000} seconds`)),
			milliseconds,
		);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
