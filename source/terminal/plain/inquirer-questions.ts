// Questions on a terminal that can move its cursor: Inquirer's one-line prompts, in plain characters.
import {input, password} from '@inquirer/prompts';
import {visible} from '../../problem/visible.js';
import {type Console, write} from '../console.js';
import {openKeyboard} from './keyboard.js';
import {fitting, LeaveError, type Questions} from './questions.js';

/** No pictures and no animation: a serial console may have ASCII only, and a screen reader spells out the rest. */
function plainLook(stdout: Console['stdout']) {
	return {
		prefix: {idle: '?', done: '?'},
		spinner: {interval: 1000, frames: ['?']},
		style: {
			error: (text: string) => fitting(`  x ${text}`, stdout),
			maskedText: '(not shown)',
			keysHelpTip: () => 'Ctrl+T shows or hides it',
		},
	};
}

type Context = {readonly input: NodeJS.ReadableStream; readonly signal: AbortSignal};

/** Asks with Inquirer until closed. `signal` cancels; `onCancel` is called when a key asks for that. */
export function inquirerQuestions(
	{stdin, stdout}: Pick<Console, 'stdin' | 'stdout'>,
	signal: AbortSignal,
	onCancel: () => void,
): Questions {
	const keyboard = openKeyboard(stdin, onCancel);
	const theme = plainLook(stdout);

	/** One prompt that Esc and the signal break off. */
	const run = async (prompt: (context: Context) => Promise<string>, draft = ''): Promise<string> => {
		const back = new AbortController();
		const onKey = (_text: string, key: {readonly name?: string} | undefined) => {
			if (key?.name === 'escape') back.abort();
		};
		keyboard.input.on('keypress', onKey);
		keyboard.next(draft);
		try {
			return await prompt({input: keyboard.input, signal: AbortSignal.any([signal, back.signal])});
		} catch (failure) {
			if (signal.aborted) throw new LeaveError('cancel');
			if (back.signal.aborted) throw new LeaveError('back');
			throw failure;
		} finally {
			keyboard.input.off('keypress', onKey);
		}
	};
	/** Inquirer keeps a refused answer in the line, and the keyboard must let the next one through. */
	const validateWith = (refuse: (answer: string) => string | null) => (answer: string) => {
		const why = refuse(answer);
		if (why === null) return true;
		keyboard.takeLines();
		keyboard.next();
		return visible(why);
	};

	return {
		say: text => write(stdout, text),
		explain: text => write(stdout, fitting(text, stdout)),
		ask: async ({message, fallback = '', draft = '', refuse = () => null}) => {
			const shown = visible(fallback);
			const meant = (typed: string) => {
				const text = typed.trim();
				return text === '' || text === shown ? fallback : text;
			};
			const config = {
				message: visible(message),
				default: shown,
				validate: validateWith(text => refuse(meant(text))),
				theme,
			};
			// Inquirer's own draft comes back when somebody empties the line.
			return meant(await run(context => input(config, context), visible(draft)));
		},
		askSecret: (message, refuse) =>
			run(context => password({message, mask: false, validate: validateWith(refuse), theme}, context)),
		takePasted: keyboard.takeLines,
		close: keyboard.close,
	};
}
