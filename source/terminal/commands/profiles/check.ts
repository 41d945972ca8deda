// `profiles check`: everything that is wrong with the files, for their authors and for a repository's CI.
import path from 'node:path';
import {matchingFiles} from '../../../files/matching-files.js';
import {foldersBelow} from '../../../files/folders-below.js';
import {isFolder} from '../../../files/is-folder.js';
import {makeQueue} from '../../../machine/concurrency.js';
import {distinctProblems} from '../../../problem/distinct.js';
import {error, hasErrors, type Problem, wholeFile} from '../../../problem/problem.js';
import {visible} from '../../../problem/visible.js';
import {type FoundProfile, profilesIn} from '../../../profile/find.js';
import type {ListedProfile} from '../../../profile/list.js';
import {type LoadedProfile, loadFound, loadProfile} from '../../../profile/load.js';
import {joinPath} from '../../../profile/path.js';
import {usage} from '../../collect.js';
import {tellProblems, write} from '../../console.js';
import {exitCodeOf} from '../../exit-code.js';
import type {ProfileAccess} from '../../requests.js';
import {type Call, refuseWrongUsage, type SubCommand} from './call.js';
import {counted, countWords} from './count.js';
import {examine} from './examine.js';
import {formatProfilesJson} from './json.js';

/** Files that are open together: a repository may have more than a process may open. */
const mostAtOnce = 16;

export const run: SubCommand = async call => {
	const strict = call.given.on('strict');
	const asJson = call.given.on('json');
	if (call.words.length === 0)
		call.problems.push(
			usage('FILE is missing', 'profiles check profiles/ looks at a whole folder and those below it'),
		);
	refuseWrongUsage(call);
	const words = await matchingFiles(call.words, call.console);
	const found = await Promise.all(words.map(each => load(each, call.profiles)));
	const all = found.flatMap(each => each.loaded);
	const checked = await checkAll(distinctFiles(all), call);
	const problems = distinctProblems([
		...found.flatMap(each => each.problems),
		...checked.flatMap(each => each.problems),
	]);
	const {stdout} = call.console;
	await tellProblems(call.console, problems);
	await write(stdout, asJson ? formatProfilesJson(checked, problems) : formatChecked(checked));
	return exitCodeOf(problems, strict);
};

type Loaded = {readonly reference: string; readonly file: string; readonly loaded: LoadedProfile};

/** The profile that a word names, or all of the folder that it names and of those below it. */
async function load(
	word: string,
	{folders, disk}: ProfileAccess,
): Promise<{readonly loaded: readonly Loaded[]; readonly problems: readonly Problem[]}> {
	if (!(await isFolder(word))) {
		const loaded = await loadProfile(word, folders, disk);
		return {loaded: [{reference: word, file: loaded.profile?.file ?? word, loaded}], problems: []};
	}
	const below = await foldersBelow(word);
	const files: FoundProfile[] = [];
	for (const names of below.folders)
		files.push(...(await profilesIn({folder: names.reduce(joinPath, word), origin: 'path'}, disk)));
	const queue = makeQueue(mostAtOnce);
	const loaded = await Promise.all(
		files.map(async each => ({
			reference: each.file,
			file: each.file,
			loaded: await queue(() => loadFound(each, folders, disk)),
		})),
	);
	if (loaded.length > 0 || below.problems.length > 0) return {loaded, problems: below.problems};
	const place = wholeFile(word);
	return {
		loaded,
		problems: [error('profile-not-found', 'there is no profile in this folder and below it', {place})],
	};
}

function distinctFiles(all: readonly Loaded[]): readonly Loaded[] {
	return [...new Map(all.map(each => [path.resolve(each.file), each])).values()];
}

/** A file that another one of them extends is only a part, and need not be complete. */
function checkAll(all: readonly Loaded[], {machine, console}: Call): Promise<ListedProfile[]> {
	const parts = new Set(all.flatMap(({loaded}) => loaded.extended.map(file => path.resolve(file))));
	return Promise.all(
		all.map(async ({reference, file, loaded}) => {
			const isPart = parts.has(path.resolve(file));
			const {problems} = await examine(loaded, {folder: console.cwd, machine, isPart});
			const {profile} = loaded;
			return {
				reference,
				name: profile?.name ?? reference,
				description: profile?.description ?? null,
				kinds: [...new Set(profile?.entries.flatMap(({kind}) => kind?.value ?? []))],
				file,
				origin: profile?.origin ?? 'path',
				isShadowed: false,
				profile,
				problems,
			};
		}),
	);
}

/** A line for each profile, and how many of them are right. */
function formatChecked(checked: readonly ListedProfile[]): string {
	const width = Math.max(0, ...checked.map(({file}) => visible(file).length));
	const lines = checked.map(
		({file, problems}) => `${visible(file).padEnd(width)}  ${countWords(problems) || 'ok'}\n`,
	);
	const broken = checked.filter(({problems}) => hasErrors(problems)).length;
	const sum = `${counted(checked.length, 'profile')}, ${broken === 0 ? 'none' : broken} with errors\n`;
	return checked.length === 1 ? lines.join('') : `${lines.join('')}${sum}`;
}
