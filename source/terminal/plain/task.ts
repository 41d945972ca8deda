// The first question: what is to be made, as a task or from a profile.
import type {Request} from '../../prepare.js';
import {hasErrors, ProblemError} from '../../problem/problem.js';
import {visible} from '../../problem/visible.js';
import {type ListedProfile, listProfiles} from '../../profile/list.js';
import type {Arguments} from '../arguments.js';
import {findRequests} from '../requests.js';
import {type Conversation, sayProblems} from './conversation.js';
import {type Choice, choose, unlessBack} from './questions.js';

export type Task = {
	readonly requests: readonly Request[];
	/** True when it is about a group of servers, each with a certificate of its own. */
	readonly isGroup: boolean;
};

type Wish = {readonly profiles: readonly string[]; readonly isGroup: boolean};

const tasks: readonly Choice<Wish | null>[] = [
	{label: 'an SSL certificate for a server', value: {profiles: ['ssl'], isGroup: false}},
	{
		label: 'the signing certificate of a near roaming group',
		value: {profiles: ['near-roaming-group-signing'], isGroup: false},
	},
	{
		label: 'a whole group: signing, and SSL for each of its servers',
		value: {profiles: ['near-roaming-group-signing', 'ssl'], isGroup: true},
	},
	{label: 'something from a profile', value: null},
];

/** True when the arguments say what to make. */
export function isChosen({profiles, kind}: Arguments): boolean {
	return profiles.length > 0 || kind !== null;
}

/** What the arguments ask for, or else a person; problems of the arguments end it, those of a chosen profile do not. */
export async function chooseTask(conversation: Conversation): Promise<Task> {
	const {args, questions, profiles} = conversation;
	if (isChosen(args)) {
		const {requests, problems} = await findRequests(args, profiles);
		if (hasErrors(problems)) throw new ProblemError(...problems);
		await sayProblems(questions, problems);
		await sayProfiles(conversation, requests);
		return {requests, isGroup: false};
	}
	for (;;) {
		const wish =
			(await choose(questions, 'What do you want to make?', tasks)) ??
			(await unlessBack(chooseProfile(conversation)));
		if (wish === null) continue;
		const {requests, problems} = await findRequests({...args, profiles: wish.profiles}, profiles);
		await sayProblems(questions, problems);
		if (hasErrors(problems)) continue;
		await sayProfiles(conversation, requests);
		return {requests, isGroup: wish.isGroup};
	}
}

async function chooseProfile({questions, profiles}: Conversation): Promise<Wish> {
	const listed = await listProfiles(profiles.folders, profiles.disk);
	const choices = listed.map(each => ({label: describeProfile(each), value: each}));
	const {reference, file, isShadowed} = await choose(questions, 'Which profile?', choices);
	// The name of a shadowed profile leads to the other one.
	return {profiles: [isShadowed ? file : reference], isGroup: false};
}

function describeProfile({reference, description, kinds, origin, problems}: ListedProfile): string {
	const state = hasErrors(problems) ? `${problems.length} to fix` : kinds.join(', ');
	return `${visible(reference)} (${origin}; ${state})${description === null ? '' : `: ${visible(description)}`}`;
}

/** Which files it is made from: a profile of the current folder may stand before the shipped one. */
async function sayProfiles({questions}: Conversation, requests: readonly Request[]): Promise<void> {
	const lines = [...new Set(requests.flatMap(({profile}) => profile ?? []))].map(
		({name, file, origin}) => `Profile ${visible(name)} (${origin}): ${visible(file)}\n`,
	);
	await questions.say(lines.join(''));
}
