// The password of what `convert` makes: a new one, the one that the file had, or what a person says.
import path from 'node:path';
import {exists} from '../../files/exists.js';
import {secretListExists} from '../../files/secret-list.js';
import {generatePassword} from '../../machine/generate-password.js';
import type {Machine} from '../../machine/machine.js';
import {error, hasErrors, type Problem} from '../../problem/problem.js';
import type {Console} from '../console.js';
import {type GivenPassword, newPasswordProblems, readGivenPassword} from '../given-password.js';
import type {NewPassword} from './convert-options.js';
import type {OpeningPasswords} from './unlock.js';

export type FoundPassword = {
	/** Null with at least one error. */
	readonly password: string | null;
	/** Where the generated one will stand; null when it was not generated. */
	readonly list: string | null;
	readonly problems: readonly Problem[];
};

export type PasswordSurroundings = {
	readonly console: Console;
	readonly machine: Machine;
	readonly passwords: OpeningPasswords;
	/** With which the files were opened; null when none was needed. */
	readonly old: string | null;
	readonly mayAsk: boolean;
	readonly signal: AbortSignal;
};

/** Finds the password; no message ever holds it. Rejects when aborted. */
export async function findNewPassword(
	source: NewPassword,
	surroundings: PasswordSurroundings,
): Promise<FoundPassword> {
	if (source.from === 'generated') {
		const list = path.resolve(surroundings.console.cwd, source.file);
		if (await exists(list)) return {password: null, list, problems: [secretListExists(list)]};
		return {password: generatePassword(surroundings.machine.randomBytes), list, problems: []};
	}
	const found = await read(source, surroundings);
	surroundings.signal.throwIfAborted();
	if ('code' in found) return {password: null, list: null, problems: [found]};
	const problems = newPasswordProblems(found.password, found.from, surroundings.console);
	return {password: hasErrors(problems) ? null : found.password, list: null, problems};
}

type Read = {
	readonly password: string;
	/** Null: typed, or of the file that was opened with it. */
	readonly from: GivenPassword['from'] | null;
};

async function read(
	source: Exclude<NewPassword, {from: 'generated'}>,
	{console, passwords, old, mayAsk, signal}: PasswordSurroundings,
): Promise<Read | Problem> {
	if (source.from !== 'kept') {
		const password = await readGivenPassword(source, console, signal);
		if (password !== null) return typeof password === 'string' ? {password, from: source.from} : password;
	}
	if (old !== null && old !== '') return {password: old, from: null};
	// A file that was open already: the password that was given is for what is made of it.
	const given = passwords.from === null ? null : await passwords.of('', 0);
	if (given !== null && given !== '') return {password: given, from: passwords.from};
	if (mayAsk && console.stdin.isTTY === true && console.stderr.isTTY === true) {
		const {askNewPassword} = await import('../ask-new-password.js');
		return {password: await askNewPassword(console, signal), from: null};
	}
	return error('password-missing', 'the file has no password, and what is made of it needs one', {
		hint: 'use --new-password-file, --new-password-stdin, --generate-passwords or SAFEQ_CERT_PASSWORD',
	});
}
