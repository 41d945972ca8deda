// Which file a path really leads to.
import {realpath} from 'node:fs/promises';

/** The path without links, in the letters of the disk; null when nothing is there, or nobody may look. */
export async function realPath(path: string): Promise<string | null> {
	try {
		return await realpath(path);
	} catch {
		return null;
	}
}
