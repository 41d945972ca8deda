// Writes a new profile once it has been looked at as any other one is.
import path from 'node:path';
import {hasErrors, type Problem, ProblemError} from '../../../problem/problem.js';
import {visible} from '../../../problem/visible.js';
import {newProfile} from '../../../profile/export.js';
import type {ProfileDisk} from '../../../profile/disk.js';
import {loadFound} from '../../../profile/load.js';
import {needsServer} from '../../../plan/placeholder.js';
import {schemaFileName, schemaLine} from '../../../save/schema-line.js';
import {tellProblems, write} from '../../console.js';
import type {Call} from './call.js';
import {createNew} from './create-new.js';
import type {Draft} from './draft.js';
import {examine} from './examine.js';

export type NewText = {
	readonly text: string;
	/** Warnings and notes about the certificate; without a place, since nobody has written the file. */
	readonly problems: readonly Problem[];
};

/** The text of a new profile that will be `file` (absolute). Throws ProblemError when what it says has errors. */
export async function newText(file: string, draft: Draft, call: Call): Promise<NewText> {
	const {folders, disk} = call.profiles;
	const {line} = await schemaLine(file, call.console.cwd, folders.shipped);
	const remark = draft.remark === null ? '' : `# ${visible(draft.remark)}\n`;
	const text = `${line}\n${remark}${newProfile(draft.entry, draft.description)}`;
	const bytes = new TextEncoder().encode(text);
	const read: ProfileDisk['read'] = (asked, mostBytes) =>
		asked === file ? Promise.resolve(bytes) : disk.read(asked, mostBytes);
	const loaded = await loadFound({file, origin: 'path'}, folders, {...disk, read});
	const {machine, console} = call;
	const examined = await examine(loaded, {folder: console.cwd, machine});
	const problems = examined.problems.map(each => ({...each, place: null}));
	if (hasErrors(problems)) throw new ProblemError(...problems);
	return {text, problems};
}

/** Writes it, and says what can be done with it. */
export async function writeNew(file: string, draft: Draft, call: Call): Promise<void> {
	const {console, profiles} = call;
	const {text, problems} = await newText(file, draft, call);
	await createNew(file, text);
	await tellProblems(console, [...draft.problems, ...problems]);
	const {isThere} = await schemaLine(file, console.cwd, profiles.folders.shipped);
	const name = quotedPath(path.relative(console.cwd, file));
	const server = needsServer(draft.entry) ? ' --for this-computer' : '';
	const lines = [
		`Written: ${visible(file)}`,
		`What it makes: safeq-cert-tui profiles show ${name}${server}`,
		...(isThere
			? []
			: [
					`Help from the editor: safeq-cert-tui profiles schema --out ${quotedPath(beside(file, console.cwd))}`,
				]),
	];
	await write(console.stdout, lines.map(each => `${each}\n`).join(''));
}

function beside(file: string, cwd: string): string {
	return path.join(path.relative(cwd, path.dirname(file)), schemaFileName);
}

/** As one word of a shell; a path that is only a name is still a file for us, because it ends in .yaml. */
function quotedPath(file: string): string {
	const shown = visible(file);
	return /^[\w./\\:-]+$/.test(shown) ? shown : `"${shown}"`;
}
