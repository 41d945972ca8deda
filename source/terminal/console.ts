// The three streams and what a run may know of its surroundings; the only way in which commands speak.
import type {Readable, Writable} from 'node:stream';
import {formatProblems} from '../problem/format.js';
import {error, type Problem, ProblemError} from '../problem/problem.js';

export type Console = {
	readonly stdin: Readable & {readonly isTTY?: boolean; readonly setRawMode?: (on: boolean) => unknown};
	readonly stdout: Writable & {readonly isTTY?: boolean; readonly columns?: number};
	readonly stderr: Writable & {readonly isTTY?: boolean; readonly columns?: number};
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Absolute. */
	readonly cwd: string;
	readonly platform: NodeJS.Platform;
};

/** What a stream says whose reader has gone away (`| head`, a closed terminal): nobody misses the rest. */
const readerGone = ['EPIPE', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

/**
 * Writes a result and waits until the stream has taken it, so that nothing is lost when the process ends. Rejects
 * with a `ProblemError` when it is lost (a full disk), not when its reader has gone away.
 */
export async function write(stream: Writable, text: string): Promise<void> {
	const code = await attempt(stream, text);
	if (code === null || readerGone.includes(code)) return;
	throw new ProblemError(
		error(
			code === 'ENOSPC' ? 'disk-full' : 'output-unwritable',
			`the report could not be written to standard output (${code})`,
		),
	);
}

/** Writes what is wrong, or progress, as far as that works: there is nobody who could be told that it does not. */
export async function tell(stream: Writable, text: string): Promise<void> {
	await attempt(stream, text);
}

/** Writes problems as people look for them. The result counts, and is written whether or not somebody can read these. */
export function tellProblems({stderr}: Pick<Console, 'stderr'>, problems: readonly Problem[]): Promise<void> {
	return tell(stderr, formatProblems(problems));
}

/** The system's code of what went wrong; null when the stream has taken the text. */
function attempt(stream: Writable, text: string): Promise<string | null> {
	return new Promise(resolve => {
		// After the callback the stream emits the failure too, and without a listener that ends the program with a stack.
		const heard = () => {};
		stream.once('error', heard);
		stream.write(text, (failure?: NodeJS.ErrnoException | null) => {
			if (failure == null) stream.off('error', heard);
			resolve(failure == null ? null : (failure.code ?? failure.message));
		});
	});
}
