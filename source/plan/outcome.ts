// What a step of planning gives back: a value, or what stands in its way.
import type {ProblemCode} from '../problem/codes.js';
import type {Place} from '../problem/problem.js';
import {error, type Problem} from '../problem/problem.js';

/** `value` is null when it could not be decided; without a problem of its own when something else failed first. */
export type Outcome<T> = {
	readonly value: T | null;
	readonly problems: readonly Problem[];
};

/** A value without any problem. */
export function decided<T>(value: T): Outcome<T> {
	return {value, problems: []};
}

/** No value, for one reason. */
export function refused(code: ProblemCode, message: string, hint: string | null = null): Outcome<never> {
	return {value: null, problems: [error(code, message, {hint})]};
}

/** The same problems with the place and the profile key that they belong to. */
export function located(problems: readonly Problem[], place: Place | null, field: string): Problem[] {
	return problems.map(each => ({...each, place, field}));
}
