// Where a profile can be saved: into itself, as a new one, as a file for a colleague; and under which name.
import path from 'node:path';
import {typedPath} from '../files/typed-path.js';
import {checkFileName} from '../plan/file-name.js';
import {error, type Problem} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import type {ProfileFolders} from '../profile/disk.js';
import {searchedFolders} from '../profile/find.js';
import {comparableName, hasSeparator, isYamlFile, joinPath, profileNameOf} from '../profile/path.js';
import type {Profile} from '../profile/profile.js';

/** Where changes can go. */
export const saveTargets = ['own', 'new', 'export'] as const;
export type SaveTarget = (typeof saveTargets)[number];

/** A profile that was named by its path; its folder still says whose it is. */
export function withOrigin(profile: Profile, folders: ProfileFolders): Profile {
	const folder = path.resolve(path.dirname(profile.file));
	const found = searchedFolders(folders).find(each => path.resolve(each.folder) === folder);
	return {...profile, origin: found?.origin ?? profile.origin};
}

/** Why the profile itself cannot be changed; null when it can. `certificates` is how many there are now. */
export function whyNotOwn({origin, file, entries}: Profile, certificates: number): string | null {
	if (origin === 'shipped') return 'shipped profiles stay as they are: save to a new one';
	if (file === '' || certificates !== entries.length)
		return 'these certificates do not stand in one profile: save to a new one';
	return null;
}

/** The folder of one's own profiles; the current one's where the computer knows no home. */
export function ownFolder({user, current}: ProfileFolders): string {
	return user ?? current;
}

/** The file of a new profile of one's own, which is found by its name; a problem when that is no name. */
export function newProfileFile(name: string, folders: ProfileFolders): string | Problem {
	const stem = name.trim().replace(/\.ya?ml$/i, '');
	const folder = ownFolder(folders);
	if (hasSeparator(stem) || /^\.*$/.test(stem))
		return error('bad-file-name', `${quoted(name)} is not a name without a folder`, {
			hint: `the profile goes to ${folder}`,
		});
	const {value, problems} = checkFileName(stem);
	return value === null
		? (problems[0] ?? error('bad-file-name', `${quoted(name)} is not a name`))
		: joinPath(folder, `${value}.yaml`);
}

/** The file that somebody names for a colleague, with its ending. */
export function exportFile(typed: string, cwd: string): string {
	const file = typedPath(typed, cwd);
	return isYamlFile(file) ? file : `${file}.yaml`;
}

/** `my-ssl`, or `my-ssl-2` and so on where a profile has that name already: one by its name is found by it alone. */
export function freeName(profile: string, taken: readonly string[]): string {
	const stem = `my-${profileNameOf(profile) || 'profile'}`.replace(/^my-my-/, 'my-');
	const names = new Set(taken.map(comparableName));
	let name = stem;
	for (let number = 2; names.has(comparableName(name)); number++) name = `${stem}-${number}`;
	return name;
}
