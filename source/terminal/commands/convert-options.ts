// The command line of `convert`.
import {parseThumbprint} from '../../certificate/thumbprint.js';
import {type Conversion, conversions} from '../../convert.js';
import {checkFileName} from '../../plan/file-name.js';
import {error, type Problem} from '../../problem/problem.js';
import {didYouMean} from '../../problem/suggest.js';
import {quoted} from '../../problem/visible.js';
import {type PfxEncryption, type Provider, pfxEncryptions, providers} from '../../profile/profile.js';
import {collect, type OptionRow, usage} from '../collect.js';
import {otherExitCodes} from '../exit-code.js';
import {type Given, givenOptions} from '../given.js';
import type {GivenPassword} from '../given-password.js';
import {formatOptions} from '../help.js';
import {withoutEffect} from './convert-without-effect.js';
import {
	afterPasswords,
	openingPassword,
	type PasswordOption,
	passwordGroup,
	passwordRows,
} from './password-options.js';

type ConvertOption =
	| 'to'
	| 'pfx-encryption'
	| 'friendly-name'
	| 'provider'
	| 'thumbprint'
	| 'unencrypted-key'
	| 'out'
	| 'file-name'
	| 'overwrite'
	| 'json'
	| 'new-password-file'
	| 'new-password-stdin'
	| 'generate-passwords'
	| 'help'
	| PasswordOption;

/** Where the password of what is made comes from; `kept`: the one that opened the file, or a person. */
export type NewPassword =
	| {readonly from: 'file'; readonly file: string}
	| {readonly from: 'stdin'}
	| {readonly from: 'generated'; readonly file: string}
	| {readonly from: 'kept'};

export type ConvertArguments = {
	/** As given. */
	readonly files: readonly string[];
	readonly outputs: readonly Conversion[];
	/** Null: as the file has it. */
	readonly encryption: PfxEncryption | null;
	readonly friendlyName: string | null;
	readonly provider: Provider | null;
	/** Upper-case hex. */
	readonly thumbprint: string | null;
	readonly unencryptedKey: boolean;
	readonly out: string;
	readonly fileName: string | null;
	readonly overwrite: boolean;
	readonly json: boolean;
	readonly password: GivenPassword;
	readonly newPassword: NewPassword;
	readonly help: boolean;
};

const newGroup = 'Password of what is made, one of these';

const rows: readonly OptionRow<ConvertOption>[] = [
	{
		name: 'to',
		value: 'WHAT,…',
		repeatable: true,
		group: 'What to make',
		help: 'pfx (default); certificate, chain, key: PEM; cer; pkcs7',
	},
	{
		name: 'pfx-encryption',
		value: 'compatible|modern',
		group: 'What to make',
		help: 'for PFX and key (default: as it was, else compatible)',
	},
	{name: 'friendly-name', value: 'TEXT', group: 'What to make', help: 'instead of the one in the file'},
	{
		name: 'provider',
		value: 'NAME',
		group: 'What to make',
		help: 'in which Windows keeps the key, by its full name',
	},
	{
		name: 'thumbprint',
		value: 'HEX',
		group: 'What to make',
		help: 'which certificate, when the file holds several keys',
	},
	{name: 'unencrypted-key', group: 'What to make', help: 'write the key of --to key without encryption'},
	{
		name: 'out',
		short: 'o',
		value: 'DIR',
		group: 'Where and how',
		help: 'the folder for the files, made when missing',
	},
	{
		name: 'file-name',
		value: 'NAME',
		group: 'Where and how',
		help: 'without ending (default: that of the first file)',
	},
	{name: 'overwrite', group: 'Where and how', help: 'replace files that exist'},
	{name: 'json', group: 'Where and how', help: 'one JSON object on stdout instead of the report'},
	...passwordRows,
	{name: 'new-password-file', value: 'FILE', group: newGroup, help: 'read it from a file'},
	{name: 'new-password-stdin', group: newGroup, help: 'read it from standard input'},
	{name: 'generate-passwords', value: 'FILE', group: newGroup, help: 'make a strong one, written to FILE'},
	{name: 'help', short: 'h', group: 'Other', help: 'this text'},
];

