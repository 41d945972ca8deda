// Answers the questions of `--plain` in a real terminal, one after the other.
import {setTimeout as delay} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';
import {type OpenTerminal, openTerminal, type TerminalOptions} from '../terminal.js';

export type Conversation = OpenTerminal & {
	/** Waits until the screen ends with the question, types the answer and Enter, and waits until it was taken. */
	readonly answer: (question: RegExp, text: string) => Promise<void>;
	/** Waits until the screen ends with the question. */
	readonly asked: (question: RegExp) => Promise<string>;
};

const atEnd = (question: RegExp) => new RegExp(`(?:${question.source})\\s*$`, question.flags);

/** Starts the program; `args` must lead to `--plain`. */
export async function converse(
	t: ExecutionContext,
	args: readonly string[],
	options: TerminalOptions = {},
): Promise<Conversation> {
	const terminal = await openTerminal(t, args, {rows: 60, ...options});
	const asked = (question: RegExp) => terminal.waitFor(atEnd(question));
	return {
		...terminal,
		asked,
		answer: async (question, text) => {
			await asked(question);
			const before = terminal.output().length;
			terminal.type(`${text}\r`);
			// The same question may come again: the old one must be gone before anybody waits for it.
			while (!terminal.output().slice(before).includes('\n')) await delay(5);
			await terminal.shown();
		},
	};
}

/** The questions that every run asks, at the end of a screen. */
export const questions = {
	task: /What do you want to make\?\n[^?]*\? Number \(1\)/,
	server: /For which server\?.*/,
	name: /Name or address/,
	menu: /What now\?\n[\s\S]*\? Number \(\d+\)/,
	write: /Write \d+ files?.*\((Y\/n|y\/N)\)/,
} as const;
