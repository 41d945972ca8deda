// Saving a profile, as answers to the sheets of saving.
import {compareProfile as compare, writeProfile} from '../../save/save-profile.js';
import {draftEntry} from '../model/draft.js';
import type {Effect} from '../model/effects.js';
import type {AnswerMessage} from '../model/messages.js';
import {writesNames, writtenOut} from '../model/save.js';
import type {Services} from './services.js';

type Compared = Extract<AnswerMessage, {type: 'profile-compared'}>;
type Saved = Extract<AnswerMessage, {type: 'profile-saved'}>;

/** Works out the new text of the profile, and what differs from the text that lies there. */
export async function compareProfile(
	{profiles, cwd}: Services,
	{asked, target, name, job}: Extract<Effect, {effect: 'compare-profile'}>,
): Promise<Compared> {
	// What names each server stands alone; else the list is what changed in the list of the profile.
	const wish = writesNames(job)
		? {profile: {...job.profile, file: ''}, entries: job.drafts.map(writtenOut)}
		: {profile: job.profile, entries: job.drafts.map(draftEntry), origins: job.drafts};
	const found = await compare({target, name, ...wish}, {...profiles, cwd});
	const answer = {type: 'profile-compared', asked, target, job} as const;
	if ('file' in found) return {...answer, ...found, problems: []};
	return {...answer, file: '', text: '', difference: [], problems: found};
}

/** Writes it; a new file never over an old one. */
export async function saveProfile({
	file,
	text,
	target,
	job,
}: Extract<Effect, {effect: 'save-profile'}>): Promise<Saved> {
	return {type: 'profile-saved', file, target, job, problems: await writeProfile(file, text, target)};
}
