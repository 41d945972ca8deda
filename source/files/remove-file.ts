// Removes one file, for people who asked for it.
import {unlink} from 'node:fs/promises';
import type {Problem} from '../problem/problem.js';
import {type Disk, patiently, thisDisk} from './disk.js';
import {writeProblem} from './write-problem.js';

/** Removes the file `path` (never a folder); null when it is gone. */
export async function removeFile(path: string, disk: Disk = thisDisk()): Promise<Problem | null> {
	try {
		await patiently(disk, () => unlink(path));
		return null;
	} catch (cause) {
		return writeProblem(path, cause);
	}
}
