// The names of the files in a folder.
import {readdir} from 'node:fs/promises';

/** The names in `folder` of what is no folder itself, in code-unit order; none when it is missing or unreadable. */
export async function listFolder(folder: string): Promise<readonly string[]> {
	try {
		const entries = await readdir(folder, {withFileTypes: true});
		return entries
			.filter(entry => !entry.isDirectory())
			.map(entry => entry.name)
			.sort();
	} catch {
		return [];
	}
}
