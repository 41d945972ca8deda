// Where a job can be saved, and what it is afterwards.
import {fillServer} from '../../plan/fill-server.js';
import {parseGeneralName} from '../../plan/general-name.js';
import {profileNameOf} from '../../profile/path.js';
import {whyNotOwn} from '../../save/place.js';
import type {ProfileEntry, Written} from '../../profile/profile.js';
import {contentOf, draftEntry} from './draft.js';
import type {Draft, Job} from './job.js';

/** Why the profile itself cannot be changed; null when it can. */
export function ownOff(job: Job): string | null {
	const {profile} = job;
	const why = whyNotOwn(profile, profile.entries.length);
	if (why !== null) return why;
	return writesNames(job) ? 'several servers share one entry: save to a new one, which names each' : null;
}

/** True when servers share an entry that only has placeholders for them: a profile of the list has to name each. */
export function writesNames({drafts}: Job): boolean {
	const shared = drafts.filter(each => each.needsServer).map(each => each.source);
	return new Set(shared).size < shared.length;
}

/** The entry with the names and addresses of its server in the place of what stands for them. */
export function writtenOut(draft: Draft): ProfileEntry {
	const entry = draftEntry(draft);
	const {server} = draft.server;
	if (!draft.needsServer || server === null) return entry;
	const filled = fillServer(entry, server);
	if (entry.subjectAlternativeNames === undefined) return filled;
	return {...filled, subjectAlternativeNames: {value: shownNames(draft), place: null}};
}

/** As the list shows them; entries that stand for the same give one. */
function shownNames({outlook}: Draft): Written<string>[] {
	return outlook.rows
		.filter(each => !each.isDoubled)
		.map(({item, shown}) => ({value: /[{}]/.test(item.written) ? shown : item.written, place: null}));
}

/** IP addresses that were typed into a list that is for any server: they are saved as they are. */
export function addressesOfOneServer({drafts}: Job): readonly string[] {
	return drafts
		.filter(each => each.needsServer)
		.flatMap(({addresses}) => addresses.items.map(each => each.written))
		.filter(written => parseGeneralName(written).value?.type === 'ip');
}

/** The job with what it holds now as its saved state. */
export function savedJob(job: Job, file: string): Job {
	const {profile} = job;
	const openedCount = job.drafts.length;
	// The new profile names the servers, which these certificates do not: they stay what they were opened as.
	if (writesNames(job))
		return {
			...job,
			openedCount,
			drafts: job.drafts.map(each => ({...each, isNew: false, opened: contentOf(each)})),
		};
	const entries = job.drafts.map(draftEntry);
	const drafts = job.drafts.map(
		(draft, source): Draft => ({
			...draft,
			entry: entries[source] ?? draft.entry,
			source,
			isNew: false,
			opened: contentOf(draft),
		}),
	);
	const origin = file === profile.file ? profile.origin : 'path';
	const name = file === profile.file ? profile.name : profileNameOf(file);
	return {...job, drafts, openedCount, profile: {...profile, file, origin, name, entries}};
}
