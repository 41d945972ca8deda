// What the conversation needs of a terminal, and how every question can be left.
import type {Console} from '../console.js';
import {wrapLines} from '../wrap.js';

/** Thrown by a question that was left: `back` with Esc, `cancel` with Ctrl+C, by the end of input or a signal. */
export class LeaveError extends Error {
	readonly how: 'back' | 'cancel';

	constructor(how: 'back' | 'cancel') {
		super(how);
		this.name = 'LeaveError';
		this.how = how;
	}
}

export type Question = {
	readonly message: string;
	/** The answer when nothing is typed; shown with the question. */
	readonly fallback?: string;
	/** Stands in the line already, to be mended, where the terminal can do that. */
	readonly draft?: string;
	/** Why an answer will not do; null when it will. */
	readonly refuse?: (answer: string) => string | null;
};

export type Questions = {
	/** Prints a text as it is, line end included; control characters are gone already. */
	readonly say: (text: string) => Promise<void>;
	/** Prints sentences: what is too long for the terminal is broken between words, and nobody copies it. */
	readonly explain: (text: string) => Promise<void>;
	/** One line, without its spaces around. */
	readonly ask: (question: Question) => Promise<string>;
	/** One line that does not appear on the screen, exactly as typed. */
	readonly askSecret: (message: string, refuse: (answer: string) => string | null) => Promise<string>;
	/** Lines that were pasted behind the one that was just answered; they are gone from the input afterwards. */
	readonly takePasted: () => readonly string[];
	/** Gives the terminal back. */
	readonly close: () => void;
};

/** A text in the columns of the terminal, whose last one stays free: some consoles begin a new row with it. */
export function fitting(text: string, {columns = 0}: Console['stdout']): string {
	return columns > 1 ? wrapLines(text, columns - 1) : text;
}

/** The answer, or null when Esc was the answer. */
export async function unlessBack<T>(answer: Promise<T>): Promise<T | null> {
	try {
		return await answer;
	} catch (failure) {
		if (failure instanceof LeaveError && failure.how === 'back') return null;
		throw failure;
	}
}

/** Yes or no; what was pasted before must not answer it. */
export async function confirm(questions: Questions, message: string, fallback: boolean): Promise<boolean> {
	questions.takePasted();
	const answer = await questions.ask({
		message: `${message} (${fallback ? 'Y/n' : 'y/N'})`,
		refuse: text => (/^(y(es)?|no?|)$/i.test(text) ? null : 'answer "y" or "n"'),
	});
	return answer === '' ? fallback : /^y/i.test(answer);
}

export type Choice<T> = {readonly label: string; readonly value: T};

/**
 * One of a numbered list. The list is printed once and the number typed: a list that is drawn again with each key
 * crawls on a serial line, and a screen reader would read all of it each time.
 */
export async function choose<T>(
	questions: Questions,
	message: string,
	choices: readonly Choice<T>[],
	fallback = 0,
): Promise<T> {
	questions.takePasted();
	const width = String(choices.length).length + 2;
	const lines = choices.map(({label}, index) => `${String(index + 1).padStart(width)}  ${label}\n`);
	await questions.explain(`\n${message}\n${lines.join('')}`);
	const find = (text: string) => (/^\d+$/.test(text) ? choices[Number(text) - 1] : undefined);
	const answer = await questions.ask({
		message: 'Number',
		fallback: String(fallback + 1),
		refuse: text => (find(text) === undefined ? `type a number from 1 to ${choices.length}` : null),
	});
	const chosen = find(answer);
	if (chosen === undefined) throw new RangeError('a refused number was answered');
	return chosen.value;
}
