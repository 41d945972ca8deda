// Writes a new file, a profile or the schema; what exists is never replaced.
import path from 'node:path';
import {createFile} from '../../../files/create-file.js';
import {createFolder} from '../../../files/create-folder.js';
import {exists} from '../../../files/exists.js';
import {fileExists} from '../../../files/write-problem.js';
import {hasErrors, type Problem, ProblemError} from '../../../problem/problem.js';
import {quoted, visible} from '../../../problem/visible.js';
import {isYamlFile} from '../../../profile/path.js';
import {usage} from '../../collect.js';
import {type Console, write} from '../../console.js';

/** The usage error for a name that --profile would not take for a file; none for others. */
export function profileFileProblem(file: string): Problem[] {
	if (isYamlFile(file)) return [];
	return [usage(`${quoted(file)} does not end in .yaml or .yml`, `${file.replace(/\.$/, '')}.yaml`)];
}

/** Throws ProblemError when something stands there already. */
export async function refuseExisting(file: string): Promise<void> {
	if (await exists(file)) throw new ProblemError(standsThere(file));
}

/** Writes the text to `file` (absolute); makes its folder. Throws ProblemError when that does not work. */
export async function createNew(file: string, text: string): Promise<void> {
	await refuseExisting(file);
	const folder = await createFolder(path.dirname(file));
	if (folder !== null) throw new ProblemError(folder);
	const problems = await createFile(file, new TextEncoder().encode(text), {secret: false, overwrite: false});
	if (!hasErrors(problems)) return;
	throw new ProblemError(...problems.map(each => (each.code === 'output-exists' ? standsThere(file) : each)));
}

/** Writes the text to `file` (absolute) and says so on `stdout`. Throws ProblemError when that does not work. */
export async function writeTo(file: string, text: string, stdout: Console['stdout']): Promise<void> {
	await createNew(file, text);
	await write(stdout, `Written: ${visible(file)}\n`);
}

function standsThere(file: string): Problem {
	return fileExists(file, 'it is not replaced: choose another name, or remove it first');
}
