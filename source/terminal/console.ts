// The three streams and what a run may know of its surroundings; the only way in which commands speak.
import type {Readable, Writable} from 'node:stream';

export type Console = {
	readonly stdin: Readable & {readonly isTTY?: boolean; readonly setRawMode?: (on: boolean) => unknown};
	readonly stdout: Writable & {readonly isTTY?: boolean; readonly columns?: number};
	readonly stderr: Writable & {readonly isTTY?: boolean; readonly columns?: number};
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Absolute. */
	readonly cwd: string;
	readonly platform: NodeJS.Platform;
};

/**
 * Writes a text and waits until the stream has taken it, so that nothing is lost when the process ends.
 * A reader that has gone away (`| head`) is not our failure.
 */
export function write(stream: Writable, text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const onError = (failure: NodeJS.ErrnoException) =>
			failure.code === 'EPIPE' ? resolve() : reject(failure);
		stream.once('error', onError);
		stream.write(text, failure => {
			stream.off('error', onError);
			if (failure) onError(failure);
			else resolve();
		});
	});
}
