// The command line of `convert` → what is wanted, and every usage error at once.
import {parseThumbprint} from '../../certificate/thumbprint.js';
import {type Conversion, conversions} from '../../convert.js';
import {checkFileName} from '../../plan/file-name.js';
import {error, type Problem} from '../../problem/problem.js';
import {didYouMean} from '../../problem/suggest.js';
import {quoted} from '../../problem/visible.js';
import {type PfxEncryption, type Provider, pfxEncryptions, providers} from '../../profile/profile.js';
import {collect, usage} from '../collect.js';
import {type Given, givenOptions} from '../given.js';
import type {GivenPassword} from '../given-password.js';
import {type ConvertOption, convertRows} from './convert-rows.js';
import {withoutEffect} from './convert-without-effect.js';
import {openingPassword} from './password-options.js';

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

/** Parses what stands after `convert`; errors mean exit code 2. */
export function parseConvert(args: readonly string[]): {
	readonly arguments: ConvertArguments;
	readonly problems: readonly Problem[];
} {
	const problems: Problem[] = [];
	const collected = collect(args, convertRows, problems);
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
