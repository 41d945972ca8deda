// Command line → what is wanted: one typed value per option, and every usage error at once.
import {type Problem, warning} from '../problem/problem.js';
import {nearest} from '../problem/suggest.js';
import {splitNames} from '../plan/split-names.js';
import {quoted} from '../problem/visible.js';
import {type Kind, type KeyType, keyTypes, kinds} from '../profile/profile.js';
import {collect, usage} from './collect.js';
import {commands} from './commands.js';
import {givenOptions} from './given.js';
import {type OptionName, optionRows} from './options.js';
import {translateVendorLine, vendorSpellings} from './vendor-line.js';

/** Where the password is to come from; the text itself only when it stood on the command line. */
export type PasswordSource =
	| {readonly from: 'file'; readonly file: string}
	| {readonly from: 'stdin'}
	| {readonly from: 'command line'; readonly text: string}
	| {readonly from: 'generated'; readonly file: string}
	| {readonly from: 'environment'};

export type Arguments = {
	readonly profiles: readonly string[];
	readonly servers: readonly string[];
	readonly subject: string | null;
	readonly friendlyName: string | null;
	readonly san: readonly string[];
	readonly kind: Kind | null;
	readonly key: KeyType | null;
	readonly validity: string | null;
	readonly out: string;
	readonly overwrite: boolean;
	/** Nobody is asked: `--yes`, `--dry-run`, `--json`, or the vendor's own line. */
	readonly unattended: boolean;
	/** Questions and answers line by line instead of the program that draws. */
	readonly plain: boolean;
	readonly dryRun: boolean;
	readonly json: boolean;
	readonly strict: boolean;
	readonly quiet: boolean;
	readonly password: PasswordSource;
	readonly isVendorLine: boolean;
	readonly help: boolean;
	readonly version: boolean;
};

export type ParsedArguments = {readonly arguments: Arguments; readonly problems: readonly Problem[]};

/** Parses the arguments after the program's name; errors have the code `usage` and mean exit code 2. */
export function parseArguments(written: readonly string[]): ParsedArguments {
	const {args, isVendorLine} = translateVendorLine(written);
	const problems: Problem[] = unreadable(args);
	const collected = collect(args, optionRows, problems, vendorSpellings);
	problems.push(...collected.words.map(word => unexpected(word, args)));
	const {all, one, on, list, choice} = givenOptions(collected, problems);
	const dryRun = on('dry-run');
	// Also where it was taken for the value of another option: who asks for JSON parses what comes.
	const json = on('json') || args.includes('--json');
	const password = passwordSource(on, one, problems);
	const askingNobody = (['yes', 'dry-run', 'json'] as const).find(on);
	if (on('plain') && askingNobody !== undefined)
		problems.push(usage(`--plain asks, and --${askingNobody} asks nobody`));
	const san = all('san');
	if (san.length > 0 && san.flatMap(splitNames).length === 0) problems.push(usage('--san is an empty list'));
	if (on('quiet') && json) problems.push(usage('--quiet and --json contradict each other'));
	return {
		arguments: {
			profiles: all('profile'),
			servers: list('for'),
			subject: one('subject'),
			friendlyName: one('friendly-name'),
			san,
			kind: choice('kind', kinds),
			key: choice('key', keyTypes),
			validity: one('validity'),
			out: one('out') ?? '.',
			overwrite: on('overwrite'),
			unattended: on('yes') || dryRun || json || isVendorLine,
			plain: on('plain'),
			dryRun,
			json,
			strict: on('strict'),
			quiet: on('quiet'),
			password,
			isVendorLine,
			help: on('help'),
			version: on('version'),
		},
		problems,
	};
}

/** What is not valid UTF-8 arrives as U+FFFD: another folder, or a password that nobody can ever type. */
function unreadable(args: readonly string[]): Problem[] {
	const count = args.filter(arg => arg.includes('\ufffd')).length;
	return count === 0
		? []
		: [usage(`${count === 1 ? 'an argument is' : `${count} arguments are`} not valid UTF-8`)];
}

/** True for `--password`, what may be a misspelt one, and the same without or with other dashes (`/Password`). */
function isAboutPasswords(arg: string): boolean {
	const [, word = ''] = /^[^a-z]*([a-z-]*)/i.exec(arg) ?? [];
	return /pas|pw/i.test(word) || nearest(word, ['password']) !== null;
}

function unexpected(word: string, args: readonly string[]): Problem {
	// The rest of an unquoted password, or the value of a misspelt --password, must not be repeated on the screen.
	if (args.some(isAboutPasswords))
		return usage(
			'unexpected argument (not shown, it may be part of a password)',
			'put a text with spaces in quotes',
		);
	return usage(`unexpected argument ${quoted(word)}`, unexpectedHint(word));
}

function unexpectedHint(word: string): string {
	if (/\.ya?ml$/i.test(word)) return `--profile ${word}`;
	// Copied from a text in which two hyphens became one long dash.
	const [, option] = /^[\u2010-\u2015\u2212]+([a-z-]+)/i.exec(word) ?? [];
	if (option !== undefined) return `the dash is not a hyphen, type it again: --${option}`;
	const command = nearest(word, Object.keys(commands));
	return command === null ? 'see --help' : `did you mean "${command}"? a command comes first`;
}

function passwordSource(
	on: (name: OptionName) => boolean,
	one: (name: OptionName) => string | null,
	problems: Problem[],
): PasswordSource {
	const names = ['password-file', 'password-stdin', 'password', 'generate-passwords'] as const;
	const used = names.filter(on);
	if (used.length > 1)
		problems.push(usage(`only one of ${used.map(name => `--${name}`).join(' and ')} can give the password`));
	const file = one('password-file');
	const generated = one('generate-passwords');
	const text = one('password');
	if (file !== null) return {from: 'file', file};
	if (on('password-stdin')) return {from: 'stdin'};
	if (generated !== null) return {from: 'generated', file: generated};
	if (text === null) return {from: 'environment'};
	problems.push(
		warning(
			'password-visible',
			'a password on the command line can be read by other users of this computer',
			{
				hint: 'use --password-file, --password-stdin or SAFEQ_CERT_PASSWORD',
			},
		),
	);
	return {from: 'command line', text};
}
