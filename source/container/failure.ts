// What went wrong with a file or a part of it, as a problem for people.
import {DerError} from '../der/der-error.js';
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem, ProblemError} from '../problem/problem.js';
import {PfxError, type PfxErrorReason} from '../pfx/pfx-error.js';

const codes: Readonly<Record<PfxErrorReason, ProblemCode>> = {
	'not-a-pfx': 'file-unknown',
	'wrong-password': 'password-wrong',
	'unsupported-algorithm': 'file-unsupported',
	'too-much-work': 'file-too-much-work',
	damaged: 'file-damaged',
};

/** The problem for what a reader threw; anything that is a bug of ours, or an abort, is thrown on. */
export function problemOf(failure: unknown): Problem {
	if (failure instanceof PfxError) return error(codes[failure.reason], failure.message);
	if (failure instanceof DerError) return error('file-damaged', `the file is damaged: ${failure.message}`);
	if (failure instanceof ProblemError && failure.problems[0] !== undefined) return failure.problems[0];
	throw failure;
}

/** Thrown for a part whose algorithm is not read; `what` names it. */
export function notSupported(what: string, hint: string | null = null): ProblemError {
	return new ProblemError(error('file-unsupported', `${what} is not supported`, {hint}));
}

/** Thrown for a part that is not what it should be. */
export function damaged(what: string): ProblemError {
	return new ProblemError(error('file-damaged', `${what} is damaged`));
}

/** Thrown when the password does not fit. */
export function wrongPassword(): ProblemError {
	return new ProblemError(error('password-wrong', 'the password is wrong'));
}
