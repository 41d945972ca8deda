// Disks for tests: one in memory, and one that shows a real folder under paths relative to it.
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {error} from '../../source/problem/problem.js';
import type {ProfileDisk, ProfileFolders} from '../../source/profile/disk.js';

/** A disk that holds these files; a folder is whatever their paths begin with. */
export function memoryDisk(files: Readonly<Record<string, string | Uint8Array>>): ProfileDisk {
	const all = new Map(Object.entries(files));
	return {
		read: async file => {
			const content = all.get(file);
			if (content === undefined) return error('profile-not-found', 'no such file');
			return typeof content === 'string' ? new TextEncoder().encode(content) : content;
		},
		list: async folder => {
			const start = folder === '.' ? '' : `${folder.replace(/[\\/]$/, '')}/`;
			return [...all.keys()]
				.filter(file => file.startsWith(start) && !file.slice(start.length).includes('/'))
				.map(file => file.slice(start.length));
		},
	};
}

/** The real disk; paths are relative to `root`. */
export function folderDisk(root: string): ProfileDisk {
	return {
		read: async file => {
			try {
				return await readFile(path.resolve(root, file));
			} catch (cause) {
				const code = cause instanceof Error && 'code' in cause ? cause.code : null;
				if (code === 'ENOENT') return error('profile-not-found', 'no such file');
				return error('profile-unreadable', code === 'EISDIR' ? 'this is a folder' : 'cannot be read');
			}
		},
		list: async folder => {
			try {
				return await readdir(path.resolve(root, folder));
			} catch {
				return [];
			}
		},
	};
}

export const noFolders: ProfileFolders = {current: 'profiles', user: null, shipped: 'shipped'};
