// Profiles: those that can be found, one that is opened, copied or deleted.
import path from 'node:path';
import {createFile} from '../../files/create-file.js';
import {createFolder} from '../../files/create-folder.js';
import {removeFile} from '../../files/remove-file.js';
import {toFileName} from '../../plan/file-name.js';
import {emptyEntry, type Overrides, overrideEntry} from '../../plan/override.js';
import {error, hasErrors} from '../../problem/problem.js';
import type {ProfileFolders} from '../../profile/disk.js';
import {searchedFolders} from '../../profile/find.js';
import {listProfiles} from '../../profile/list.js';
import {loadProfile} from '../../profile/load.js';
import type {Profile} from '../../profile/profile.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import type {Services} from './services.js';

type Answer<T extends AnswerMessage['type']> = Extract<AnswerMessage, {type: T}>;

/** All profiles of the current folder, the user's folder and the program, each read and checked. */
export async function findProfiles({profiles}: Services): Promise<Answer<'profiles-found'>> {
	return {type: 'profiles-found', found: await listProfiles(profiles.folders, profiles.disk)};
}

/** One profile, or several as one batch, with the command line laid over them; null when one of them has an error. */
export async function readProfile(
	services: Services,
	{references, servers, overrides}: Extract<Effect, {effect: 'read-profile'}>,
): Promise<Answer<'profile-read'>> {
	const {folders, disk} = services.profiles;
	const loaded = await Promise.all(references.map(each => loadProfile(each, folders, disk)));
	const problems = loaded.flatMap(each => each.problems);
	const profiles = loaded.flatMap(({profile}) => (profile === null ? [] : [withOrigin(profile, folders)]));
	const profile = references.length === 0 ? withoutFile : together(profiles);
	return {
		type: 'profile-read',
		title: references.join(', '),
		profile: profile === null || hasErrors(problems) ? null : overlaid(profile, overrides),
		servers,
		folder: services.cwd,
		problems,
		now: services.machine.now(),
	};
}

/** A profile that was chosen from the list comes by its path; its folder still says whose it is. */
function withOrigin(profile: Profile, folders: ProfileFolders): Profile {
	const folder = path.resolve(path.dirname(profile.file));
	const found = searchedFolders(folders).find(each => path.resolve(each.folder) === folder);
	return {...profile, origin: found?.origin ?? profile.origin};
}

/** What stands in the place of a profile when the command line says everything. */
const withoutFile: Profile = {
	name: 'none',
	description: null,
	file: '',
	origin: 'path',
	entries: [emptyEntry],
	isBatch: false,
};

function overlaid(profile: Profile, overrides: Overrides): Profile {
	return {...profile, entries: profile.entries.map(entry => overrideEntry(entry, overrides))};
}

function together(profiles: readonly Profile[]): Profile | null {
	const [first] = profiles;
	if (first === undefined || profiles.length === 1) return first ?? null;
	return {
		...first,
		name: profiles.map(each => each.name).join(', '),
		entries: profiles.flatMap(each => each.entries),
		isBatch: true,
	};
}

/** Copies the file as it is, comments and all, into the user's folder (the current one where there is none). */
export async function copyProfile(
	{profiles}: Services,
	file: string,
	name: string,
): Promise<Answer<'profile-copied'>> {
	const folder = profiles.folders.user ?? profiles.folders.current;
	const target = path.join(folder, `${toFileName(name.replace(/\.ya?ml$/i, ''))}.yaml`);
	const bytes = await profiles.disk.read(file);
	if (!(bytes instanceof Uint8Array)) return {type: 'profile-copied', file: target, problems: [bytes]};
	const unmade = await createFolder(folder);
	const problems =
		unmade === null ? await createFile(target, bytes, {secret: false, overwrite: false}) : [unmade];
	return {type: 'profile-copied', file: target, problems: problems.filter(each => each.severity === 'error')};
}

/** Deletes a profile of the user's own. */
export async function deleteProfile(file: string): Promise<Answer<'profile-deleted'>> {
	const problem = await removeFile(file);
	return {
		type: 'profile-deleted',
		file,
		problems: problem === null ? [] : [error(problem.code, problem.message)],
	};
}
