// A file of any kind, read as far as the passwords go that somebody has for it.
import path from 'node:path';
import {arrange} from '../../container/arrange.js';
import type {Container, Content} from '../../container/container.js';
import {mostFileBytes, readContent} from '../../container/content.js';
import {readBytes} from '../../files/read-bytes.js';
import {error, note, type Problem, ProblemError, wholeFile} from '../../problem/problem.js';
import type {Console} from '../console.js';
import type {GivenPassword} from '../given-password.js';
import {readAside} from '../../look/content-aside.js';
import {withSignOfLife} from '../sign-of-life.js';
import {type GiverSurroundings, type PasswordGiver, passwordGiver} from './password-options.js';

export type Unlocked = {
	/** Absolute. */
	readonly path: string;
	/** As it was given. */
	readonly file: string;
	/** Null when the file could not be read at all; without the password, what can be seen of it. */
	readonly container: Container | null;
	/** With which it was opened; null when none was needed, or none fits. */
	readonly password: string | null;
	/** With their place. */
	readonly problems: readonly Problem[];
};

export type OpeningPasswords = {
	readonly of: PasswordGiver;
	/** Where the given one is; null: a person will be asked, or there is none. */
	readonly from: GivenPassword['from'] | null;
};

/** The passwords of a run: one that was given for all files, or one for each that a person is asked for. */
export function openingPasswords(source: GivenPassword, surroundings: GiverSurroundings): OpeningPasswords {
	const {env} = surroundings.console;
	const isGiven = source.from !== 'environment' || env.SAFEQ_CERT_PASSWORD !== undefined;
	return {of: passwordGiver(source, surroundings), from: isGiven ? source.from : null};
}

type Surroundings = {
	readonly console: Console;
	readonly passwords: OpeningPasswords;
	readonly signal: AbortSignal;
	/** True: what else is encrypted stays so where a certificate can be seen. */
	readonly certificatesOnly?: boolean;
};

/** Reads and opens one file. Nothing is thrown for a file that is not as it should be; rejects when aborted. */
export async function unlock(file: string, surroundings: Surroundings): Promise<Unlocked> {
	const absolute = path.resolve(surroundings.console.cwd, file);
	const place = wholeFile(file);
	// What is wrong with the file of the password has its own place.
	const at = (problems: readonly Problem[]) => problems.map(each => ({...each, place: each.place ?? place}));
	const nothing = {path: absolute, file, container: null, password: null};
	const bytes = await readBytes(absolute, mostFileBytes);
	if (!(bytes instanceof Uint8Array)) return {...nothing, problems: [{...bytes, place}]};
	try {
		const closed = await readContent(bytes, {password: null, signal: surroundings.signal});
		const isEnough = surroundings.certificatesOnly === true && closed.certificates.length > 0;
		const {content, password, problem} =
			closed.locked && !isEnough
				? await tryPasswords(bytes, closed, file, surroundings)
				: {content: closed, password: null, problem: null};
		const container = arrange(content);
		const problems = at([...(problem === null ? [] : [problem]), ...container.problems]);
		const isEmpty = container.certificates.length === 0 && container.problems.length > 0;
		return {...nothing, container: isEmpty ? null : container, password, problems};
	} catch (failure) {
		surroundings.signal.throwIfAborted();
		if (failure instanceof ProblemError) return {...nothing, problems: at(failure.problems)};
		throw failure;
	}
}

type Opened = {
	readonly content: Content;
	readonly password: string | null;
	readonly problem: Problem | null;
};

/** Before a person is asked, the empty password is tried; else what was given. */
async function tryPasswords(
	bytes: Uint8Array,
	closed: Content,
	file: string,
	{console, passwords, signal}: Surroundings,
): Promise<Opened> {
	const attempt = async (password: string): Promise<Opened | null> => {
		try {
			const reading = readAside(bytes, closed, {password, signal});
			const content = await withSignOfLife(console, `Opening ${file}`, reading);
			return {content, password, problem: null};
		} catch (failure) {
			if (failure instanceof ProblemError && failure.problems[0]?.code === 'password-wrong') return null;
			throw failure;
		}
	};
	const withoutPassword = passwords.from === null ? await attempt('') : null;
	if (withoutPassword !== null) return withoutPassword;
	for (let count = 0; ; count++) {
		const password = await passwords.of(file, count);
		if (password === null) return {content: closed, password, problem: notOpened(count)};
		const opened = await attempt(password);
		if (opened !== null) return opened;
	}
}

function notOpened(attempts: number): Problem {
	return attempts > 0
		? error('password-wrong', 'the password is wrong', {
				hint: null,
			})
		: note('password-missing', 'what is encrypted in this file was not looked at: there is no password', {
				hint: 'use --password-file, --password-stdin or SAFEQ_CERT_PASSWORD',
			});
}
