// Saving a profile: its new text beside the one that lies there, and then the file.
import path from 'node:path';
import {createFile} from '../files/create-file.js';
import {createFolder} from '../files/create-folder.js';
import {exists} from '../files/exists.js';
import {error, hasErrors, type Problem, ProblemError} from '../problem/problem.js';
import {editProfile, type ProfileChange} from '../profile/edit.js';
import {exportProfile} from '../profile/export.js';
import {profileNameOf} from '../profile/path.js';
import type {Profile} from '../profile/profile.js';
import {descriptionOfCopy, textOfCopy} from './copy.js';
import {type DiffLine, diffLines, newLines} from './difference.js';
import {exportFile, newProfileFile, type SaveTarget} from './place.js';
import {schemaLine} from './schema-line.js';
import type {SaveSurroundings, SaveWish} from './wish.js';
import {editedText, readWritten} from './written-profile.js';

export type ComparedProfile = {
	readonly file: string;
	/** As it would be written. */
	readonly text: string;
	/** What changes in the file; the whole text, without marks, when it is new. Nothing: it is the same already. */
	readonly difference: readonly DiffLine[];
};

/** Works out the new text of the profile, and what differs from the text that lies there; or why it cannot be saved. */
export async function compareProfile(
	wish: SaveWish,
	surroundings: SaveSurroundings,
): Promise<ComparedProfile | readonly Problem[]> {
	const file = fileOf(wish, surroundings);
	if (typeof file !== 'string') return [file];
	if (wish.target !== 'own' && (await exists(file)))
		return [error('output-exists', `${file} exists already`, {hint: 'choose another name'})];
	try {
		return await compared(file, wish, surroundings);
	} catch (failure) {
		if (failure instanceof ProblemError) return failure.problems;
		throw failure;
	}
}

/** Writes it; a new file never over an old one. Returns errors when it was not written. */
export async function writeProfile(
	file: string,
	text: string,
	target: SaveTarget,
): Promise<readonly Problem[]> {
	const unmade = await createFolder(path.dirname(file));
	if (unmade !== null) return [unmade];
	const bytes = new TextEncoder().encode(text);
	const problems = await createFile(file, bytes, {secret: false, overwrite: target === 'own'});
	return hasErrors(problems) ? problems : [];
}

function fileOf({target, name, profile}: SaveWish, {folders, cwd}: SaveSurroundings): string | Problem {
	if (target === 'own') return profile.file;
	return target === 'new' ? newProfileFile(name, folders) : exportFile(name, cwd);
}

async function compared(
	file: string,
	wish: SaveWish,
	surroundings: SaveSurroundings,
): Promise<ComparedProfile> {
	const {target, profile} = wish;
	const written = target === 'export' ? null : await readWritten(profile, surroundings);
	const edited = written === null ? null : editedText(file, written, wish);
	if (target === 'own') {
		if (written === null || edited === null)
			throw new ProblemError(
				error(
					'profile-unreadable',
					`${file} holds other certificates by now, or their list stands in a profile that it extends`,
					{
						hint: 'save to a new profile',
					},
				),
			);
		return {file, text: edited, difference: diffLines(written.text, edited)};
	}
	if (written === null || edited === null || written.leansOnNeighbours) {
		const text = exportProfile(standingAlone(file, wish));
		return {file, text, difference: newLines(text)};
	}
	const schema = await schemaLine(file, surroundings.cwd, surroundings.folders.shipped);
	const text = textOfCopy(editProfile(edited, asAnother(profile), file), {
		schemaLine: schema.isThere ? schema.line : null,
		shipped: profile.origin === 'shipped' ? profileNameOf(profile.file) : null,
	});
	return {file, text, difference: newLines(text)};
}

/** The name that a profile gives itself, and the mark of an example, belong to the old one. */
function asAnother({description}: Profile): ProfileChange[] {
	return [
		{path: ['name'], value: undefined},
		{path: ['description'], value: descriptionOfCopy(description) ?? undefined},
	];
}

/** One flat profile, under the name of its file. */
function standingAlone(file: string, {profile, entries}: SaveWish): Profile {
	const isWhole = profile.entries.length === entries.length;
	return {
		...profile,
		name: profileNameOf(file),
		file,
		description: isWhole ? descriptionOfCopy(profile.description) : null,
		entries,
		isBatch: entries.length > 1 || (isWhole && profile.isBatch),
	};
}
