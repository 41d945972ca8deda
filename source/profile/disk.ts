// What this folder needs of a disk, handed in by the caller: reading profiles stays free of input and output.
import type {Problem} from '../problem/problem.js';

/** Bytes of the largest profile that is read: 1 MiB. */
export const maxProfileBytes = 1_048_576;

export type ProfileDisk = {
	/**
	 * The file's bytes, or what was wrong: `profile-not-found`, `profile-unreadable`, or `file-too-large` for more than
	 * `mostBytes`, which are not read.
	 */
	readonly read: (path: string, mostBytes: number) => Promise<Uint8Array | Problem>;
	/** The names (no paths) in a folder; empty when there is no such folder. */
	readonly list: (folder: string) => Promise<readonly string[]>;
};

/** Where profiles are looked up by name, in this order; paths as people should see them. */
export type ProfileFolders = {
	/** `./profiles` of the current folder. */
	readonly current: string;
	/** The user's profile folder; null where there is none. */
	readonly user: string | null;
	/** The folder of the profiles that ship with the program. */
	readonly shipped: string;
};
