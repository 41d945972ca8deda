// Profiles: those that can be found, one that is opened, copied or deleted.
import {removeFile} from '../../files/remove-file.js';
import {emptyEntry, type Overrides, overrideEntry} from '../../plan/override.js';
import {error, hasErrors, type Problem} from '../../problem/problem.js';
import {listProfiles} from '../../profile/list.js';
import {loadProfile} from '../../profile/load.js';
import type {Profile} from '../../profile/profile.js';
import {withOrigin} from '../../save/place.js';
import {compareProfile, writeProfile} from '../../save/save-profile.js';
import type {Effect} from '../model/effects.js';
import type {AnswerMessage} from '../model/messages.js';
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
		file: '',
		description: null,
		name: profiles.map(each => each.name).join(', '),
		entries: profiles.flatMap(each => each.entries),
		isBatch: true,
	};
}

/** Copies a profile into the user's folder, as saving it unchanged to a new one does. */
export async function copyProfile(
	{profiles, cwd}: Services,
	file: string,
	name: string,
): Promise<Answer<'profile-copied'>> {
	const loaded = await loadProfile(file, profiles.folders, profiles.disk);
	const refused = (problems: readonly Problem[]) => ({type: 'profile-copied', file, problems}) as const;
	if (loaded.profile === null) return refused(loaded.problems);
	const profile = withOrigin(loaded.profile, profiles.folders);
	const wish = {target: 'new', name, profile, entries: profile.entries} as const;
	const copy = await compareProfile(wish, {...profiles, cwd});
	if (!('file' in copy)) return refused(copy);
	return {
		type: 'profile-copied',
		file: copy.file,
		problems: await writeProfile(copy.file, copy.text, 'new'),
	};
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
