// How profiles are read and listed: small files only, never a device.
import type {Problem} from '../problem/problem.js';
import {listFolder} from './list-folder.js';
import {type ReadPurpose, readBytes} from './read-bytes.js';

const profileFile: ReadPurpose = {
	missing: 'profile-not-found',
	unreadable: 'profile-unreadable',
	tooLarge: 'file-too-large',
	pipeMilliseconds: 0,
};

/** What the code that finds profiles asks of the disk. */
export const profileDisk = {
	/** The bytes of a profile, at most so many, or `profile-not-found`, `profile-unreadable`, `file-too-large`. */
	read: (path: string, mostBytes: number): Promise<Uint8Array | Problem> =>
		readBytes(path, mostBytes, profileFile),
	/** The names of the files in a folder, sorted; none when there is no such folder. */
	list: listFolder,
} as const;
