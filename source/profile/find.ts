// From the name or path that somebody gave to the file of a profile.
import {error, type Place, type Problem} from '../problem/problem.js';
import {nearest} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import type {ProfileDisk, ProfileFolders} from './disk.js';
import {
	comparableName,
	fileNameOf,
	folderOf,
	hasSeparator,
	isYamlFile,
	joinPath,
	profileNameOf,
} from './path.js';
import type {ProfileOrigin} from './profile.js';

export type FoundProfile = {readonly file: string; readonly origin: ProfileOrigin};

/** A folder in which names are looked up. */
type Searched = {readonly folder: string; readonly origin: ProfileOrigin};

/** True for a path (it holds a separator or ends in .yaml or .yml), false for a name. */
function isPath(reference: string): boolean {
	return hasSeparator(reference) || isYamlFile(reference);
}

/** The folders in which names are looked up, first come first. */
export function searchedFolders({current, user, shipped}: ProfileFolders): Searched[] {
	return [
		{folder: current, origin: 'current folder'},
		...(user === null ? [] : [{folder: user, origin: 'user folder'} as const]),
		{folder: shipped, origin: 'shipped'},
	];
}

/** The profile files of a folder in the order of their names; .yaml comes before .yml. */
export async function profilesIn(searched: Searched, disk: ProfileDisk): Promise<FoundProfile[]> {
	const names = (await disk.list(searched.folder)).filter(name => isYamlFile(name) && !name.startsWith('.'));
	return names
		.sort(
			(a, b) => byText(comparableName(profileNameOf(a)), comparableName(profileNameOf(b))) || byText(a, b),
		)
		.map(name => ({file: joinPath(searched.folder, name), origin: searched.origin}));
}

/** The file that a reference names; a path is taken as it is. */
export async function findProfile(
	reference: string,
	folders: ProfileFolders,
	disk: ProfileDisk,
): Promise<FoundProfile | Problem> {
	if (isPath(reference)) return {file: reference, origin: 'path'};
	return findByName(reference, searchedFolders(folders), disk, null);
}

/** The shipped profile of that name; `place` is where it was written. */
export function findShipped(
	name: string,
	folders: ProfileFolders,
	disk: ProfileDisk,
	place: Place,
): Promise<FoundProfile | Problem> {
	return findByName(name, [{folder: folders.shipped, origin: 'shipped'}], disk, place);
}

async function findByName(
	name: string,
	searched: readonly Searched[],
	disk: ProfileDisk,
	place: Place | null,
): Promise<FoundProfile | Problem> {
	const found = (await Promise.all(searched.map(each => profilesIn(each, disk)))).flat();
	const match = found.find(({file}) => comparableName(profileNameOf(file)) === comparableName(name));
	if (match !== undefined) return match;
	const known = [...new Set(found.map(({file}) => profileNameOf(file)))];
	const where =
		place === null ? `in ${searched.map(({folder}) => folder).join(', ')}` : 'among the shipped ones';
	return error('profile-not-found', `there is no profile ${quoted(name.slice(0, 100))} ${where}`, {
		hint: known.length === 0 ? 'give the path of a file, such as ./ssl.yaml' : suggestion(name, known),
		place,
		field: place === null ? null : 'extends',
	});
}

/** The problem of a file that is not there, with the name in its folder that was probably meant. */
export async function missingFile(file: string, disk: ProfileDisk, place: Place | null): Promise<Problem> {
	const name = fileNameOf(file);
	const folder = folderOf(file);
	const names = await disk.list(folder === '' ? '.' : folder);
	const candidate = nearest(name, names.filter(isYamlFile));
	return error('profile-not-found', `there is no file ${quoted(file)}`, {
		hint: candidate === null ? null : `did you mean ${quoted(folder + candidate)}?`,
		place,
		field: place === null ? null : 'extends',
	});
}

function suggestion(name: string, known: readonly string[]): string {
	const candidate = nearest(name, known);
	return candidate === null
		? `known are: ${known.map(quoted).join(', ')}`
		: `did you mean ${quoted(candidate)}?`;
}

function byText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
