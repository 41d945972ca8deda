// What the command lines of the commands that only look have in common: words, a password for files, JSON, help.
import type {Problem} from '../../problem/problem.js';
import {matchingFiles} from '../../files/matching-files.js';
import {parseTarget, type Target} from '../../look/target.js';
import type {Console} from '../console.js';
import {collect, type OptionRow, usage} from '../collect.js';
import {type Given, givenOptions} from '../given.js';
import type {GivenPassword} from '../given-password.js';
import {formatOptions} from '../help.js';
import {
	afterPasswords,
	openingPassword,
	type PasswordOption,
	passwordGroup,
	passwordRows,
} from './password-options.js';

type CommonOption = 'json' | 'help' | PasswordOption;

export type CommonArguments = {
	readonly json: boolean;
	readonly password: GivenPassword;
	readonly help: boolean;
};

/** Where a command is called. */
export type Surroundings = Pick<Console, 'cwd' | 'platform'>;

export type OpeningLine<Name extends string> = {
	/** The text of `--help`. */
	readonly help: () => string;
	/** Errors mean exit code 2. */
	readonly parse: (
		args: readonly string[],
		surroundings: Surroundings,
	) => Promise<{
		readonly given: Given<Name | CommonOption>;
		readonly words: readonly string[];
		readonly common: CommonArguments;
		readonly problems: Problem[];
	}>;
};

export type LineDefinition<Name extends string> = {
	/** The command's own options, `json` among them, before those that all have. */
	readonly rows: readonly OptionRow<Name | 'json'>[];
	/** Above the options, and below them. */
	readonly usageText: string;
	readonly exitText: string;
	/** With fewer words there is nothing to do: what is said then, with an example. */
	readonly atLeast: {readonly words: number; readonly message: string; readonly example: string};
};

/** Makes a command's line from its definition. */
export function openingLine<Name extends string>(definition: LineDefinition<Name>): OpeningLine<Name> {
	const {usageText, exitText, atLeast} = definition;
	const rows: readonly OptionRow<Name | CommonOption>[] = [
		...definition.rows,
		...passwordRows,
		{name: 'help', short: 'h', group: 'Other', help: 'this text'},
	];
	return {
		help: () => `${usageText}\n${formatOptions(rows, {[passwordGroup]: afterPasswords})}${exitText}`,
		parse: async (args, surroundings) => {
			const problems: Problem[] = [];
			const collected = collect(args, rows, problems);
			const words = await matchingFiles(collected.words, surroundings);
			const given: Given<Name | CommonOption> = givenOptions(collected, problems);
			const isTooFew = words.length < atLeast.words;
			if (isTooFew && !given.on('help') && problems.length === 0)
				problems.push(usage(atLeast.message, atLeast.example));
			const password = openingPassword(given, problems);
			const common = {json: given.on('json'), password, help: given.on('help')};
			return {given, words, common, problems};
		},
	};
}

/** The words as targets; what is none comes to `problems`. */
export function readTargets(words: readonly string[], cwd: string, problems: Problem[]): readonly Target[] {
	return words.flatMap(word => {
		const target = parseTarget(word, cwd);
		if ('type' in target) return [target];
		problems.push(target);
		return [];
	});
}
