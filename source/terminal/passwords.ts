// Where the PFX passwords of a run come from, looked at before any key is made.
import path from 'node:path';
import {createSecretList, secretListExists} from '../files/secret-list.js';
import {exists} from '../files/exists.js';
import {generatePassword} from '../machine/generate-password.js';
import type {Machine} from '../machine/machine.js';
import {sameFile} from '../outputs.js';
import type {PreparedCertificate} from '../prepare.js';
import {error, hasErrors, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {PasswordSource} from './arguments.js';
import type {Console} from './console.js';
import {newPasswordProblems, readGivenPassword} from './given-password.js';

export type Passwords = {
	readonly of: (prepared: PreparedCertificate) => string;
	/** Writes the list of generated passwords, complete before any PFX exists; nothing to do for the other sources. */
	readonly writeList: () => Promise<readonly Problem[]>;
	/** Absolute; null when no list is written. */
	readonly list: string | null;
};

export type FoundPasswords = {readonly passwords: Passwords | null; readonly problems: readonly Problem[]};

/**
 * Finds the passwords for the certificates that want a PFX. Null passwords come with at least one error; no message
 * ever holds a password. Once aborted, nobody is waited for any more.
 */
export async function findPasswords(
	source: PasswordSource,
	prepared: readonly PreparedCertificate[],
	machine: Machine,
	console: Console,
	signal: AbortSignal,
): Promise<FoundPasswords> {
	const wanted = prepared.filter(({plan}) => plan.outputs.includes('pfx'));
	if (wanted.length === 0) return {passwords: same(''), problems: []};
	if (source.from === 'generated')
		return generated(path.resolve(console.cwd, source.file), prepared, wanted, machine);
	const password = await readPassword(source, wanted, console, signal);
	if (typeof password !== 'string') return {passwords: null, problems: [password]};
	const problems = newPasswordProblems(password, source.from, console);
	return {passwords: hasErrors(problems) ? null : same(password), problems};
}

/** One password for all. */
function same(password: string): Passwords {
	return {of: () => password, writeList: async () => [], list: null};
}

async function readPassword(
	source: Exclude<PasswordSource, {from: 'generated'}>,
	wanted: readonly PreparedCertificate[],
	console: Console,
	signal: AbortSignal,
): Promise<string | Problem> {
	if (source.from === 'command line') return source.text;
	const given = await readGivenPassword(source, console, signal);
	if (given !== null) return given;
	const names =
		wanted.length === 1 ? quoted(wanted[0]?.plan.friendlyName ?? '') : `${wanted.length} certificates`;
	return error('password-missing', `no password for ${names}, and nobody to ask with --yes`, {
		hint: 'use --password-file, --password-stdin, --generate-passwords or SAFEQ_CERT_PASSWORD',
	});
}

async function generated(
	list: string,
	prepared: readonly PreparedCertificate[],
	wanted: readonly PreparedCertificate[],
	machine: Machine,
): Promise<FoundPasswords> {
	if (prepared.some(({files}) => files.some(file => sameFile(file.path, list))))
		return {
			passwords: null,
			problems: [
				error('output-twice', `the passwords and a certificate would be written to ${quoted(list)}`, {
					hint: 'give --generate-passwords another file',
				}),
			],
		};
	if (await exists(list)) return {passwords: null, problems: [secretListExists(list)]};
	const passwords = new Map(wanted.map(each => [each, generatePassword(machine.randomBytes)]));
	const lines = wanted.map(each => `${each.plan.fileName}.pfx\t${passwords.get(each) ?? ''}`);
	return {
		passwords: {
			of: prepared => passwords.get(prepared) ?? '',
			writeList: async () => createSecretList(list, lines),
			list,
		},
		problems: [],
	};
}
