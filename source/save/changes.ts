// What was changed in the certificates of a profile, as changes to its text; pure.
import type {ProfileChange} from '../profile/edit.js';
import {plainEntry} from '../profile/export.js';
import {isEqual, isMapping, type PlainValue} from '../profile/plain-value.js';
import type {ProfileEntry} from '../profile/profile.js';

/** The changed keys, each with its new value; placeholders are still placeholders. */
export function changesBetween(
	before: readonly ProfileEntry[],
	after: readonly ProfileEntry[],
	isBatch: boolean,
): ProfileChange[] {
	return after.flatMap((entry, index) => {
		const path = isBatch ? ['certificates', index] : [];
		const old = before[index];
		const values = old === undefined ? {} : plainEntry(old);
		return Object.entries(plainEntry(entry)).flatMap(([key, value]) =>
			changesAt([...path, key], values[key], value),
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
