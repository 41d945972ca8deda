// Typed access to the options that were given; what does not fit becomes a usage error.
import type {Problem} from '../problem/problem.js';
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import {type Collected, usage} from './collect.js';

export type Given<Name extends string> = {
	/** Every value, in order. */
	readonly all: (name: Name) => readonly string[];
	/** The only value, or null; an error when there are more. */
	readonly one: (name: Name) => string | null;
	/** Whether the option is there at all. */
	readonly on: (name: Name) => boolean;
	/** The values of all lists: PowerShell hands `a,b` to a script such as npm's as `a b`. */
	readonly list: (name: Name) => readonly string[];
	/** The only value, one of the known words; compared without case. */
	readonly choice: <T extends string>(name: Name, known: readonly T[]) => T | null;
	/** The only value as a number from `least` on, `otherwise` when there is none; an error for all else. */
	readonly number: <T>(name: Name, least: number, otherwise: T) => number | T;
};

/** Reads collected options; adds to `problems` what does not fit. */
export function givenOptions<Name extends string>(
	{given}: Collected<Name>,
	problems: Problem[],
): Given<Name> {
	const all = (name: Name) => given.get(name) ?? [];
	const one = (name: Name): string | null => {
		const values = all(name);
		if (values.length > 1) problems.push(usage(`--${name} is given ${values.length} times`));
		return values.at(-1) ?? null;
	};
	return {
		all,
		one,
		on: name => given.has(name),
		list: name => {
			const values = all(name).flatMap(value => value.split(/[\s,]+/));
			const filled = values.filter(value => value !== '');
			if (values.length > 0 && filled.length === 0) problems.push(usage(`--${name} is an empty list`));
			return filled;
		},
		choice: (name, known) => {
			const value = one(name);
			const chosen = known.find(each => each === value?.toLowerCase()) ?? null;
			if (value !== null && chosen === null)
				problems.push(usage(`unknown ${name} ${quoted(value)}`, didYouMean(value, known)));
			return chosen;
		},
		number: (name, least, otherwise) => {
			const value = one(name);
			if (value === null) return otherwise;
			const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
			if (number >= least && number <= 1_000_000) return number;
			problems.push(usage(`--${name} ${quoted(value)} is not a number from ${least} on`));
			return otherwise;
		},
	};
}
