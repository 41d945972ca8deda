// A file with certificates, opened as far as its certificates need it.
import {arrange} from '../../container/arrange.js';
import type {Container} from '../../container/container.js';
import {readContent} from '../../container/content.js';
import {readBytes} from '../../files/read-bytes.js';
import {error, type Problem, ProblemError} from '../../problem/problem.js';
import {readOffThread} from '../content-off-thread.js';
import type {FileTarget} from '../target.js';
import type {PasswordGiver} from './password-options.js';

const mostBytes = 10 * 1_048_576;

/**
 * What the file holds; a problem with its place when it cannot be read, holds no certificate, or hides its certificates
 * behind a password that nobody has. Rejects only when aborted.
 */
export async function openFile(
	{path, text}: FileTarget,
	{password, signal}: {readonly password: PasswordGiver; readonly signal: AbortSignal},
): Promise<Container | Problem> {
	const place = {file: text, line: null, column: null};
	const bytes = await readBytes(path, mostBytes);
	if (!(bytes instanceof Uint8Array)) return {...bytes, place};
	try {
		const container = await open(bytes, text, password, signal);
		if (container.certificates.length > 0) return container;
		const [problem] = container.problems;
		return {...(problem ?? error('no-certificate', 'there is no certificate in this file')), place};
	} catch (failure) {
		signal.throwIfAborted();
		if (failure instanceof ProblemError && failure.problems[0] !== undefined)
			return {...failure.problems[0], place};
		throw failure;
	}
}

/** A password is only asked for when no certificate can be seen without one. */
async function open(
	bytes: Uint8Array,
	file: string,
	password: PasswordGiver,
	signal: AbortSignal,
): Promise<Container> {
	const closed = arrange(await readContent(bytes, {password: null, signal}));
	if (!closed.locked || closed.certificates.length > 0) return closed;
	for (let attempt = 0; ; attempt++) {
		const given = await password(file, attempt);
		if (given === null) {
			if (attempt > 0) throw new ProblemError(error('password-wrong', 'the password is wrong'));
			throw new ProblemError(
				error('password-missing', 'the certificates in this file are encrypted, and there is no password', {
					hint: 'use --password-file, --password-stdin or SAFEQ_CERT_PASSWORD, or give its .cer',
				}),
			);
		}
		try {
			return arrange(await readOffThread(bytes, closed, {password: given, signal}));
		} catch (failure) {
			if (!(failure instanceof ProblemError && failure.problems[0]?.code === 'password-wrong')) throw failure;
		}
	}
}
