// The files of one certificate: all complete under temporary names before the first of them gets its own.
import {hasErrors, type Problem} from '../problem/problem.js';
import {placeStaged} from './create-file.js';
import {type Disk, patiently, systemCode, thisDisk} from './disk.js';
import {removeTemporary, type StagedFile, stageFile, temporaryBeside} from './stage-file.js';
import {writeProblem} from './write-problem.js';

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
 * and what they had replaced is back; only on a disk without hard links it stays replaced.
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
		else
			return [
				...result,
				...(await discard(
					staged.map(({temporary}) => temporary),
					disk,
				)),
			];
	}
	const problems: Problem[] = [];
	const replaced: Replaced[] = [];
	for (const [index, file] of staged.entries()) {
		const old = overwrite ? await keepOld(file.path, disk) : {path: file.path, backup: null, wasThere: false};
		const placing = await placeStaged(file, overwrite, disk);
		problems.push(...placing);
		if (hasErrors(placing)) {
			if (old.backup !== null) problems.push(...(await removeTemporary(old.backup, disk)));
			const rest = staged.slice(index + 1).map(({temporary}) => temporary);
			return [...problems, ...(await discard(rest, disk)), ...(await takeBack(replaced, disk))];
		}
		replaced.push(old);
	}
	const backups = replaced.flatMap(({backup}) => backup ?? []);
	return [...problems, ...(await discard(backups, disk))];
}

/** What had the name before: under the name `backup` now, or nowhere. */
type Replaced = {readonly path: string; readonly backup: string | null; readonly wasThere: boolean};

/** Gives the file at `path` a second name, from which it can come back. */
async function keepOld(path: string, disk: Disk): Promise<Replaced> {
	const backup = temporaryBeside(path);
	try {
		await disk.link(path, backup);
		return {path, backup, wasThere: true};
	} catch (cause) {
		return {path, backup: null, wasThere: systemCode(cause) !== 'ENOENT'};
	}
}

async function discard(temporaries: readonly string[], disk: Disk): Promise<readonly Problem[]> {
	return (await Promise.all(temporaries.map(each => removeTemporary(each, disk)))).flat();
}

/** Removes what was placed, and gives back what it had replaced. */
async function takeBack(replaced: readonly Replaced[], disk: Disk): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const {path, backup, wasThere} of replaced) {
		try {
			if (backup !== null) await patiently(disk, () => disk.rename(backup, path));
			else if (!wasThere) await patiently(disk, () => disk.rm(path, {force: true}));
		} catch (cause) {
			problems.push(writeProblem(path, cause));
		}
	}
	return problems;
}
