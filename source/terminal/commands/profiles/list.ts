// `profiles list`: every profile that can be named, folder by folder in the order in which they are searched.
import {visible} from '../../../problem/visible.js';
import {searchedFolders} from '../../../profile/find.js';
import {type ListedProfile, listProfiles} from '../../../profile/list.js';
import {comparableName} from '../../../profile/path.js';
import type {ProfileOrigin} from '../../../profile/profile.js';
import {write} from '../../console.js';
import {exitCodes} from '../../exit-code.js';
import {noWords, refuseWrongUsage, type SubCommand} from './call.js';
import {countWords} from './count.js';
import {formatProfilesJson} from './json.js';

export const run: SubCommand = async call => {
	const asJson = call.given.on('json');
	noWords(call);
	refuseWrongUsage(call);
	const {folders, disk} = call.profiles;
	const listed = await listProfiles(folders, disk);
	const problems = listed.flatMap(each => each.problems);
	const text = asJson ? formatProfilesJson(listed, problems) : formatList(listed, searchedFolders(folders));
	await write(call.console.stdout, text);
	return exitCodes.done;
};

type Folder = {readonly folder: string; readonly origin: ProfileOrigin};

const headWords: Readonly<Record<ProfileOrigin, string>> = {
	path: 'Given as a path',
	'current folder': 'In the current folder',
	'user folder': 'Your own',
	shipped: 'Shipped with the program',
};

function formatList(listed: readonly ListedProfile[], folders: readonly Folder[]): string {
	const rows = listed.map(each => ({
		origin: each.origin,
		name: visible(each.reference),
		kinds: each.kinds.join(', ') || '-',
		about: aboutOf(each, listed),
	}));
	const nameWidth = Math.max(0, ...rows.map(({name}) => name.length));
	const kindsWidth = Math.max(0, ...rows.map(({kinds}) => kinds.length));
	const blocks = folders.map(({folder, origin}) => {
		const lines = rows
			.filter(row => row.origin === origin)
			.map(({name, kinds, about}) =>
				`  ${name.padEnd(nameWidth)}  ${kinds.padEnd(kindsWidth)}  ${about}`.trimEnd(),
			);
		return [
			`${headWords[origin]}, ${visible(folder.replace(/[\\/]$/, ''))}:`,
			...(lines.length > 0 ? lines : ['  none']),
			'',
		]
			.map(line => `${line}\n`)
			.join('');
	});
	const [broken] = listed.filter(({problems}) => problems.length > 0);
	const hint = broken === undefined ? 'What one makes: safeq-cert-tui profiles show NAME' : whatIsWrong;
	return `${blocks.join('')}${hint}\n`;
}

const whatIsWrong = 'What is wrong: safeq-cert-tui profiles check NAME';

/** What stands behind name and kind: what is wrong, which one is found instead, and what it is for. */
function aboutOf(each: ListedProfile, all: readonly ListedProfile[]): string {
	const {reference, name, description, problems, isShadowed} = each;
	const found = all.find(other => comparableName(other.reference) === comparableName(reference));
	const parts = [
		countWords(problems),
		isShadowed ? `hidden by ${visible(found?.file ?? '')}` : '',
		name === reference ? '' : visible(name),
		visible(description ?? ''),
	];
	return parts.filter(part => part !== '').join(' - ');
}
