// The command line of `inspect`.
import type {Problem} from '../../problem/problem.js';
import {type Kind, kinds} from '../../profile/profile.js';
import {collect, type OptionRow, usage} from '../collect.js';
import {givenOptions} from '../given.js';
import {formatOptions} from '../help.js';
import {
	afterPasswords,
	type OpeningPassword,
	openingPassword,
	type PasswordOption,
	passwordGroup,
	passwordRows,
} from './password-options.js';

export type InspectArguments = {
	/** As given. */
	readonly files: readonly string[];
	readonly kind: Kind | null;
	readonly json: boolean;
	readonly password: OpeningPassword;
	readonly help: boolean;
};

const rows: readonly OptionRow<'kind' | 'json' | 'help' | PasswordOption>[] = [
	{
		name: 'kind',
		value: 'ssl|signing',
		group: 'How',
		help: 'what it is for (default: judged from the certificate)',
	},
	{name: 'json', group: 'How', help: 'one JSON object on stdout'},
	...passwordRows,
	{name: 'help', short: 'h', group: 'Other', help: 'this text'},
];

const usageText = `Shows what is in a file, how it is encrypted, who can open it, and what is wrong with it.

  safeq-cert-tui inspect ssl.pfx                   a PFX of any program
  safeq-cert-tui inspect chain.p7b request.csr     PEM, DER, PKCS #7, requests, keys, in any encoding
`;

const exitText = `
Exit codes: 0 it could be read, whatever was found; 1 a file could not be read, or its password is
wrong; 2 wrong usage.
`;

/** The options by group; `--help` and the README show them. */
export function inspectOptionsText(): string {
	return formatOptions(rows, {[passwordGroup]: afterPasswords});
}

/** The text of `inspect --help`. */
export function inspectHelp(): string {
	return `${usageText}\n${inspectOptionsText()}${exitText}`;
}

/** Parses what stands after `inspect`; errors mean exit code 2. */
export function parseInspect(args: readonly string[]): {
	readonly arguments: InspectArguments;
	readonly problems: readonly Problem[];
} {
	const problems: Problem[] = [];
	const collected = collect(args, rows, problems);
	const given = givenOptions(collected, problems);
	if (collected.words.length === 0 && !given.on('help') && problems.length === 0)
		problems.push(usage('nothing to inspect', 'safeq-cert-tui inspect FILE'));
	return {
		arguments: {
			files: collected.words,
			kind: given.choice('kind', kinds),
			json: given.on('json'),
			password: openingPassword(given, problems),
			help: given.on('help'),
		},
		problems,
	};
}
