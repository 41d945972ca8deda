// A password that nobody is asked for: it stands in a file, comes through a pipe, or is in the variable.
import path from 'node:path';
import {addAbortSignal} from 'node:stream';
import {decodeSecret, readSecretFile, secretLimit} from '../files/read-secret.js';
import {readStdin} from '../files/read-stdin.js';
import {checkPassword} from '../plan/password.js';
import {error, type Problem} from '../problem/problem.js';
import type {Console} from './console.js';
import {pipedPasswordProblems} from './piped-password.js';

export type GivenPassword =
	| {readonly from: 'file'; readonly file: string}
	| {readonly from: 'stdin'}
	| {readonly from: 'environment'};

/**
 * The password, or why it cannot be read; null when the variable is not set. No message ever holds it. Once aborted,
 * nobody is waited for any more, and what comes of it means nothing.
 */
export async function readGivenPassword(
	source: GivenPassword,
	console: Console,
	signal: AbortSignal,
): Promise<string | Problem | null> {
	switch (source.from) {
		case 'file':
			return readSecretFile(path.resolve(console.cwd, source.file), signal);
		case 'stdin': {
			if (console.stdin.isTTY === true)
				return error(
					'password-missing',
					'the password is to come through a pipe, and standard input is a terminal',
				);
			const stdin = addAbortSignal(signal, console.stdin);
			const bytes = await readStdin(stdin, secretLimit, 'password-unreadable');
			return bytes instanceof Uint8Array ? decodeSecret(bytes) : bytes;
		}
		case 'environment': {
			const password = console.env.SAFEQ_CERT_PASSWORD;
			if (password?.includes('\ufffd'))
				return error('password-unreadable', 'the password in SAFEQ_CERT_PASSWORD is not valid UTF-8');
			return password ?? null;
		}
	}
}

/** What speaks against a password for files that are made; `from` says how it came. */
export function newPasswordProblems(
	password: string,
	from: string | null,
	{platform}: Pick<Console, 'platform'>,
): readonly Problem[] {
	const piped = from === 'stdin' ? pipedPasswordProblems(password, platform) : [];
	return [...piped, ...checkPassword(password)];
}
