// Whether a path is a folder.
import {stat} from 'node:fs/promises';

/** True for a folder, or a link to one; false also when nothing is there or nobody may look. */
export async function isFolder(path: string): Promise<boolean> {
	try {
		return (await stat(path)).isDirectory();
	} catch {
		return false;
	}
}
