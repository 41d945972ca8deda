// The files that would be written: which are there already, and what would be lost with them.
import path from 'node:path';
import {readCertificate} from '../../certificate/read.js';
import {instantText} from '../../describe/instant.js';
import {mayWrite} from '../../files/create-folder.js';
import {exists} from '../../files/exists.js';
import {fileFacts} from '../../files/file-facts.js';
import {listFolder} from '../../files/list-folder.js';
import {readBytes} from '../../files/read-bytes.js';
import {typedPath} from '../../files/typed-path.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import {openPfx} from '../../pfx/open.js';
import {error, type Problem} from '../../problem/problem.js';
import {quoted} from '../../problem/visible.js';
import type {AnswerMessage, Effect} from '../model/messages.js';
import type {TargetFile} from '../model/review.js';
import type {Secret} from '../model/secret.js';
import type {Services} from './services.js';

const certificateLimit = 1_048_576;
/** The review must not wait for a PFX that was made to be slow. */
const openingLimit = 600_000;

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
	const thumbprint = (await thumbprintIn(file)) ?? (await thumbprintInside(file, password));
	const about = thumbprint === null ? await knownOf(file) : null;
	return {file, fate: 'replaced', thumbprint, about};
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

/** Of a PFX that was made with the password that was typed now. */
async function thumbprintInside(file: string, password: Secret | null): Promise<string | null> {
	if (password === null || !/\.pfx$/i.test(file)) return null;
	const bytes = await readBytes(file, certificateLimit);
	if (!(bytes instanceof Uint8Array)) return null;
	try {
		const {certificates} = await openPfx(bytes, password.reveal(), {workLimit: openingLimit});
		const [leaf] = certificates;
		return leaf === undefined ? null : readCertificate(leaf.der).thumbprint;
	} catch {
		return null;
	}
}

/** What the folder says of it, for a file that does not show its certificate. */
async function knownOf(file: string): Promise<string | null> {
	const facts = await fileFacts(file);
	if (facts === null) return null;
	const text = `${facts.bytes.toLocaleString('en')} bytes, changed ${instantText(facts.changed)}`;
	return /\.pfx$/i.test(file) ? `${text}; only its password shows its certificate` : text;
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
