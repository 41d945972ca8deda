// Where the password of a PFX that is only opened comes from; the same options for every command that opens one.
import {type Problem, ProblemError} from '../../problem/problem.js';
import {type OptionRow, usage} from '../collect.js';
import type {Console} from '../console.js';
import type {Given} from '../given.js';
import {type GivenPassword, readGivenPassword} from '../given-password.js';

export type PasswordOption = 'password-file' | 'password-stdin';
export const passwordGroup = 'Password of a PFX, one of these';

export const passwordRows: readonly OptionRow<PasswordOption, typeof passwordGroup>[] = [
	{name: 'password-file', value: 'FILE', group: passwordGroup, help: 'read it from a file'},
	{name: 'password-stdin', group: passwordGroup, help: 'read it from standard input'},
];

export const afterPasswords =
	'  Without one of them it comes from the variable SAFEQ_CERT_PASSWORD; a terminal is asked.\n';

/** What the options say; both at once is wrong usage. */
export function openingPassword(given: Given<PasswordOption>, problems: Problem[]): GivenPassword {
	const file = given.one('password-file');
	if (file === null) return given.on('password-stdin') ? {from: 'stdin'} : {from: 'environment'};
	if (given.on('password-stdin'))
		problems.push(usage('only one of --password-file and --password-stdin can give the password'));
	return {from: 'file', file};
}

/** Gives the password for a file; null when there is none (any more). Rejects with ProblemError, and when aborted. */
export type PasswordGiver = (file: string, attempt: number) => Promise<string | null>;

export type GiverSurroundings = {
	readonly console: Console;
	/** Whether a person may be asked, when there is a terminal. */
	readonly mayAsk: boolean;
	readonly signal: AbortSignal;
};

const mostAttempts = 3;

/** One password for all files when it was given; else a person is asked for each. */
export function passwordGiver(
	source: GivenPassword,
	{console, mayAsk, signal}: GiverSurroundings,
): PasswordGiver {
	let given: Promise<string | Problem | null> | undefined;
	return async (file, attempt) => {
		given ??= readGivenPassword(source, console, signal);
		const password = await given;
		signal.throwIfAborted();
		if (typeof password === 'string') return attempt === 0 ? password : null;
		if (password !== null) throw new ProblemError(password);
		const {stdin, stderr} = console;
		if (!mayAsk || stdin.isTTY !== true || stderr.isTTY !== true || attempt >= mostAttempts) return null;
		const {askOpeningPassword} = await import('../ask-opening-password.js');
		return askOpeningPassword(file, attempt > 0, console, signal);
	};
}
