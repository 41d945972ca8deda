// Whether a path is taken.
import {lstat} from 'node:fs/promises';

/** True when anything has this name, be it a folder or a link to nothing; false also when nobody may look. */
export async function exists(path: string): Promise<boolean> {
	try {
		await lstat(path);
		return true;
	} catch {
		return false;
	}
}
