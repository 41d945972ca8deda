// The files of one certificate: all complete under temporary names before the first of them gets its own.
import {hasErrors, type Problem} from '../problem/problem.js';
import {placeStaged} from './create-file.js';
import {type Disk, thisDisk} from './disk.js';
import {removeFile} from './remove-file.js';
import {removeTemporary, type StagedFile, stageFile} from './stage-file.js';

export type NewFile = {
	/** Absolute; its folder exists. */
	readonly path: string;
	readonly bytes: Uint8Array;
	/** Readable by the user (on Windows also Administrators and SYSTEM) alone. */
	readonly secret: boolean;
};

/**
 * Writes files that belong together: a PFX beside the .cer of another certificate would look right and be wrong.
 * Returns no problem, or warnings when all of them stand there; with an error among the problems none of them does,
 * save those that had replaced another file by then.
 */
export async function createFiles(
	files: readonly NewFile[],
	overwrite: boolean,
	disk: Disk = thisDisk(),
): Promise<readonly Problem[]> {
	const staged: StagedFile[] = [];
	for (const {path, bytes, secret} of files) {
		const result = await stageFile(path, bytes, secret, disk);
		if ('temporary' in result) staged.push(result);
		else return [...result, ...(await discard(staged, disk))];
	}
	const problems: Problem[] = [];
	for (const [index, file] of staged.entries()) {
		problems.push(...(await placeStaged(file, overwrite, disk)));
		if (!hasErrors(problems)) continue;
		problems.push(...(await discard(staged.slice(index + 1), disk)));
		if (!overwrite) problems.push(...(await withdraw(staged.slice(0, index), disk)));
		break;
	}
	return problems;
}

async function discard(staged: readonly StagedFile[], disk: Disk): Promise<readonly Problem[]> {
	return (await Promise.all(staged.map(({temporary}) => removeTemporary(temporary, disk)))).flat();
}

async function withdraw(placed: readonly StagedFile[], disk: Disk): Promise<readonly Problem[]> {
	return (await Promise.all(placed.map(({path}) => removeFile(path, disk)))).filter(each => each !== null);
}
