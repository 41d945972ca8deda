// Saving a profile: the new text beside the old one, and the file.
import path from 'node:path';
import {createFile} from '../../files/create-file.js';
import {createFolder} from '../../files/create-folder.js';
import {decodeText} from '../../files/decode-text.js';
import {exists} from '../../files/exists.js';
import {toFileName} from '../../plan/file-name.js';
import {error, hasErrors, type Problem, ProblemError} from '../../problem/problem.js';
import {editProfile} from '../../profile/edit.js';
import {exportProfile} from '../../profile/export.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import {diffLines} from '../parts/diff.js';
import {changesOf, wholeProfile} from './changes.js';
import type {Services} from './services.js';

type Compared = Extract<AnswerMessage, {type: 'profile-compared'}>;
type Saved = Extract<AnswerMessage, {type: 'profile-saved'}>;

/** Works out the new text of the profile, and what differs from the text that lies there. */
export async function compareProfile(
	services: Services,
	{target, name, job}: Extract<Effect, {effect: 'compare-profile'}>,
): Promise<Compared> {
	const file = target === 'own' ? job.profile.file : targetFile(services, target, name);
	const isNew = target !== 'own';
	const refused = (problems: readonly Problem[]): Compared => ({
		type: 'profile-compared',
		file,
		text: '',
		difference: [],
		target,
		problems,
	});
	if (isNew && (await exists(file))) return refused([error('output-exists', `${file} exists already`)]);
	const own = target === 'export' ? '' : await readText(services, job.profile.file);
	if (typeof own !== 'string') return refused([own]);
	try {
		const isWhole = target === 'export' || own === '' || leansOnNeighbours(own);
		const text = isWhole
			? exportProfile(wholeProfile(job, stemOf(name) || job.profile.name))
			: editProfile(own, changesOf(job), file);
		return {
			type: 'profile-compared',
			file,
			text,
			difference: diffLines(isNew ? '' : own, text),
			target,
			problems: [],
		};
	} catch (failure) {
		if (failure instanceof ProblemError) return refused(failure.problems);
		throw failure;
	}
}

/** Writes it; a new file never over an old one. */
export async function saveProfile({
	file,
	text,
	target,
}: Extract<Effect, {effect: 'save-profile'}>): Promise<Saved> {
	const unmade = await createFolder(path.dirname(file));
	if (unmade !== null) return {type: 'profile-saved', file, target, problems: [unmade]};
	const bytes = new TextEncoder().encode(text);
	const problems = await createFile(file, bytes, {secret: false, overwrite: target === 'own'});
	return {type: 'profile-saved', file, target, problems: hasErrors(problems) ? problems : []};
}

async function readText({profiles}: Services, file: string): Promise<string | Problem> {
	if (file === '') return '';
	const bytes = await profiles.disk.read(file);
	if (!(bytes instanceof Uint8Array)) return bytes;
	return decodeText(bytes) ?? error('bad-encoding', 'this is no text in UTF-8 or UTF-16');
}

/** A profile of one's own goes where profiles are found; an exported one where it was said. */
function targetFile({profiles, cwd}: Services, target: 'new' | 'export', name: string): string {
	if (target === 'export') return path.resolve(cwd, /\.ya?ml$/i.test(name) ? name : `${name}.yaml`);
	const folder = profiles.folders.user ?? profiles.folders.current;
	return path.join(folder, `${toFileName(name.replace(/\.ya?ml$/i, ''))}.yaml`);
}

/** True when it extends a file by a path, which another folder does not have. */
function leansOnNeighbours(text: string): boolean {
	return /^extends:.*(?:[\\/]|\.ya?ml)/m.test(text);
}

/** The file's name without folders and ending: where it lies on this computer is nobody's business. */
function stemOf(name: string): string {
	return name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '');
}
