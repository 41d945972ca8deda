// A file that is complete under a temporary name in its folder, and waits for its own.
import {dirname, join} from 'node:path';
import {error, type Problem, ProblemError, warning, wholeFile} from '../problem/problem.js';
import {visible} from '../problem/visible.js';
import {type Disk, patiently, systemCode} from './disk.js';
import {writeProblem} from './write-problem.js';

/** A file whose bytes are on the disk, but not yet under the name that they are for. */
export type StagedFile = {
	readonly path: string;
	readonly temporary: string;
	/** That it could not be protected, for example. */
	readonly warnings: readonly Problem[];
};

type Handle = Awaited<ReturnType<Disk['open']>>;

/**
 * Writes `bytes` under a temporary name into the folder of `path` and flushes them; with `secret` for the user (on
 * Windows also Administrators and SYSTEM) alone, before the first byte is in it. On a problem nothing is left.
 */
export async function stageFile(
	path: string,
	bytes: Uint8Array,
	secret: boolean,
	disk: Disk,
): Promise<StagedFile | readonly Problem[]> {
	const temporary = temporaryBeside(path);
	let handle: Handle;
	try {
		handle = await disk.open(temporary, 'wx', secret ? 0o600 : 0o666);
	} catch (cause) {
		return [writeProblem(path, cause)];
	}
	try {
		const warnings = await fill(handle, bytes, secret ? () => protect(handle, temporary, path, disk) : null);
		return {path, temporary, warnings};
	} catch (cause) {
		const problems = cause instanceof ProblemError ? cause.problems : [writeProblem(path, cause)];
		return [...problems, ...(await removeTemporary(temporary, disk))];
	}
}

/** A free name in the folder of `path`. It says whose it is; its length does not depend on the target's. */
export function temporaryBeside(path: string): string {
	return join(dirname(path), `.safeq-cert-tui-${crypto.randomUUID()}.tmp`);
}

/** Puts `bytes` on the disk and closes the file; before that, lets `protect` narrow the rights of the empty file. */
async function fill(
	handle: Handle,
	bytes: Uint8Array,
	protect: (() => Promise<readonly Problem[]>) | null,
): Promise<readonly Problem[]> {
	try {
		const warnings = protect === null ? [] : await protect();
		await handle.writeFile(bytes);
		await flush(handle);
		return warnings;
	} finally {
		await handle.close();
	}
}

/** Narrows the access rights of a new, still empty file; a disk that keeps no mode bits gets a warning. */
async function protect(
	handle: Handle,
	temporary: string,
	path: string,
	disk: Disk,
): Promise<readonly Problem[]> {
	if (disk.restrict === null) {
		const {mode} = await handle.stat();
		const message = 'this disk keeps no access rights: other users can read the file';
		return (mode & 0o077) === 0 ? [] : [warning('output-unprotected', message, {place: wholeFile(path)})];
	}
	try {
		await disk.restrict(temporary);
		return [];
	} catch {
		throw new ProblemError(
			error('output-unprotected', 'the access rights of the file could not be set, so it was not written', {
				hint: 'choose another folder with --out: a local one on NTFS, or a share on which you have full control',
				place: wholeFile(path),
			}),
		);
	}
}

/** Some network file systems cannot flush; that is no reason to have no file. */
async function flush(handle: Handle): Promise<void> {
	try {
		await handle.sync();
	} catch (cause) {
		if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(systemCode(cause))) throw cause;
	}
}

/** Removes what may be left under the temporary name; a warning when it stays, for it may hold a private key. */
export async function removeTemporary(temporary: string, disk: Disk): Promise<readonly Problem[]> {
	try {
		await patiently(disk, () => disk.rm(temporary, {force: true}));
		return [];
	} catch (cause) {
		const message = `the temporary file could not be removed (${systemCode(cause)})`;
		return [
			warning('output-leftover', message, {
				hint: `delete "${visible(temporary)}": it can hold the same private key`,
				place: wholeFile(temporary),
			}),
		];
	}
}
