// Folders to write into: made when missing, and tried out before an hour of keys is spent on them.
import {access, constants, mkdir, stat} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {error, type Problem, wholeFile} from '../problem/problem.js';
import {temporaryBeside} from './stage-file.js';
import {type Disk, patiently, systemCode, thisDisk} from './disk.js';
import {writeProblem} from './write-problem.js';

/**
 * Makes `path` and the folders above it; null when it is there, whoever made it. One folder at a time: Node's own
 * recursion never ends where a folder is there and refuses new ones with ENOENT (/proc, a drive that is gone).
 */
export async function createFolder(path: string): Promise<Problem | null> {
	try {
		const missing: string[] = [];
		for (let folder = resolve(path); !(await isThere(folder)); folder = dirname(folder))
			missing.unshift(folder);
		for (const folder of missing) await mkdir(folder).catch(unlessThere);
		return (await stat(path)).isDirectory() ? null : fileInTheWay(path);
	} catch (cause) {
		return systemCode(cause) === 'ENOTDIR' ? fileInTheWay(path) : writeProblem(path, cause);
	}
}

/** True for the root of a drive that is gone, too: there is nothing above it to make. */
async function isThere(folder: string): Promise<boolean> {
	try {
		await stat(folder);
		return true;
	} catch (cause) {
		if (systemCode(cause) !== 'ENOENT' || dirname(folder) === folder) throw cause;
		return false;
	}
}

function unlessThere(cause: unknown): void {
	if (systemCode(cause) !== 'EEXIST') throw cause;
}

/**
 * Whether files can be written into `folder`, found by writing an empty one and removing it. For a folder that
 * does not exist yet, the nearest one above it is tried. Null when it works.
 */
export async function probeWritable(folder: string, disk: Disk = thisDisk()): Promise<Problem | null> {
	try {
		const existing = await nearestFolder(resolve(folder));
		if (existing === null) return fileInTheWay(folder);
		const probe = temporaryBeside(join(existing, 'probe'));
		const handle = await disk.open(probe, 'wx', 0o600);
		await handle.close();
		await patiently(disk, () => disk.rm(probe));
		return null;
	} catch (cause) {
		return writeProblem(folder, cause);
	}
}

/** The same as far as it can be told without writing anything. */
export async function mayWrite(folder: string): Promise<Problem | null> {
	try {
		const existing = await nearestFolder(resolve(folder));
		if (existing === null) return fileInTheWay(folder);
		await access(existing, constants.W_OK);
		return null;
	} catch (cause) {
		return writeProblem(folder, cause);
	}
}

/** The nearest existing folder at or above `path`; null when a file stands there. */
async function nearestFolder(path: string): Promise<string | null> {
	try {
		return (await stat(path)).isDirectory() ? path : null;
	} catch (cause) {
		const above = dirname(path);
		if (systemCode(cause) === 'ENOTDIR') return null;
		if (systemCode(cause) !== 'ENOENT' || above === path) throw cause;
		return nearestFolder(above);
	}
}

function fileInTheWay(path: string): Problem {
	const hint = 'choose another folder with --out';
	return error('output-unwritable', 'this is a file, not a folder', {hint, place: wholeFile(path)});
}
