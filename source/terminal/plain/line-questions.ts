// Questions on a dumb terminal: whole lines, edited by the system, and not one escape sequence.
import {visible} from '../../problem/visible.js';
import {type Console, write} from '../console.js';
import {openLineReader} from './line-reader.js';
import {fitting, type Questions} from './questions.js';
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
	const lines = openLineReader(stdin, signal, onCancel);
	const say = (text: string) => write(stdout, text);
	const explain = (text: string) => say(fitting(text, stdout));

	return {
		say,
		explain,
		ask: async ({message, fallback = '', refuse = () => null}) => {
			for (;;) {
				await say(`${visible(message)}${fallback === '' ? '' : ` (${visible(fallback)})`}: `);
				const typed = (await lines.next()).trim();
				const answer = typed === '' ? fallback : typed;
				const why = refuse(answer);
				if (why === null) return answer;
				lines.take();
				await explain(`  x ${visible(why)}\n`);
			}
		},
		askSecret: async (message, refuse) => {
			for (;;) {
				await say(`${message} (not shown): `);
				const answer = await lines.without(() => readHidden(stdin, signal, onCancel));
				await say('\n');
				const why = refuse(answer);
				if (why === null) return answer;
				await explain(`  x ${visible(why)}\n`);
			}
		},
		takePasted: lines.take,
		close: lines.close,
	};
}
