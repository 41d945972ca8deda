// The files that would be written: which are there already, and what would be lost with them.
import path from 'node:path';
import {mayWrite} from '../../files/create-folder.js';
import {exists} from '../../files/exists.js';
import {listFolder} from '../../files/list-folder.js';
import {typedPath} from '../../files/typed-path.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import {standingFile} from '../../look/standing-file.js';
import {error, type Problem} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import type {Effect} from '../model/effects.js';
import type {AnswerMessage} from '../model/messages.js';
import type {TargetFile} from '../model/review.js';
import type {Secret} from '../model/secret.js';
import type {Services} from './services.js';

/** Looks at the folder: what is new, what is replaced, and the PFX files that stay as they are. */
export async function findTargets(
	{cwd, machine, platform}: Services,
	{folder, plans, passwordsFile, password}: Extract<Effect, {effect: 'find-targets'}>,
): Promise<Extract<AnswerMessage, {type: 'targets-found'}>> {
	const absolute = typedPath(folder, cwd);
	const files = plans.flatMap(({fileName, outputs}) =>
		outputs.map(output => path.join(absolute, `${fileName}.${output}`)),
	);
	const written = await Promise.all(files.map(file => describeTarget(file, password)));
	const list = passwordsFile === null ? null : await freeFile(path.join(absolute, passwordsFile));
	const names = new Set(files.map(each => comparable(path.basename(each))));
	const others = (await listFolder(absolute))
		.filter(name => /\.pfx$/i.test(name) && !names.has(comparable(name)))
		.map((name): TargetFile => ({file: path.join(absolute, name), fate: 'untouched', thumbprint: null}));
	const lists: TargetFile[] =
		list === null ? [] : [{file: list, fate: 'new', thumbprint: null, isPasswords: true}];
	const problems = [unwantedFolder(absolute, platform), await mayWrite(absolute)];
	return {
		type: 'targets-found',
		targets: [...written, ...lists, ...others],
		problems: [...doubles(files), ...problems.filter(each => each !== null)],
		isNewFolder: !(await exists(absolute)),
		passwordsFile: list === null ? null : path.basename(list),
		now: machine.now(),
	};
}

/** A list of passwords is never replaced: it gets a number where its name is taken. */
async function freeFile(file: string): Promise<string> {
	for (let number = 1; ; number++) {
		const name = number === 1 ? file : file.replace(/(?=\.[^.]*$)/, ` (${number})`);
		if (!(await exists(name))) return name;
	}
}

async function describeTarget(file: string, password: Secret | null): Promise<TargetFile> {
	if (!(await exists(file))) return {file, fate: 'new', thumbprint: null};
	return {file, fate: 'replaced', ...(await standingFile(file, password?.reveal() ?? null))};
}

/** Two certificates with one file name would overwrite each other, whatever the case of their letters. */
function doubles(files: readonly string[]): Problem[] {
	const seen = new Set<string>();
	return files.flatMap(file => {
		const name = comparable(file);
		if (!seen.has(name)) {
			seen.add(name);
			return [];
		}
		const message = `two certificates would be written to ${quoted(path.basename(file))}`;
		return [
			error('output-twice', message, {hint: 'put {commonName} into the friendly name or the file name'}),
		];
	});
}

function comparable(name: string): string {
	return name.normalize('NFC').toLowerCase();
}
