// What `*.pfx` stands for where no shell says it: those of Windows give a program the pattern itself.
import {readdirSync} from 'node:fs';
import path from 'node:path';

/**
 * The files that `word` stands for, in code-unit order and with the folder as it was written; `*` and `?` count in its
 * last part, which no name on Windows can have. Only the word itself on other systems, or when nothing is like it.
 */
export function matchingFiles(
	word: string,
	{cwd, platform}: {readonly cwd: string; readonly platform: NodeJS.Platform},
): readonly string[] {
	const [, folder = '', last = ''] = /^(.*[\\/:])?([^\\/:]*)$/s.exec(word) ?? [];
	if (platform !== 'win32' || !/[*?]/.test(last)) return [word];
	const pattern = last
		.replace(/[^*?]/gu, each =>
			/[\p{L}\p{N}]/u.test(each) ? each : `\\u{${each.codePointAt(0)?.toString(16)}}`,
		)
		.replaceAll('*', '.*')
		.replaceAll('?', '.');
	const isLike = new RegExp(`^${pattern}$`, 'isu');
	const found = namesIn(path.resolve(cwd, folder)).filter(name => isLike.test(name));
	return found.length === 0 ? [word] : found.map(name => folder + name);
}

function namesIn(folder: string): readonly string[] {
	try {
		const entries = readdirSync(folder, {withFileTypes: true});
		return entries
			.filter(each => !each.isDirectory())
			.map(each => each.name)
			.sort();
	} catch {
		return [];
	}
}
