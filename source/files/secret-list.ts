// The list of generated passwords: complete before the first PFX exists, never replacing another, gone with its use.
import type {Problem} from '../problem/problem.js';
import {createFile} from './create-file.js';
import {type Disk, thisDisk} from './disk.js';
import {removeFile} from './remove-file.js';
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

export type KeptList = {
	/** Absolute; null when there is no list whose passwords open anything. */
	readonly list: string | null;
	readonly problems: readonly Problem[];
};

/** After the work: passwords of files that do not exist help nobody, and are in the way of the next attempt. */
export async function keepSecretList(list: string | null, isNeeded: boolean): Promise<KeptList> {
	if (list === null || isNeeded) return {list, problems: []};
	const stays = await removeFile(list);
	if (stays === null) return {list: null, problems: []};
	const message = `the list of passwords, none of which is needed, could not be removed: ${stays.message}`;
	return {list: null, problems: [{...stays, message, hint: 'remove it yourself'}]};
}
