// What `*.pfx` stands for where no shell says it: those of Windows give a program the pattern itself.
import path from 'node:path';
import {listFolder} from './list-folder.js';

type Surroundings = {readonly cwd: string; readonly platform: NodeJS.Platform};

/** Every word, or the files that it stands for. */
export async function matchingFiles(
	words: readonly string[],
	surroundings: Surroundings,
): Promise<readonly string[]> {
	return (await Promise.all(words.map(word => filesLike(word, surroundings)))).flat();
}

/**
 * The files that `word` stands for, in code-unit order and with the folder as it was written; `*` and `?` count in its
 * last part, which no name on Windows can have. Only the word itself on other systems, or when nothing is like it.
 */
async function filesLike(word: string, surroundings: Surroundings): Promise<readonly string[]> {
	const [, folder = '', last = ''] = /^(.*[\\/:])?([^\\/:]*)$/s.exec(word) ?? [];
	if (surroundings.platform !== 'win32' || !/[*?]/.test(last)) return [word];
	const pattern = last
		.replace(/[^*?]/gu, each =>
			/[\p{L}\p{N}]/u.test(each) ? each : `\\u{${each.codePointAt(0)?.toString(16)}}`,
		)
		.replaceAll('*', '.*')
		.replaceAll('?', '.');
	const isLike = new RegExp(`^${pattern}$`, 'isu');
	const names = await listFolder(path.resolve(surroundings.cwd, folder));
	const found = names.filter(name => isLike.test(name));
	return found.length === 0 ? [word] : found.map(name => folder + name);
}
