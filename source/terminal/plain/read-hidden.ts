// One line that is typed without appearing, on a terminal without any other abilities.
import type {Console} from '../console.js';
import {LeaveError} from './questions.js';

/** The line as typed. Backspace and Ctrl+U work; Ctrl+C calls `onCancel`; rejects with LeaveError on Esc and `signal`. */
export async function readHidden(
	stdin: Console['stdin'],
	signal: AbortSignal,
	onCancel: () => void,
): Promise<string> {
	if (signal.aborted) throw new LeaveError('cancel');
	const {promise, resolve, reject} = Promise.withResolvers<string>();
	const decoder = new TextDecoder();
	let line: string[] = [];
	const onData = (bytes: Uint8Array) => {
		for (const character of decoder.decode(bytes, {stream: true})) {
			if (character === '\r' || character === '\n') return resolve(line.join(''));
			if (character === '\u0003' || (character === '\u0004' && line.length === 0)) return onCancel();
			if (character === '\u001b') return reject(new LeaveError('back'));
			if (character === '\u007f' || character === '\b') line.pop();
			else if (character === '\u0015') line = [];
			else if (character >= ' ') line.push(character);
		}
	};
	const onAbort = () => reject(new LeaveError('cancel'));
	signal.addEventListener('abort', onAbort);
	stdin.setRawMode?.(true);
	stdin.on('data', onData);
	try {
		return await promise;
	} finally {
		stdin.off('data', onData);
		stdin.setRawMode?.(false);
		signal.removeEventListener('abort', onAbort);
	}
}
