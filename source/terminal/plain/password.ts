// The password of the PFX files: made by the program and shown once, typed, or from where the arguments say.
import {typedPath} from '../../files/typed-path.js';
import {estimateStrength} from '../../machine/estimate-strength.js';
import {generatePassword} from '../../machine/generate-password.js';
import {checkPassword} from '../../plan/password.js';
import type {PreparedCertificate} from '../../prepare.js';
import {hasErrors} from '../../problem/problem.js';
import {visible} from '../../problem/visible.js';
import type {Arguments, PasswordSource} from '../arguments.js';
import type {Console} from '../console.js';
import {type FoundPasswords, findPasswords} from '../passwords.js';
import {type Conversation, sayProblems} from './conversation.js';
import {type Choice, choose, type Questions} from './questions.js';

export type PasswordChoice =
	| {readonly from: 'made'}
	| {readonly from: 'typed'; readonly text: string}
	| {readonly from: 'elsewhere'; readonly source: PasswordSource};

/** What the arguments and the environment say; without them the program makes one. */
export function firstPassword({password}: Arguments, env: Console['env']): PasswordChoice {
	const isGiven = password.from !== 'environment' || env.SAFEQ_CERT_PASSWORD !== undefined;
	return isGiven ? {from: 'elsewhere', source: password} : {from: 'made'};
}

/** For the list of values; never the password. */
export function describePassword(choice: PasswordChoice): string {
	if (choice.from === 'made') return 'made by the program, shown once';
	if (choice.from === 'typed') {
		const {level} = estimateStrength(choice.text);
		return level === 'strong' ? 'as you typed it' : `as you typed it, ${level}`;
	}
	const {source} = choice;
	switch (source.from) {
		case 'file':
			return `from ${visible(source.file)}`;
		case 'generated':
			return `one for each PFX, to ${visible(source.file)}`;
		case 'command line':
			return 'from the command line';
		case 'environment':
			return 'from SAFEQ_CERT_PASSWORD';
		case 'stdin':
			return 'from standard input';
	}
}

/** Asks where the password is to come from, and for itself when it is typed. */
export async function changePassword(
	{questions, console}: Conversation,
	current: PasswordChoice,
	isBatch: boolean,
): Promise<PasswordChoice> {
	const choices: readonly Choice<'made' | 'typed' | 'list'>[] = [
		{label: `make a strong one${isBatch ? ' for all of them' : ''}, shown once after writing`, value: 'made'},
		{label: `type one${isBatch ? ' for all of them' : ''}`, value: 'typed'},
		...(isBatch ? [{label: 'make one for each, written to a file', value: 'list'} as const] : []),
	];
	const from = await choose(questions, 'Which password?', choices, current.from === 'typed' ? 1 : 0);
	if (from === 'made') return {from};
	if (from === 'typed') return {from, text: await typePassword(questions)};
	const answer = await questions.ask({message: 'File for the passwords', fallback: 'passwords.txt'});
	return {from: 'elsewhere', source: {from: 'generated', file: typedPath(answer, console.cwd)}};
}

/** Typed twice, with what speaks against it; that it is weak is said, not forbidden. */
async function typePassword(questions: Questions): Promise<string> {
	for (;;) {
		const text = await questions.askSecret('Password', typed => {
			const problems = checkPassword(typed);
			return hasErrors(problems) ? (problems[0]?.message ?? null) : null;
		});
		const again = await questions.askSecret('The same again', () => null);
		if (text !== again) {
			await questions.explain('  x the two are not the same, once more\n');
			continue;
		}
		await sayProblems(questions, checkPassword(text));
		const {bits, level} = estimateStrength(text);
		const hint = level === 'strong' ? '' : ': longer is better, or let the program make one';
		await questions.explain(`Strength: ${level} (at most ${bits} bits)${hint}\n`);
		return text;
	}
}

/** What is said once more before the files are written; null when nothing speaks against the password. */
export function weakness(choice: PasswordChoice): string | null {
	if (choice.from !== 'typed' || estimateStrength(choice.text).level !== 'weak') return null;
	return 'warning: the password is weak: who gets the PFX can find it out';
}

export type ResolvedPasswords = FoundPasswords & {
	/** The password that the program made, to be shown once; null when it is known or written elsewhere. */
	readonly shown: string | null;
};

/** The passwords of the certificates by the choice that was made. */
export async function resolvePasswords(
	choice: PasswordChoice,
	certificates: readonly PreparedCertificate[],
	{machine, console, signal}: Conversation,
): Promise<ResolvedPasswords> {
	if (choice.from === 'elsewhere')
		return {
			...(await findPasswords(choice.source, certificates, machine, console, signal)),
			shown: null,
		};
	const text = choice.from === 'typed' ? choice.text : generatePassword(machine.randomBytes);
	return {
		passwords: {of: () => text, writeList: async () => [], list: null},
		problems: [],
		shown: choice.from === 'made' ? text : null,
	};
}
