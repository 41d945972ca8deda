// Whole lines from a terminal that only prints, kept until somebody asks for them.
import type {Console} from '../console.js';
import {LeaveError} from './questions.js';

export type LineReader = {
	/** The next line, without its end. Rejects with LeaveError for Esc alone, and when aborted. */
	readonly next: () => Promise<string>;
	/** The whole lines that are there already; a part of one stays. */
	readonly take: () => readonly string[];
	/** Lets `read` have what is typed, and listens again after it. */
	readonly without: <T>(read: () => Promise<T>) => Promise<T>;
	readonly close: () => void;
};

const lineEnd = /\r\n?|\n/;

/** Reads until closed; `onEnd` is called when nothing more can come. */
export function openLineReader(stdin: Console['stdin'], signal: AbortSignal, onEnd: () => void): LineReader {
	const decoder = new TextDecoder();
	let waiting = '';
	let wake: () => void = () => {};
	const onData = (bytes: Uint8Array) => {
		waiting += decoder.decode(bytes, {stream: true});
		wake();
	};
	const onAbort = () => wake();
	// A terminal that was closed says so as an error, maybe only after the last question.
	stdin.on('data', onData).on('end', onEnd).on('error', onEnd);
	signal.addEventListener('abort', onAbort);

	return {
		next: async () => {
			while (!signal.aborted) {
				const end = lineEnd.exec(waiting);
				if (end !== null) {
					const line = waiting.slice(0, end.index);
					waiting = waiting.slice(end.index + end[0].length);
					if (line.trim() === '\u001b') throw new LeaveError('back');
					return line;
				}
				await new Promise<void>(resolve => {
					wake = resolve;
				});
			}
			throw new LeaveError('cancel');
		},
		take: () => {
			const lines = waiting.split(lineEnd);
			waiting = lines.pop() ?? '';
			return lines;
		},
		without: async read => {
			stdin.off('data', onData);
			try {
				return await read();
			} finally {
				stdin.on('data', onData);
			}
		},
		close: () => {
			stdin.off('data', onData).off('end', onEnd).pause();
			signal.removeEventListener('abort', onAbort);
		},
	};
}
