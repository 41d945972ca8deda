// What stands where `convert` wants to write, and what would be lost with it.
import type {Container} from '../../container/container.js';
import type {Selection} from '../../container/select.js';
import type {Conversion} from '../../convert.js';
import {exists} from '../../files/exists.js';
import {realPath} from '../../files/real-path.js';
import {fileExists} from '../../files/write-problem.js';
import {sameFile} from '../../outputs.js';
import {error, type Problem, wholeFile} from '../../problem/problem.js';

/** A file that was given, and what it holds. */
export type Source = {
	/** Absolute. */
	readonly path: string;
	/** As it was given. */
	readonly file: string;
	readonly container: Container;
};

export type Target = {
	/** Absolute. */
	readonly path: string;
	readonly output: Conversion;
};

const elsewhere = 'choose another folder with --out, or another name with --file-name';

/**
 * An error for each file that would be replaced and must not be: without `overwrite` all, with it one of the `sources`
 * with a private key that the new file would not hold. That may be the only copy.
 */
export async function inTheWay(
	targets: readonly Target[],
	sources: readonly Source[],
	{privateKey}: Pick<Selection, 'privateKey'>,
	overwrite: boolean,
): Promise<Problem[]> {
	const read = await Promise.all(sources.map(({path}) => realPath(path)));
	const problems: Problem[] = [];
	for (const {path, output} of targets) {
		if (!(await exists(path))) continue;
		const real = await realPath(path);
		const replaced = sources.filter((_, index) => {
			const other = read[index] ?? null;
			return real !== null && other !== null && sameFile(real, other);
		});
		const kept = output === 'pfx' || output === 'key' ? privateKey : null;
		if (replaced.some(({container}) => losesKey(container, kept)))
			problems.push(
				error('output-loses-key', 'a private key in this file would be lost: the new file does not hold it', {
					hint: elsewhere,
					place: wholeFile(path),
				}),
			);
		else if (!overwrite) problems.push(replaced.length > 0 ? fileExists(path, elsewhere) : fileExists(path));
	}
	return problems;
}

/** A key that could not be opened is not the one that is kept. */
function losesKey({keys}: Container, kept: Selection['privateKey']): boolean {
	return keys.some(({privateKey}) => privateKey === null || kept === null || !privateKey.equals(kept));
}
