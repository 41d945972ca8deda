// Where a value of an entry was written, or where it is missing.
import {error, type Place, type Problem} from '../problem/problem.js';
import type {ProfileEntry} from '../profile/profile.js';

/** Typed loosely on purpose: a field such as `subject.commonName` walks through values of every shape. */
type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null;
}

/**
 * Where `field` (`validity`, `subject.commonName`, `subjectAlternativeNames.3`) was written: the value itself, or the
 * nearest thing around it that has a place. Null for what came from the command line.
 */
export function placeOf(entry: ProfileEntry, field: string): Place | null {
	let place = entry.place;
	let inside: unknown = entry;
	for (const key of field.split('.')) {
		let written = isNode(inside) ? inside[key] : undefined;
		// A key of a subject's mapping has a list of values.
		if (Array.isArray(written)) written = written[0];
		if (!isNode(written)) break;
		place = (written.place ?? null) as Place | null;
		inside = written.value;
	}
	return place;
}

/** The problem that a value was not written at all. */
export function missing(entry: ProfileEntry, field: string, hint: string): Problem {
	return error('missing-value', `"${field}" is missing`, {hint, place: placeOf(entry, field), field});
}
