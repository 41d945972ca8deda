// Where a job can be saved, and what it is afterwards.
import {profileNameOf} from '../../profile/path.js';
import {whyNotOwn} from '../../save/place.js';
import {contentOf, draftEntry} from './draft.js';
import type {Draft, Job} from './job.js';

/** Why the profile itself cannot be changed; null when it can. */
export function ownOff({profile, drafts}: Job): string | null {
	return whyNotOwn(profile, drafts.length);
}

/** The job with what it holds now as its saved state. */
export function savedJob(job: Job, file: string): Job {
	const {profile} = job;
	const drafts = job.drafts.map(
		(draft): Draft => ({...draft, entry: draftEntry(draft), opened: contentOf(draft)}),
	);
	const origin = file === profile.file ? profile.origin : 'path';
	const name = file === profile.file ? profile.name : profileNameOf(file);
	return {...job, drafts, profile: {...profile, file, origin, name}};
}
