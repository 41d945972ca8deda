// Saving what was decided to a profile: where to, under which name, what changes, and the question for it.
import {visible} from '../../problem/visible.js';
import {listProfiles} from '../../profile/list.js';
import {profileNameOf} from '../../profile/path.js';
import type {Profile} from '../../profile/profile.js';
import type {DiffLine} from '../../save/difference.js';
import {
	freeName,
	newProfileFile,
	ownFolder,
	type SaveTarget,
	whyNotOwn,
	withOrigin,
} from '../../save/place.js';
import {compareProfile, writeProfile} from '../../save/save-profile.js';
import {type Conversation, reasonOf, sayProblems} from './conversation.js';
import {type FilledRequest, writtenEntries} from './filled-request.js';
import {type Choice, choose, confirm} from './questions.js';

/** Asks where to and whether to; the requests, of the new profile when one was made of them. */
export async function save(
	conversation: Conversation,
	requests: readonly FilledRequest[],
): Promise<readonly FilledRequest[]> {
	const {questions, profiles, console} = conversation;
	const profile = profileOf(requests, conversation);
	// What is in no file yet is about these servers, and not a pattern for others.
	const entries = profile.file === '' ? requests.map(({entry}) => entry) : writtenEntries(requests);
	const target = await askTarget(conversation, profile, entries.length);
	const name = target === 'own' ? '' : await askName(conversation, profile, target);
	const compared = await compareProfile({target, name, profile, entries}, {...profiles, cwd: console.cwd});
	if (!('file' in compared)) {
		await sayProblems(questions, compared);
		return requests;
	}
	const {file, text, difference} = compared;
	if (difference.length === 0) {
		await questions.say('Nothing differs from what lies there.\n');
		return requests;
	}
	const head = target === 'own' ? 'Changes in' : 'A new file:';
	await questions.say(
		`\n${head} ${visible(file)}\n${difference.map(each => formatLine(each, target)).join('')}\n`,
	);
	if (!(await confirm(questions, 'Save it?', true))) return requests;
	const problems = await writeProfile(file, text, target);
	await sayProblems(questions, problems);
	if (problems.length > 0) return requests;
	await questions.say(`Saved: ${visible(file)}\n`);
	if (target === 'export') return requests;
	const origin = target === 'own' ? profile.origin : 'path';
	const saved: Profile = {...profile, file, origin, name: profileNameOf(file), entries};
	return requests.map(each => ({...each, profile: saved}));
}

function formatLine({sign, text}: DiffLine, target: SaveTarget): string {
	return `  ${target === 'own' ? `${sign} ` : ''}${visible(text)}\n`;
}

async function askTarget(
	{questions, profiles}: Conversation,
	profile: Profile,
	certificates: number,
): Promise<SaveTarget> {
	const choices: readonly Choice<SaveTarget>[] = [
		...(whyNotOwn(profile, certificates) === null
			? [{label: `into the profile itself: ${visible(profile.file)}`, value: 'own'} as const]
			: []),
		{label: `to a new profile of your own, in ${visible(ownFolder(profiles.folders))}`, value: 'new'},
		{label: 'to one flat file for a colleague', value: 'export'},
	];
	return choose(questions, 'Save it (never the password):', choices);
}

async function askName(
	{questions, profiles}: Conversation,
	{file, name}: Profile,
	target: 'new' | 'export',
): Promise<string> {
	if (target === 'export')
		return questions.ask({message: 'File', fallback: `${profileNameOf(file) || name}.yaml`});
	const listed = await listProfiles(profiles.folders, profiles.disk);
	return questions.ask({
		message: 'Its name',
		fallback: freeName(
			file || name,
			listed.map(({reference}) => reference),
		),
		refuse: name => {
			const found = newProfileFile(name, profiles.folders);
			return typeof found === 'string' ? null : reasonOf(found);
		},
	});
}

/** The profile that all of them are from; else one that is in no file. */
function profileOf(requests: readonly FilledRequest[], {profiles}: Conversation): Profile {
	const [first, ...others] = requests.map(({profile}) => profile);
	if (first !== undefined && first !== null && others.every(each => each === first))
		return withOrigin(first, profiles.folders);
	const name = others.length > 0 ? 'group' : 'profile';
	return {name, description: null, file: '', origin: 'path', entries: [], isBatch: false};
}
