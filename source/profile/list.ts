// All profiles that can be named, the broken ones too: for the first screen and for `profiles list`.
import type {Problem} from '../problem/problem.js';
import type {ProfileDisk, ProfileFolders} from './disk.js';
import {profilesIn, searchedFolders} from './find.js';
import {loadFound} from './load.js';
import {comparableName, profileNameOf} from './path.js';
import type {Kind, Profile, ProfileOrigin} from './profile.js';

export type ListedProfile = {
	/** The name by which `--profile` finds it: the file's name without its ending. */
	readonly reference: string;
	readonly name: string;
	readonly description: string | null;
	/** Of its certificates, each once. */
	readonly kinds: readonly Kind[];
	readonly file: string;
	readonly origin: ProfileOrigin;
	/** True when a profile of that name in an earlier folder is found instead. */
	readonly isShadowed: boolean;
	/** As `loadProfile` gives it: null when there is too little to look at. */
	readonly profile: Profile | null;
	readonly problems: readonly Problem[];
};

/** The profiles of all folders, in the order in which names are looked up. */
export async function listProfiles(
	folders: ProfileFolders,
	disk: ProfileDisk,
): Promise<readonly ListedProfile[]> {
	const perFolder = await Promise.all(searchedFolders(folders).map(each => profilesIn(each, disk)));
	const found = perFolder.flat();
	const loaded = await Promise.all(found.map(each => loadFound(each, folders, disk)));
	const references = found.map(({file}) => profileNameOf(file));
	const firstOf = (reference: string) =>
		references.findIndex(each => comparableName(each) === comparableName(reference));
	return found.flatMap(({file, origin}, index) => {
		const {profile = null, problems = []} = loaded[index] ?? {};
		const reference = references[index] ?? '';
		return {
			reference,
			name: profile?.name ?? reference,
			description: profile?.description ?? null,
			kinds: [...new Set(profile?.entries.flatMap(({kind}) => kind?.value ?? []))],
			file,
			origin,
			isShadowed: firstOf(reference) !== index,
			profile,
			problems,
		};
	});
}
