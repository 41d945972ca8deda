// The two texts by which people tell certificates apart: the friendly name, and the name of the files.
import type {ProfileEntry} from '../profile/profile.js';
import {checkFileName, toFileName} from './file-name.js';
import {located, type Outcome} from './outcome.js';
import {missing} from './place-of.js';
import {expandPlaceholders, type PlaceholderValues} from './placeholder.js';

/** The friendly name with its placeholders filled in. */
export function makeFriendlyName(entry: ProfileEntry, values: PlaceholderValues): Outcome<string> {
	const written = entry.friendlyName;
	if (written === undefined || written.value.trim() === '')
		return {value: null, problems: [missing(entry, 'friendlyName', 'like "YSoft SafeQ SSL Certificate"')]};
	const {value, problems} = expandPlaceholders(written.value.trim(), values);
	return {value, problems: located(problems, written.place, 'friendlyName')};
}

/**
 * The file name without an ending: made of the friendly name, or as it was written. Placeholders are made safe one by
 * one, so that only what somebody wrote around them can be refused.
 */
export function makeFileName(entry: ProfileEntry, values: PlaceholderValues): Outcome<string> {
	const written = entry.fileName;
	const {friendlyName} = values;
	if (written === undefined)
		return {value: typeof friendlyName === 'string' ? toFileName(friendlyName) : null, problems: []};
	const safe = Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			typeof value === 'string' ? toFileName(value) : value,
		]),
	);
	const expanded = expandPlaceholders(written.value, safe);
	const {value, problems} = expanded.value === null ? expanded : checkFileName(expanded.value);
	return {value, problems: located(problems, written.place, 'fileName')};
}
