// The list of generated passwords: complete before the first PFX exists, never replacing another list.
import type {Problem} from '../problem/problem.js';
import {createFile} from './create-file.js';
import {type Disk, thisDisk} from './disk.js';
import {fileExists} from './write-problem.js';

/** Writes `lines`, each with a line end, to the new file `path` (mode 0600); problems as `createFile` has them. */
export async function createSecretList(
	path: string,
	lines: readonly string[],
	disk: Disk = thisDisk(),
): Promise<readonly Problem[]> {
	const bytes = new TextEncoder().encode(lines.map(line => `${line}\n`).join(''));
	const problems = await createFile(path, bytes, {secret: true, overwrite: false}, disk);
	return problems.map(each => (each.code === 'output-exists' ? secretListExists(path) : each));
}

/** For looking before keys are made: an existing list may hold the only copy of passwords, so it is never replaced. */
export function secretListExists(path: string): Problem {
	const hint = 'give --generate-passwords another file: a list of passwords is never replaced';
	return fileExists(path, hint);
}
