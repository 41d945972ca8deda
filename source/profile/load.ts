// A reference → the profile: the file, what it extends, laid over each other, and every problem of all of them.
import {sortProblems} from '../problem/format.js';
import {error, type Place, type Problem, wholeFile} from '../problem/problem.js';
import {quoted} from '../problem/visible.js';
import {maxProfileBytes, type ProfileDisk, type ProfileFolders} from './disk.js';
import {entryOf, textAt} from './entry.js';
import {extendsTarget} from './extends.js';
import {type FoundProfile, findProfile, findShipped, missingFile} from './find.js';
import {mergeMappings} from './merge.js';
import {parseProfile} from './parse.js';
import {profileNameOf} from './path.js';
import type {Profile} from './profile.js';
import {type MappingNode, withoutPaths} from './tree.js';

/** More profiles than these do not extend each other on purpose. */
const maxChain = 16;

export type LoadedProfile = {
	/**
	 * The profile without the values that are wrong: with errors among the problems it is good for finding more
	 * problems and for showing, not for making certificates. Null when there is too little to look at.
	 */
	readonly profile: Profile | null;
	/** Of the file and of all that it extends; each points at its value in the file where that stands. */
	readonly problems: readonly Problem[];
	/** The files that it extends, the nearest first, as far as they were found. */
	readonly extended: readonly string[];
};

type Loading = {
	readonly folders: ProfileFolders;
	readonly disk: ProfileDisk;
	/** Collected while loading. */
	readonly problems: Problem[];
	/** Collected while loading. */
	readonly extended: string[];
};

/** Finds, reads, checks and merges a profile; `reference` is a name or a path. Never throws for what a file holds. */
export async function loadProfile(
	reference: string,
	folders: ProfileFolders,
	disk: ProfileDisk,
): Promise<LoadedProfile> {
	const found = await findProfile(reference, folders, disk);
	return 'code' in found ? {profile: null, problems: [found], extended: []} : loadFound(found, folders, disk);
}

/** The same for a profile whose file is known. */
export async function loadFound(
	found: FoundProfile,
	folders: ProfileFolders,
	disk: ProfileDisk,
): Promise<LoadedProfile> {
	const loading: Loading = {folders, disk, problems: [], extended: []};
	const own = await readFile(found.file, null, loading);
	const merged = own === null ? null : await withExtended(own, [found.file], loading);
	const profile = own === null || merged === null ? null : profileOf(found, own, merged);
	return {profile, problems: sortProblems(loading.problems), extended: loading.extended};
}

async function readFile(
	file: string,
	from: Place | null,
	{disk, problems}: Loading,
): Promise<MappingNode | null> {
	const bytes = await disk.read(file, maxProfileBytes);
	if (bytes instanceof Uint8Array) {
		const parsed = parseProfile(bytes, file);
		problems.push(...parsed.problems);
		return parsed.root;
	}
	problems.push(
		bytes.code === 'profile-not-found'
			? await missingFile(file, disk, from)
			: unreadableFile(file, bytes, from),
	);
	return null;
}

/** What the disk said, at the `extends` that led to the file. */
function unreadableFile(file: string, said: Problem, from: Place | null): Problem {
	if (from === null) return {...said, place: wholeFile(file)};
	return {
		...said,
		message: `${quoted(file)} cannot be read: ${said.message}`,
		place: from,
		field: 'extends',
	};
}

/** `own` laid over what it extends, and so on; null when that could not be had. `chain` ends with the file of `own`. */
async function withExtended(
	own: MappingNode,
	chain: readonly string[],
	loading: Loading,
): Promise<MappingNode | null> {
	const written = textAt(own, 'extends');
	const file = chain.at(-1);
	if (written?.place == null || file === undefined) return mergeMappings(null, own);
	const base = await extendedFile(written.value, written.place, file, loading);
	if (base === null) return null;
	const circle = circleProblem(base, chain, written.place);
	if (circle !== null) {
		loading.problems.push(circle);
		return null;
	}
	loading.extended.push(base);
	const root = await readFile(base, written.place, loading);
	const merged = root === null ? null : await withExtended(root, [...chain, base], loading);
	return merged === null ? null : mergeMappings(withoutPaths(merged, [['name'], ['description']]), own);
}

async function extendedFile(
	written: string,
	place: Place,
	file: string,
	{folders, disk, problems}: Loading,
): Promise<string | null> {
	const target = extendsTarget(written, file, place);
	if ('code' in target) {
		problems.push(target);
		return null;
	}
	if (target.by === 'path') return target.file;
	const found = await findShipped(target.name, folders, disk, place);
	if (!('code' in found)) return found.file;
	problems.push(found);
	return null;
}

function circleProblem(base: string, chain: readonly string[], place: Place): Problem | null {
	if (!chain.includes(base) && chain.length < maxChain) return null;
	const message = chain.includes(base)
		? `profiles extend each other in a circle: ${[...chain.slice(chain.indexOf(base)), base].map(quoted).join(' extends ')}`
		: `more than ${maxChain} profiles extend each other`;
	return error('extends-circle', message, {place, field: 'extends'});
}

function profileOf({file, origin}: FoundProfile, own: MappingNode, merged: MappingNode): Profile {
	const shared = withoutPaths(merged, [['extends'], ['certificates'], ['name'], ['description']]);
	const batch = merged.entries.get('certificates')?.value;
	const written = batch?.type === 'list' ? batch.items.filter(item => item.type === 'mapping') : [];
	return {
		name: textAt(own, 'name')?.value ?? profileNameOf(file),
		description: textAt(own, 'description')?.value ?? null,
		file,
		origin,
		entries:
			written.length === 0
				? [entryOf(shared, own)]
				: written.map(item => entryOf(mergeMappings(shared, item), item)),
		isBatch: written.length > 0,
	};
}
