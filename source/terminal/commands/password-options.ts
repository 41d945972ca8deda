// Where the password of a PFX that is only opened comes from; the same options for every command that opens one.
import path from 'node:path';
import {decodeSecret, readSecretFile, secretLimit} from '../../files/read-secret.js';
import {readStdin} from '../../files/read-stdin.js';
import {error, type Problem, ProblemError} from '../../problem/problem.js';
import {type OptionRow, usage} from '../collect.js';
import type {Console} from '../console.js';
import type {Given} from '../given.js';

export type PasswordOption = 'password-file' | 'password-stdin';
export const passwordGroup = 'Password of a PFX, one of these';

export const passwordRows: readonly OptionRow<PasswordOption, typeof passwordGroup>[] = [
	{name: 'password-file', value: 'FILE', group: passwordGroup, help: 'read it from a file'},
	{name: 'password-stdin', group: passwordGroup, help: 'read it from standard input'},
];

export const afterPasswords =
	'  Without one of them it comes from the variable SAFEQ_CERT_PASSWORD; a terminal is asked.\n';

export type OpeningPassword =
	| {readonly from: 'file'; readonly file: string}
	| {readonly from: 'stdin'}
	| {readonly from: 'environment'};

/** What the options say; both at once is wrong usage. */
export function openingPassword(given: Given<PasswordOption>, problems: Problem[]): OpeningPassword {
	const file = given.one('password-file');
	if (file === null) return given.on('password-stdin') ? {from: 'stdin'} : {from: 'environment'};
	if (given.on('password-stdin'))
		problems.push(usage('only one of --password-file and --password-stdin can give the password'));
	return {from: 'file', file};
}

/** Gives the password for a file; null when there is none (any more). Rejects with ProblemError. */
export type PasswordGiver = (file: string, attempt: number) => Promise<string | null>;

const mostAttempts = 3;

/** One password for all files when it was given; else a person is asked for each, when there is a terminal. */
export function passwordGiver(source: OpeningPassword, console: Console, mayAsk: boolean): PasswordGiver {
	let given: Promise<string | Problem | null> | undefined;
	return async (file, attempt) => {
		given ??= readPassword(source, console);
		const password = await given;
		if (typeof password === 'string') return attempt === 0 ? password : null;
		if (password !== null) throw new ProblemError(password);
		const {stdin, stderr} = console;
		if (!mayAsk || stdin.isTTY !== true || stderr.isTTY !== true || attempt >= mostAttempts) return null;
		const {askOpeningPassword} = await import('../ask-opening-password.js');
		return askOpeningPassword(file, attempt > 0, console);
	};
}

async function readPassword(source: OpeningPassword, console: Console): Promise<string | Problem | null> {
	if (source.from === 'environment') return console.env.SAFEQ_CERT_PASSWORD ?? null;
	if (source.from === 'file') return readSecretFile(path.resolve(console.cwd, source.file));
	if (console.stdin.isTTY === true)
		return error('password-missing', '--password-stdin reads a pipe, and standard input is a terminal');
	const bytes = await readStdin(console.stdin, secretLimit, 'password-unreadable');
	return bytes instanceof Uint8Array ? decodeSecret(bytes) : bytes;
}
