// A file that is complete or absent: written under a temporary name, flushed, then moved into place.
import {dirname, join} from 'node:path';
import {error, type Problem, ProblemError, warning} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {type Disk, patiently, systemCode, thisDisk} from './disk.js';
import {placeOf, writeProblem} from './write-problem.js';

export type CreateOptions = {
	/** For the user (on Windows also Administrators and SYSTEM) alone, before the first byte is in it. */
	readonly secret: boolean;
	/** Replace what has this name. Without it, nothing is replaced, not even what appeared a moment ago. */
	readonly overwrite: boolean;
};

type Handle = Awaited<ReturnType<Disk['open']>>;

/**
 * Writes `bytes` to `path`, whose folder exists. Returns no problem, or warnings when the file was made, or one
 * error when it was not; nothing is left of it then. A killed process may leave a temporary file, never half of `path`.
 */
export async function createFile(
	path: string,
	bytes: Uint8Array,
	options: CreateOptions,
	disk: Disk = thisDisk(),
): Promise<readonly Problem[]> {
	const temporary = join(dirname(path), temporaryName());
	let handle: Handle;
	try {
		handle = await disk.open(temporary, 'wx', options.secret ? 0o600 : 0o666);
	} catch (cause) {
		return [writeProblem(path, cause)];
	}
	try {
		const warnings = await fill(
			handle,
			bytes,
			options.secret ? () => protect(handle, temporary, path, disk) : null,
		);
		if (options.overwrite) {
			await patiently(disk, () => disk.rename(temporary, path));
			return warnings;
		}
		await placeNew(temporary, path, disk);
		return [...warnings, ...(await removeTemporary(temporary, disk))];
	} catch (cause) {
		const problems = cause instanceof ProblemError ? cause.problems : [writeProblem(path, cause)];
		return [...problems, ...(await removeTemporary(temporary, disk))];
	}
}

/** A name that says whose it is, whatever the length of the target's; exclusive creation does the rest. */
export function temporaryName(): string {
	return `.safeq-cert-tui-${crypto.randomUUID()}.tmp`;
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
		return (mode & 0o077) === 0 ? [] : [warning('output-unprotected', message, {place: placeOf(path)})];
	}
	try {
		await disk.restrict(temporary);
		return [];
	} catch {
		throw new ProblemError(
			error('output-unprotected', 'the access rights of the file could not be set, so it was not written', {
				hint: 'choose a folder on a disk with access rights (NTFS) with --out',
				place: placeOf(path),
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

/** Gives the complete file its name; fails with EEXIST when the name is taken, be it since a moment. */
async function placeNew(temporary: string, path: string, disk: Disk): Promise<void> {
	try {
		await disk.link(temporary, path);
	} catch (cause) {
		if (systemCode(cause) === 'EEXIST') throw cause;
		// FAT, exFAT and some shares have no hard links, and every system says so with another code.
		await placeByClaim(temporary, path, disk);
	}
}

/** Takes the name with an empty file that must not exist before, then puts the complete file over it. */
async function placeByClaim(temporary: string, path: string, disk: Disk): Promise<void> {
	const claim = await disk.open(path, 'wx', 0o600);
	await claim.close();
	try {
		await patiently(disk, () => disk.rename(temporary, path));
	} catch (cause) {
		await patiently(disk, () => disk.rm(path, {force: true}));
		throw cause;
	}
}

/** Removes what may be left under the temporary name; a warning when it stays, for it may hold a private key. */
async function removeTemporary(temporary: string, disk: Disk): Promise<readonly Problem[]> {
	try {
		await patiently(disk, () => disk.rm(temporary, {force: true}));
		return [];
	} catch (cause) {
		const message = `the temporary file could not be removed (${systemCode(cause)})`;
		return [
			warning('output-leftover', message, {
				hint: `delete ${quoted(temporary)}: it can hold the same private key`,
				place: placeOf(temporary),
			}),
		];
	}
}
