// What was changed, as changes to the text of a profile; never a password, which no draft holds.
import type {ProfileChange} from '../../profile/edit.js';
import {plainEntry} from '../../profile/export.js';
import {isEqual, isMapping, type PlainValue} from '../../profile/plain-value.js';
import {profileNameOf} from '../../profile/path.js';
import type {Profile} from '../../profile/profile.js';
import {contentOf, draftEntry} from './draft.js';
import type {Draft, Job} from './job.js';

/** Where changes can go. */
export const saveTargets = ['own', 'new', 'export'] as const;
export type SaveTarget = (typeof saveTargets)[number];

/** Why the profile itself cannot be changed; null when it can. */
export function ownOff({profile, drafts}: Job): string | null {
	if (profile.origin === 'shipped') return 'shipped profiles stay as they are: save to a new one';
	if (profile.file === '' || drafts.length !== profile.entries.length)
		return 'these certificates do not stand in one profile: save to a new one';
	return null;
}

/** The changed keys, each with its new value; placeholders are still placeholders. */
export function changesOf({profile, drafts}: Job): ProfileChange[] {
	return drafts.flatMap((draft, index) => {
		const path = profile.isBatch ? ['certificates', index] : [];
		const before = plainEntry(draft.entry);
		return Object.entries(plainEntry(draftEntry(draft))).flatMap(([key, value]) =>
			changesAt([...path, key], before[key], value),
		);
	});
}

/** `pfx` is compared key by key, so that what stands beside a change stays as it is. */
function changesAt(
	path: ProfileChange['path'],
	before: PlainValue | undefined,
	after: PlainValue,
): ProfileChange[] {
	if (before !== undefined && isEqual(before, after)) return [];
	if (path.at(-1) !== 'pfx' || !isMapping(before) || !isMapping(after)) return [{path, value: after}];
	return Object.entries(after).flatMap(([key, value]) => changesAt([...path, key], before[key], value));
}

/** The job as one profile that stands alone. */
export function wholeProfile({profile, drafts}: Job, name: string): Profile {
	return {...profile, name, entries: drafts.map(draftEntry), isBatch: drafts.length > 1};
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
