// Questions on a dumb terminal: whole lines, edited by the system, and not one escape sequence.
import {visible} from '../../problem/visible.js';
import {type Console, write} from '../console.js';
import {fitting, LeaveError, type Questions} from './questions.js';
import {readHidden} from './read-hidden.js';

/**
 * Asks line by line until closed. With TERM=dumb, Inquirer still writes escape sequences, and Node's readline takes
 * Backspace for a letter; the line discipline of the system does both right.
 */
export function lineQuestions(
	{stdin, stdout}: Pick<Console, 'stdin' | 'stdout'>,
	signal: AbortSignal,
	onCancel: () => void,
): Questions {
	const decoder = new TextDecoder();
	let waiting = '';
	let wake: () => void = () => {};
	const onData = (bytes: Uint8Array) => {
		waiting += decoder.decode(bytes, {stream: true});
		wake();
	};
	const onAbort = () => wake();
	// A terminal that was closed says so as an error, maybe only after the last question.
	stdin.on('data', onData).on('end', onCancel).on('error', onCancel);
	signal.addEventListener('abort', onAbort);

	const takePasted = () => {
		const lines = waiting.split(/\r\n?|\n/);
		waiting = lines.pop() ?? '';
		return lines;
	};
	const nextLine = async (): Promise<string> => {
		while (!signal.aborted) {
			const end = /\r\n?|\n/.exec(waiting);
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
	};
	const say = (text: string) => write(stdout, text);

	const explain = (text: string) => say(fitting(text, stdout));

	return {
		say,
		explain,
		ask: async ({message, fallback = '', refuse = () => null}) => {
			for (;;) {
				await say(`${visible(message)}${fallback === '' ? '' : ` (${visible(fallback)})`}: `);
				const typed = (await nextLine()).trim();
				const answer = typed === '' ? fallback : typed;
				const why = refuse(answer);
				if (why === null) return answer;
				takePasted();
				await explain(`  x ${visible(why)}\n`);
			}
		},
		askSecret: async (message, refuse) => {
			for (;;) {
				await say(`${message} (not shown): `);
				stdin.off('data', onData);
				const answer = await readHidden(stdin, signal, onCancel).finally(() => stdin.on('data', onData));
				await say('\n');
				const why = refuse(answer);
				if (why === null) return answer;
				await explain(`  x ${visible(why)}\n`);
			}
		},
		takePasted,
		close: () => {
			stdin.off('data', onData).off('end', onCancel).pause();
			signal.removeEventListener('abort', onAbort);
		},
	};
}
