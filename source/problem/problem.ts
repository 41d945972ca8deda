// What is wrong, for people: the one shape in which every part of the program reports.
import type {ProblemCode} from './codes.js';

export type Severity = 'error' | 'warning' | 'note';

/** Where in a file: `file` as people should see it, `line` and `column` 1-based, null when only the file is known. */
export type Place = {
	readonly file: string;
	readonly line: number | null;
	readonly column: number | null;
};

/** The place of a problem that is about a whole file. */
export function wholeFile(file: string): Place {
	return {file, line: null, column: null};
}

export type Problem = {
	readonly severity: Severity;
	readonly code: ProblemCode;
	/** Lower case, no full stop; quotes what was written, never a secret. */
	readonly message: string;
	/** Something to paste, or a question; null where there is nothing useful to add. */
	readonly hint: string | null;
	/** Where it was written; null for the command line and for what has no place. */
	readonly place: Place | null;
	/** The profile key it belongs to, with the list index where there is one: `subjectAlternativeNames.3`. */
	readonly field: string | null;
};

type Details = {
	readonly hint?: string | null;
	readonly place?: Place | null;
	readonly field?: string | null;
};

/** Makes a problem of the given severity; what is left out of `details` is null. */
export function problem(
	severity: Severity,
	code: ProblemCode,
	message: string,
	details: Details = {},
): Problem {
	const {hint = null, place = null, field = null} = details;
	return {severity, code, message, hint, place, field};
}

/** An error: nothing is made while there is one. */
export function error(code: ProblemCode, message: string, details?: Details): Problem {
	return problem('error', code, message, details);
}

/** A warning: the file is still made, unless `--strict` asks otherwise. */
export function warning(code: ProblemCode, message: string, details?: Details): Problem {
	return problem('warning', code, message, details);
}

/** A note: for information. */
export function note(code: ProblemCode, message: string, details?: Details): Problem {
	return problem('note', code, message, details);
}

/** True when at least one of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
	return problems.some(each => each.severity === 'error');
}

/** Thrown where a problem ends the work at once; carries it for the reporter. */
export class ProblemError extends Error {
	readonly problems: readonly Problem[];

	constructor(...problems: readonly Problem[]) {
		super(problems.map(each => each.message).join('; '));
		this.name = 'ProblemError';
		this.problems = problems;
	}
}
