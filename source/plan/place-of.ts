// The place of a value in an entry, found by its field.
import type {Place} from '../problem/problem.js';
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
