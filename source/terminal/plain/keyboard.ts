// Gives the keys of a terminal to one question at a time, a line each: what is pasted or typed ahead waits for the next.
import {PassThrough} from 'node:stream';
import process from 'node:process';
import type {Console} from '../console.js';

export type Keyboard = {
	/** The keys of the question that is asked now, for Inquirer. */
	readonly input: PassThrough;
	/** Lets one line through, behind a text as if that had been typed: a question begins, or wants a better answer. */
	readonly next: (typed?: string) => void;
	/** Takes the complete lines that wait. */
	readonly takeLines: () => readonly string[];
	/** Gives the terminal back. */
	readonly close: () => void;
};

const interrupt = '\u0003';
const endOfInput = '\u0004';
const suspend = '\u001a';

/**
 * Opens the keyboard in raw mode until it is closed, so that nothing is echoed between two questions. Inquirer itself
 * would lose all lines of a paste but the first. `onCancel` is called for Ctrl+C, for Ctrl+D in a fresh line and at the
 * end of input.
 */
export function openKeyboard(stdin: Console['stdin'], onCancel: () => void): Keyboard {
	const input = new PassThrough();
	const decoder = new TextDecoder();
	let waiting = '';
	let isOpen = false;
	let isFresh = true;
	let afterReturn = false;

	const pass = () => {
		if (!isOpen || waiting === '') return;
		const end = /\r\n?|\n/.exec(waiting);
		isOpen = end === null;
		isFresh = false;
		input.write(end === null ? waiting : `${waiting.slice(0, end.index)}\r`);
		waiting = end === null ? '' : waiting.slice(end.index + end[0].length);
	};
	const onData = (bytes: Uint8Array) => {
		const text = decoder.decode(bytes, {stream: true});
		if (text.includes(interrupt) || (isFresh && text === endOfInput)) {
			waiting = '';
			onCancel();
			return;
		}
		if (text.includes(suspend) && process.platform !== 'win32') pause(stdin);
		// A line end can be cut in two.
		const rest = afterReturn ? text.replace(/^\n/, '') : text;
		afterReturn = text.endsWith('\r');
		waiting += rest.replace(/[\u0004\u001a]/g, '');
		pass();
	};
	stdin.setRawMode?.(true);
	// A terminal that was closed says so as an error, maybe only after the last question.
	stdin.on('data', onData).on('end', onCancel).on('error', onCancel);

	return {
		input,
		next: (typed = '') => {
			isOpen = true;
			isFresh = typed === '';
			input.write(typed);
			// The question looks at the answer that it has before it gets another one.
			setImmediate(pass);
		},
		takeLines: () => {
			const lines = waiting.split(/\r\n?|\n/);
			waiting = lines.pop() ?? '';
			return lines;
		},
		close: () => {
			stdin.off('data', onData).off('end', onCancel).pause();
			stdin.setRawMode?.(false);
		},
	};
}

/** Ctrl+Z: the shell gets the terminal as it was, and we get it back with `fg`. */
function pause(stdin: Console['stdin']): void {
	stdin.setRawMode?.(false);
	process.once('SIGCONT', () => stdin.setRawMode?.(true));
	process.kill(process.pid, 'SIGTSTP');
}
