// The files that would be written: which are there already, and what would be lost with them.
import path from 'node:path';
import {readCertificate} from '../../certificate/read.js';
import {exists} from '../../files/exists.js';
import {listFolder} from '../../files/list-folder.js';
import {readBytes} from '../../files/read-bytes.js';
import {typedPath} from '../../files/typed-path.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import {error, type Problem} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import type {TargetFile} from '../model/review.js';
import type {Services} from './services.js';

const certificateLimit = 1_048_576;

/** Looks at the folder: what is new, what is replaced, and the PFX files that stay as they are. */
export async function findTargets(
	{cwd, machine, platform}: Services,
	{folder, plans}: Extract<Effect, {effect: 'find-targets'}>,
): Promise<Extract<AnswerMessage, {type: 'targets-found'}>> {
	const absolute = typedPath(folder, cwd);
	const files = plans.flatMap(({fileName, outputs}) =>
		outputs.map(output => path.join(absolute, `${fileName}.${output}`)),
	);
	const written = await Promise.all(files.map(describeTarget));
	const names = new Set(files.map(each => comparable(path.basename(each))));
	const others = (await listFolder(absolute))
		.filter(name => /\.pfx$/i.test(name) && !names.has(comparable(name)))
		.map((name): TargetFile => ({file: path.join(absolute, name), fate: 'untouched', thumbprint: null}));
	const unwanted = unwantedFolder(absolute, platform);
	return {
		type: 'targets-found',
		targets: [...written, ...others],
		problems: [...doubles(files), ...(unwanted === null ? [] : [unwanted])],
		now: machine.now(),
	};
}

async function describeTarget(file: string): Promise<TargetFile> {
	if (!(await exists(file))) return {file, fate: 'new', thumbprint: null};
	return {file, fate: 'replaced', thumbprint: await thumbprintIn(file)};
}

/** Of the certificate that lies beside a PFX or is the file itself; a PFX does not show its own without a password. */
async function thumbprintIn(file: string): Promise<string | null> {
	const bytes = await readBytes(file.replace(/\.pfx$/i, '.cer'), certificateLimit);
	if (!(bytes instanceof Uint8Array)) return null;
	try {
		return readCertificate(bytes).thumbprint;
	} catch {
		return null;
	}
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
