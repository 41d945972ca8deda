// A limit for all values of one file together: a hundred parts of a hundred thousand elements are a bomb too.
import type {DerValue} from '../der/value.js';
import {error, ProblemError} from '../problem/problem.js';

/** What 250 certificates have is some 50,000. */
const mostElements = 100_000;

/** Takes what was decoded from the budget. */
export type Spend = (value: DerValue) => DerValue;

/** A new budget. Its function gives the value back; throws ProblemError once there were too many elements. */
export function elementBudget(): Spend {
	let left = mostElements;
	return value => {
		left -= countElements(value);
		if (left >= 0) return value;
		const message = `the file has more than ${mostElements} elements, which no certificate needs`;
		throw new ProblemError(error('file-too-much-work', message));
	};
}

function countElements(value: DerValue): number {
	let count = 0;
	const open: DerValue[] = [value];
	for (let each = open.pop(); each !== undefined; each = open.pop()) {
		count++;
		if (typeof each.value !== 'string') for (const child of each.value) open.push(child);
	}
	return count;
}
