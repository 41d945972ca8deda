// A profile as its file says it now, and its text with what was changed.
import path from 'node:path';
import {decodeText} from '../files/decode-text.js';
import {error, ProblemError} from '../problem/problem.js';
import {maxProfileBytes} from '../profile/disk.js';
import {editProfile, plainProfile} from '../profile/edit.js';
import {loadFound} from '../profile/load.js';
import {isList} from '../profile/plain-value.js';
import type {Profile, ProfileEntry} from '../profile/profile.js';
import {changesBetween, listChanges} from './changes.js';
import type {SaveSurroundings, SaveWish} from './wish.js';

export type WrittenProfile = {
	readonly text: string;
	readonly entries: readonly ProfileEntry[];
	/** It extends a file by its path, which another folder does not have. */
	readonly leansOnNeighbours: boolean;
};

/** The profile as its file says it now, so that what the command line laid over it counts as a change; null without one. */
export async function readWritten(
	{file, origin}: Profile,
	{folders, disk}: SaveSurroundings,
): Promise<WrittenProfile | null> {
	if (file === '') return null;
	const bytes = await disk.read(file, maxProfileBytes);
	if (!(bytes instanceof Uint8Array)) throw new ProblemError(bytes);
	const text = decodeText(bytes);
	if (text === null) throw new ProblemError(error('bad-encoding', 'this is no text in UTF-8 or UTF-16'));
	const {profile, extended} = await loadFound({file, origin}, folders, disk);
	const isShipped = (each: string) => path.resolve(path.dirname(each)) === path.resolve(folders.shipped);
	return {text, entries: profile?.entries ?? [], leansOnNeighbours: !extended.every(isShipped)};
}

/** The text with all changes; null when the certificates of the file are not those that were opened, or stand elsewhere. */
export function editedText(file: string, written: WrittenProfile, wish: SaveWish): string | null {
	const {profile, entries, origins} = wish;
	const listed = profile.isBatch ? plainProfile(written.text, file).certificates : undefined;
	const opened = origins === undefined ? entries.length : profile.entries.length;
	if (written.entries.length !== opened) return null;
	const after = entries.map((entry, index) => ({
		entry,
		source: origins?.[index]?.source ?? index,
		isNew: origins?.[index]?.isNew ?? false,
	}));
	const changed = editProfile(written.text, changesBetween(written.entries, after, profile.isBatch), file);
	const isAsOpened = after.length === opened && after.every(each => !each.isNew);
	if (isAsOpened) return changed;
	// Entry by entry first: what only changed keeps its comments.
	if (!isList(listed) || listed.length !== opened) return null;
	return editProfile(changed, listChanges(written.entries, after, listed), file);
}
