// The parser of every command line: arguments and a table of options → what was given, with every usage error.
import {parseArgs} from 'node:util';
import {error, type Problem} from '../problem/problem.js';
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';

/** One option of a command: parser, help and README are made from tables of these. */
export type OptionRow<Name extends string = string, Group extends string = string> = {
	readonly name: Name;
	readonly short?: string;
	/** The word for its value in help texts; absent for a switch. */
	readonly value?: string;
	readonly repeatable?: true;
	readonly group: Group;
	readonly help: string;
};

export type Collected<Name extends string> = {
	/** Option → its values; a switch that is given has none. */
	readonly given: ReadonlyMap<Name, readonly string[]>;
	/** What is neither an option nor the value of one, in order. */
	readonly words: readonly string[];
};

/** A usage error. */
export const usage = (message: string, hint?: string): Problem =>
	error('usage', message, {hint: hint ?? null});

/**
 * Sorts the arguments by the table's options. Unknown options and missing or unwanted values become `problems`;
 * `spellings` are further words that somebody may have meant.
 */
export function collect<Name extends string>(
	args: readonly string[],
	rows: readonly OptionRow<Name>[],
	problems: Problem[],
	spellings: readonly string[] = [],
): Collected<Name> {
	const flags = rows.map(row => `--${row.name}`);
	const {tokens} = parseArgs({
		args: [...args],
		options: parserOptions(rows),
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const given = new Map<Name, string[]>();
	const words: string[] = [];
	const unknown = new Set<number>();
	for (const token of tokens) {
		if (token.kind === 'positional') words.push(token.value);
		if (token.kind !== 'option') continue;
		const written = args[token.index] ?? '';
		// `-pass` is one misspelt word for us, not `-p` with the value `ass`, nor a row of switches.
		if (/^-[^-]./.test(written)) {
			if (!unknown.has(token.index)) problems.push(unknownWord(written, [...spellings, ...flags]));
			unknown.add(token.index);
			continue;
		}
		const row = rows.find(each => each.name === token.name);
		if (row === undefined) {
			problems.push(usage(`unknown option ${quoted(token.rawName)}`, didYouMean(token.rawName, flags)));
			continue;
		}
		const values = given.get(row.name) ?? [];
		given.set(row.name, values);
		const following = token.inlineValue === false ? flags.find(flag => isFlag(token.value, flag)) : undefined;
		const fault = valueFault(row, token.value, following);
		if (fault !== null) problems.push(fault);
		else if (token.value !== undefined) values.push(token.value);
	}
	return {given, words};
}

function parserOptions(rows: readonly OptionRow[]) {
	return Object.fromEntries(
		rows.map(row => [
			row.name,
			{
				type: row.value === undefined ? ('boolean' as const) : ('string' as const),
				multiple: true,
				...(row.short === undefined ? {} : {short: row.short}),
			},
		]),
	);
}

/** What is wrong with the value of an option; `following` is the option that was taken for its value. */
function valueFault(
	row: OptionRow,
	value: string | undefined,
	following: string | undefined,
): Problem | null {
	if (row.value === undefined) return value === undefined ? null : usage(`--${row.name} takes no value`);
	if (value === undefined || value === '')
		return usage(`--${row.name} needs a value`, `--${row.name} ${row.value}`);
	if (/FILE|DIR/.test(row.value) && isSwallowed(value))
		return usage(
			`--${row.name} holds a quote, and what stands behind it: a backslash before the closing quote hides that`,
			'leave the backslash out: "D:\\My Certs"',
		);
	if (following === undefined) return null;
	return usage(
		`--${row.name} needs a value, and ${following} follows`,
		`--${row.name}=${following} if it is meant`,
	);
}

/** As Windows hands over `"D:\My Certs\" --yes`: one value, from the first quote to the end of the line. */
function isSwallowed(value: string): boolean {
	return /^[^"]*"(\s+-.*)?$/s.test(value);
}

function isFlag(value: string | undefined, flag: string): boolean {
	return value === flag || value?.startsWith(`${flag}=`) === true;
}

function unknownWord(written: string, known: readonly string[]): Problem {
	const [word = ''] = /^-[a-z]*/i.exec(written) ?? [];
	return usage(`unknown option ${quoted(word)}`, didYouMean(word, known));
}
