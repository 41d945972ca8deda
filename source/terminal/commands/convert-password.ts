// The password of what `convert` makes: a new one, the one that the file had, or what a person says.
import path from 'node:path';
import {exists} from '../../files/exists.js';
import {decodeSecret, readSecretFile, secretLimit} from '../../files/read-secret.js';
import {readStdin} from '../../files/read-stdin.js';
import {secretListExists} from '../../files/secret-list.js';
import {generatePassword} from '../../machine/generate-password.js';
import type {Machine} from '../../machine/machine.js';
import {checkPassword} from '../../plan/password.js';
import {error, hasErrors, type Problem} from '../../problem/problem.js';
import type {Console} from '../console.js';
import {pipedPasswordProblems} from '../piped-password.js';
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
};

/** Finds the password; no message ever holds it. */
export async function findNewPassword(
	source: NewPassword,
	surroundings: PasswordSurroundings,
): Promise<FoundPassword> {
	if (source.from === 'generated') {
		const list = path.resolve(surroundings.console.cwd, source.file);
		if (await exists(list)) return {password: null, list, problems: [secretListExists(list)]};
		return {password: generatePassword(surroundings.machine.randomBytes), list, problems: []};
	}
	const password = await read(source, surroundings);
	if (typeof password !== 'string') return {password: null, list: null, problems: [password]};
	const {platform} = surroundings.console;
	const piped = source.from === 'stdin' ? pipedPasswordProblems(password, platform) : [];
	const problems = [...piped, ...checkPassword(password)];
	return {password: hasErrors(problems) ? null : password, list: null, problems};
}

async function read(
	source: Exclude<NewPassword, {from: 'generated'}>,
	{console, passwords, old, mayAsk}: PasswordSurroundings,
): Promise<string | Problem> {
	const {cwd, stdin, stderr} = console;
	if (source.from === 'file') return readSecretFile(path.resolve(cwd, source.file));
	if (source.from === 'stdin') {
		if (stdin.isTTY === true)
			return error('password-missing', '--new-password-stdin reads a pipe, and standard input is a terminal');
		const bytes = await readStdin(stdin, secretLimit, 'password-unreadable');
		return bytes instanceof Uint8Array ? decodeSecret(bytes) : bytes;
	}
	// A file that was open already: the password that was given is for what is made of it.
	const kept = old === null || old === '' ? (passwords.isGiven ? await passwords.of('', 0) : null) : old;
	if (kept !== null && kept !== '') return kept;
	if (mayAsk && stdin.isTTY === true && stderr.isTTY === true) {
		const {askNewPassword} = await import('../ask-new-password.js');
		return askNewPassword(console);
	}
	return error('password-missing', 'the file has no password, and what is made of it needs one', {
		hint: 'use --new-password-file, --new-password-stdin, --generate-passwords or SAFEQ_CERT_PASSWORD',
	});
}
