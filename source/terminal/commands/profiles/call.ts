// How a sub-command of `profiles` is called, and how it refuses wrong usage.
import type {Machine} from '../../../machine/machine.js';
import {hasErrors, type Problem, ProblemError} from '../../../problem/problem.js';
import {quoted} from '../../../problem/visible.js';
import {usage} from '../../collect.js';
import type {Console} from '../../console.js';
import type {Given} from '../../given.js';
import type {ProfileAccess} from '../../requests.js';
import type {OptionName} from './options.js';

export type Call = {
	/** What is neither an option nor the value of one. */
	readonly words: readonly string[];
	readonly given: Given<OptionName>;
	/** What was found in the arguments; reading options adds to it. */
	readonly problems: Problem[];
	readonly console: Console;
	readonly profiles: ProfileAccess;
	readonly machine: Machine;
};

/** Resolves with the exit code; rejects with ProblemError for wrong usage and for what ends it at once. */
export type SubCommand = (call: Call) => Promise<number>;

/** Throws when something was wrong in the arguments; called when all of them have been read. */
export function refuseWrongUsage({problems}: Call): void {
	if (hasErrors(problems)) throw new ProblemError(...problems);
}

/** The only word, or empty text and a usage error; `what` names it as the help does. */
export function oneWord({words, problems}: Call, what: string): string {
	const [word = '', ...others] = words;
	if (word === '') problems.push(usage(`${what} is missing`));
	problems.push(...others.map(unexpected));
	return word;
}

/** A usage error for every word. */
export function noWords({words, problems}: Call): void {
	problems.push(...words.map(unexpected));
}

function unexpected(word: string): Problem {
	return usage(`unexpected argument ${quoted(word)}`, 'put a text with spaces in quotes');
}
