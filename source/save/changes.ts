// What was changed in the certificates of a profile, as changes to its text; pure.
import type {ProfileChange} from '../profile/edit.js';
import {plainEntry} from '../profile/export.js';
import {isEqual, isMapping, type PlainMapping, type PlainValue} from '../profile/plain-value.js';
import type {ProfileEntry} from '../profile/profile.js';

/** Where a certificate of the list comes from. */
export type EntryOrigin = {
	/** The entry of the profile that it is, or, when it is new, was made after. */
	readonly source: number;
	readonly isNew: boolean;
};

export type ListedEntry = EntryOrigin & {readonly entry: ProfileEntry};

/** The changed keys of what stays, each with its new value; placeholders are still placeholders. */
export function changesBetween(
	before: readonly ProfileEntry[],
	after: readonly ListedEntry[],
	isBatch: boolean,
): ProfileChange[] {
	return after
		.filter(each => !each.isNew)
		.flatMap(({entry, source}) => {
			const path = isBatch ? ['certificates', source] : [];
			const old = before[source];
			const values = old === undefined ? {} : plainEntry(old);
			return Object.entries(plainEntry(entry)).flatMap(([key, value]) =>
				changesAt([...path, key], values[key], value),
			);
		});
}

/** Certificates that were taken out of the list, and those that were added at its end; `listed` is the list as written. */
export function listChanges(
	before: readonly ProfileEntry[],
	after: readonly ListedEntry[],
	listed: readonly PlainValue[],
): ProfileChange[] {
	const stay = new Set(after.filter(each => !each.isNew).map(each => each.source));
	const removed = before
		.map((_, index) => index)
		.filter(index => !stay.has(index))
		// From behind, so that the numbers of the others stay true.
		.reverse()
		.map((index): ProfileChange => ({path: ['certificates', index], value: undefined}));
	const added = after
		.filter(each => each.isNew)
		.map(
			({entry, source}, index): ProfileChange => ({
				path: ['certificates', stay.size + index],
				value: ownKeys(entry, before[source], listed[source]),
			}),
		);
	return [...removed, ...added];
}

/** What all of the list share is written once, above it: an entry says what the one that it was made after says. */
function ownKeys(
	entry: ProfileEntry,
	template: ProfileEntry | undefined,
	written: PlainValue | undefined,
): PlainMapping {
	const before = template === undefined ? {} : plainEntry(template);
	const said = isMapping(written) ? written : {};
	return Object.fromEntries(
		Object.entries(plainEntry(entry)).filter(([key, value]) => {
			const old = before[key];
			return Object.hasOwn(said, key) || old === undefined || !isEqual(old, value);
		}),
	);
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
