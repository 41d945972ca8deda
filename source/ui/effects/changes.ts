// What was changed, as changes to the text of a profile; never a password, which no draft holds.
import type {ProfileChange} from '../../profile/edit.js';
import {plainEntry} from '../../profile/export.js';
import {isEqual, isMapping, type PlainValue} from '../../profile/plain-value.js';
import type {Profile} from '../../profile/profile.js';
import {draftEntry} from '../model/draft.js';
import type {Job} from '../model/job.js';

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
