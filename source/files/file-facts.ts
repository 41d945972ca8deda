// What the folder says of a file without opening it.
import {stat} from 'node:fs/promises';

export type FileFacts = {
	readonly bytes: number;
	readonly changed: Date;
};

/** Null for what is no file, is not there, or must not be looked at. */
export async function fileFacts(path: string): Promise<FileFacts | null> {
	try {
		const facts = await stat(path);
		return facts.isFile() ? {bytes: facts.size, changed: facts.mtime} : null;
	} catch {
		return null;
	}
}
