// A folder with all that are below it, as a repository has them.
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {error, type Problem, wholeFile} from '../problem/problem.js';

export type FoldersBelow = {
	/** The names that lead to each, in code-unit order and before those below it; none for the folder itself. */
	readonly folders: readonly (readonly string[])[];
	/** One for each that cannot be listed, with its path. */
	readonly problems: readonly Problem[];
};

/** Links are not followed, hidden folders and what npm installs are left out. */
export async function foldersBelow(folder: string): Promise<FoldersBelow> {
	const folders: (readonly string[])[] = [];
	const problems: Problem[] = [];
	const visit = async (names: readonly string[]): Promise<void> => {
		folders.push(names);
		const here = path.join(folder, ...names);
		try {
			const entries = await readdir(here, {withFileTypes: true});
			const below = entries.filter(each => each.isDirectory() && !isLeftOut(each.name));
			for (const name of below.map(each => each.name).sort()) await visit([...names, name]);
		} catch {
			problems.push(error('profile-unreadable', 'this folder cannot be listed', {place: wholeFile(here)}));
		}
	};
	await visit([]);
	return {folders, problems};
}

function isLeftOut(name: string): boolean {
	return name.startsWith('.') || name === 'node_modules';
}
