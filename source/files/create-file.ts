// A file that is complete or absent: written under a temporary name, flushed, then moved into place.
import type {Problem} from '../problem/problem.js';
import {type Disk, patiently, systemCode, thisDisk} from './disk.js';
import {removeTemporary, type StagedFile, stageFile} from './stage-file.js';
import {writeProblem} from './write-problem.js';

export type CreateOptions = {
	/** For the user (on Windows also Administrators and SYSTEM) alone, before the first byte is in it. */
	readonly secret: boolean;
	/** Replace what has this name. Without it, nothing is replaced, not even what appeared a moment ago. */
	readonly overwrite: boolean;
};

/**
 * Writes `bytes` to `path`, whose folder exists. Returns no problem, or warnings when the file was made, or one
 * error when it was not; nothing is left of it then. A killed process may leave a temporary file, never half of `path`;
 * on a disk without hard links it may leave an empty one.
 */
export async function createFile(
	path: string,
	bytes: Uint8Array,
	options: CreateOptions,
	disk: Disk = thisDisk(),
): Promise<readonly Problem[]> {
	const staged = await stageFile(path, bytes, options.secret, disk);
	return 'temporary' in staged ? placeStaged(staged, options.overwrite, disk) : staged;
}

/**
 * Gives a staged file its name, replacing what has it only with `overwrite`. Returns warnings when the file stands
 * there, or one error when it does not; the temporary name is gone in any case.
 */
export async function placeStaged(
	{path, temporary, warnings}: StagedFile,
	overwrite: boolean,
	disk: Disk,
): Promise<readonly Problem[]> {
	try {
		if (overwrite) {
			await patiently(disk, () => disk.rename(temporary, path));
			return warnings;
		}
		await placeNew(temporary, path, disk);
		return [...warnings, ...(await removeTemporary(temporary, disk))];
	} catch (cause) {
		return [writeProblem(path, cause), ...(await removeTemporary(temporary, disk))];
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
