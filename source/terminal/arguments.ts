// Command line → what is wanted: one typed value per option, and every usage error at once.
import {parseArgs} from 'node:util';
import {error, type Problem, warning} from '../problem/problem.js';
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import {type Kind, type KeyType, keyTypes, kinds} from '../profile/profile.js';
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

const usage = (message: string, hint?: string) => error('usage', message, {hint: hint ?? null});
const flags = optionRows.map(row => `--${row.name}`);

/** Parses the arguments after the program's name; errors have the code `usage` and mean exit code 2. */
export function parseArguments(written: readonly string[]): ParsedArguments {
	const {args, isVendorLine} = translateVendorLine(written);
	const problems: Problem[] = [];
	const given = collect(args, problems);
	const all = (name: OptionName) => given.get(name) ?? [];
	const one = (name: OptionName): string | null => {
		const values = all(name);
		if (values.length > 1) problems.push(usage(`--${name} is given ${values.length} times`));
		return values.at(-1) ?? null;
	};
	const on = (name: OptionName) => given.has(name);
	const list = (name: OptionName) =>
		all(name)
			.flatMap(value => value.split(','))
			.map(value => value.trim())
			.filter(value => value !== '');
	const choice = <T extends string>(name: OptionName, known: readonly T[]): T | null => {
		const value = one(name);
		const chosen = known.find(each => each === value?.toLowerCase()) ?? null;
		if (value !== null && chosen === null)
			problems.push(usage(`unknown ${name} ${quoted(value)}`, didYouMean(value, known)));
		return chosen;
	};
	const dryRun = on('dry-run');
	const json = on('json');
	const password = passwordSource(given, one, problems);
	if (on('quiet') && json) problems.push(usage('--quiet and --json contradict each other'));
	return {
		arguments: {
			profiles: all('profile'),
			servers: list('for'),
			subject: one('subject'),
			friendlyName: one('friendly-name'),
			san: all('san'),
			kind: choice('kind', kinds),
			key: choice('key', keyTypes),
			validity: one('validity'),
			out: one('out') ?? '.',
			overwrite: on('overwrite'),
			unattended: on('yes') || dryRun || json || isVendorLine,
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

/** Option → its values; a switch has none. Unknown options and missing or unwanted values become problems. */
function collect(args: readonly string[], problems: Problem[]): Map<OptionName, string[]> {
	const options = Object.fromEntries(
		optionRows.map(row => [
			row.name,
			{
				type: row.value === undefined ? ('boolean' as const) : ('string' as const),
				multiple: true,
				...(row.short === undefined ? {} : {short: row.short}),
			},
		]),
	);
	const {tokens} = parseArgs({args: [...args], options, strict: false, allowPositionals: true, tokens: true});
	const given = new Map<OptionName, string[]>();
	const words = new Set<number>();
	for (const token of tokens) {
		if (token.kind === 'positional') problems.push(unexpected(token.value, args));
		if (token.kind !== 'option') continue;
		const written = args[token.index] ?? '';
		// `-pass` is one misspelt word for us, not `-p` with the value `ass`, nor a row of switches.
		if (/^-[^-]./.test(written)) {
			if (!words.has(token.index)) problems.push(unknownWord(written));
			words.add(token.index);
			continue;
		}
		const row = optionRows.find(each => each.name === token.name);
		if (row === undefined) {
			problems.push(usage(`unknown option ${quoted(token.rawName)}`, didYouMean(token.rawName, flags)));
			continue;
		}
		const values = given.get(row.name) ?? [];
		given.set(row.name, values);
		const following = token.inlineValue === false ? flags.find(flag => isFlag(token.value, flag)) : undefined;
		if (row.value === undefined) {
			if (token.value !== undefined) problems.push(usage(`--${row.name} takes no value`));
		} else if (token.value === undefined || token.value === '')
			problems.push(usage(`--${row.name} needs a value`, `--${row.name} ${row.value}`));
		else if (following !== undefined)
			problems.push(
				usage(
					`--${row.name} needs a value, and ${following} follows`,
					`--${row.name}=${following} if it is meant`,
				),
			);
		else values.push(token.value);
	}
	return given;
}

function isFlag(value: string | undefined, flag: string): boolean {
	return value === flag || value?.startsWith(`${flag}=`) === true;
}

function unknownWord(written: string): Problem {
	const [word = ''] = /^-[a-z]*/i.exec(written) ?? [];
	return usage(`unknown option ${quoted(word)}`, didYouMean(word, [...vendorSpellings, ...flags]));
}

function unexpected(word: string, args: readonly string[]): Problem {
	// The rest of an unquoted password, or the value of a misspelt --password, must not be repeated on the screen.
	if (args.some(arg => /^-.*(pas|pw)/i.test(arg)))
		return usage(
			'unexpected argument (not shown, it may be part of a password)',
			'put a text with spaces in quotes',
		);
	const isProfile = /\.ya?ml$/i.test(word);
	return usage(`unexpected argument ${quoted(word)}`, isProfile ? `--profile ${word}` : 'see --help');
}

function passwordSource(
	given: ReadonlyMap<OptionName, readonly string[]>,
	one: (name: OptionName) => string | null,
	problems: Problem[],
): PasswordSource {
	const names = ['password-file', 'password-stdin', 'password', 'generate-passwords'] as const;
	const used = names.filter(name => given.has(name));
	if (used.length > 1)
		problems.push(usage(`only one of ${used.map(name => `--${name}`).join(' and ')} can give the password`));
	const file = one('password-file');
	const generated = one('generate-passwords');
	const text = one('password');
	if (file !== null) return {from: 'file', file};
	if (given.has('password-stdin')) return {from: 'stdin'};
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
