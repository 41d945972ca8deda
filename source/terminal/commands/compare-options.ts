// The command line of `compare`.
import {type Kind, kinds} from '../../profile/profile.js';
import type {Problem} from '../../problem/problem.js';
import {collect, type OptionRow, usage} from '../collect.js';
import {givenOptions} from '../given.js';
import {formatOptions} from '../help.js';
import {parseTarget, type Target} from '../../look/target.js';
import {
	afterPasswords,
	type OpeningPassword,
	openingPassword,
	type PasswordOption,
	passwordGroup,
	passwordRows,
} from './password-options.js';

export type CompareArguments = {
	readonly targets: readonly Target[];
	/** Null: of servers, both. */
	readonly kind: Kind | null;
	readonly timeoutMs: number;
	readonly json: boolean;
	readonly password: OpeningPassword;
	readonly help: boolean;
};

const rows: readonly OptionRow<'kind' | 'timeout' | 'json' | 'help' | PasswordOption>[] = [
	{
		name: 'kind',
		value: 'ssl|signing',
		group: 'What to compare',
		help: 'of servers what they present, or their token keys (default: both)',
	},
	{name: 'timeout', value: 'SECONDS', group: 'How', help: 'for each look at a server (default: 5)'},
	{name: 'json', group: 'How', help: 'one JSON object on stdout'},
	...passwordRows,
	{name: 'help', short: 'h', group: 'Other', help: 'this text'},
];

const usageText = `Compares certificates in files and on servers: is it the same one everywhere, and what differs?

  safeq-cert-tui compare js1 js2 js3 --kind signing  the servers of a near roaming group
  safeq-cert-tui compare signing.pfx js1 js2         is this the file that they have?
  safeq-cert-tui compare old.cer new.cer             field by field
`;

const exitText = `
Exit codes: 0 all the same, 1 not all are the same, 2 wrong usage, 3 nothing differs, but not all
could be seen.
`;

/** The options by group; `--help` and the README show them. */
export function compareOptionsText(): string {
	return formatOptions(rows, {[passwordGroup]: afterPasswords});
}

/** The text of `compare --help`. */
export function compareHelp(): string {
	return `${usageText}\n${compareOptionsText()}${exitText}`;
}

/** Parses what stands after `compare`; errors mean exit code 2. */
export function parseCompare(
	args: readonly string[],
	cwd: string,
): {readonly arguments: CompareArguments; readonly problems: readonly Problem[]} {
	const problems: Problem[] = [];
	const collected = collect(args, rows, problems);
	const given = givenOptions(collected, problems);
	const targets = collected.words.map(word => parseTarget(word, cwd));
	problems.push(...targets.flatMap(each => ('code' in each ? [each] : [])));
	if (targets.length < 2 && !given.on('help') && problems.length === 0)
		problems.push(
			usage('comparing takes at least two', 'safeq-cert-tui compare js1.company.com signing.pfx'),
		);
	return {
		arguments: {
			targets: targets.flatMap(each => ('code' in each ? [] : [each])),
			kind: given.choice('kind', kinds),
			timeoutMs: given.number('timeout', 0.1, 5) * 1000,
			json: given.on('json'),
			password: openingPassword(given, problems),
			help: given.on('help'),
		},
		problems,
	};
}