const usageText = `Writes the certificate, key and chain of one or several files again, proven like a new file.

  safeq-cert-tui convert old.pfx --pfx-encryption compatible --out new  for Windows Server 2016
  safeq-cert-tui convert ssl.pfx --to chain,key --out apache            PEM; the key stays encrypted
  safeq-cert-tui convert ssl.pem ssl.key chain.p7b --new-password-file secret.txt
`;

const exitText = `
Exit codes: 0 done, 1 problems, 2 wrong usage; ${otherExitCodes}
`;

/** The text of `convert --help`. */
export function convertHelp(): string {
	const options = formatOptions(rows, {
		[passwordGroup]: afterPasswords,
		[newGroup]: '  Without one of them the password stays; a terminal is asked when there is none yet.\n',
	});
	return `${usageText}\n${options}${exitText}`;
}

/** Parses what stands after `convert`; errors mean exit code 2. */
export function parseConvert(args: readonly string[]): {
	readonly arguments: ConvertArguments;
	readonly problems: readonly Problem[];
} {
	const problems: Problem[] = [];
	const collected = collect(args, rows, problems);
	const given = givenOptions(collected, problems);
	const outputs = outputsOf(given, problems);
	if (collected.words.length === 0 && !given.on('help') && problems.length === 0)
		problems.push(usage('nothing to convert', 'safeq-cert-tui convert FILE'));
	problems.push(...withoutEffect(given, outputs));
	return {
		arguments: {
			files: collected.words,
			outputs,
			encryption: given.choice('pfx-encryption', pfxEncryptions),
			friendlyName: given.one('friendly-name'),
			provider: providerOf(given.one('provider'), problems),
			thumbprint: thumbprintOf(given.one('thumbprint'), problems),
			unencryptedKey: given.on('unencrypted-key'),
			out: given.one('out') ?? '.',
			fileName: fileNameOf(given.one('file-name'), problems),
			overwrite: given.on('overwrite'),
			json: given.on('json'),
			password: openingPassword(given, problems),
			newPassword: newPasswordOf(given, problems),
			help: given.on('help'),
		},
		problems,
	};
}

function outputsOf(given: Given<ConvertOption>, problems: Problem[]): readonly Conversion[] {
	const words = given.list('to').map(word => word.toLowerCase());
	for (const word of words)
		if (!conversions.some(each => each === word))
			problems.push(usage(`unknown output ${quoted(word)}`, didYouMean(word, conversions)));
	const wanted = conversions.filter(each => words.includes(each));
	return words.length === 0 ? ['pfx'] : wanted;
}

function providerOf(text: string | null, problems: Problem[]): Provider | null {
	const found = providers.find(each => each.toLowerCase() === text?.toLowerCase()) ?? null;
	if (text !== null && found === null)
		problems.push(usage(`unknown provider ${quoted(text)}`, didYouMean(text, providers)));
	return found;
}

function thumbprintOf(text: string | null, problems: Problem[]): string | null {
	if (text === null) return null;
	const {value, problems: found} = parseThumbprint(text);
	problems.push(...found);
	return value;
}

function fileNameOf(text: string | null, problems: Problem[]): string | null {
	if (text === null) return null;
	const {value, problems: found} = checkFileName(text);
	problems.push(...found.map(each => error('usage', each.message, {hint: each.hint})));
	return value;
}

function newPasswordOf(given: Given<ConvertOption>, problems: Problem[]): NewPassword {
	const names = ['new-password-file', 'new-password-stdin', 'generate-passwords'] as const;
	const used = names.filter(given.on).map(name => `--${name}`);
	if (used.length > 1) problems.push(usage(`only one of ${used.join(' and ')} can give the new password`));
	if (given.on('new-password-stdin') && given.on('password-stdin'))
		problems.push(usage('standard input can give one password, the old one or the new one'));
	const file = given.one('new-password-file');
	const list = given.one('generate-passwords');
	if (file !== null) return {from: 'file', file};
	if (list !== null) return {from: 'generated', file: list};
	return given.on('new-password-stdin') ? {from: 'stdin'} : {from: 'kept'};
}
