// How a problem is printed: place, severity, message, code, and the hint on a second line.
import type {Place, Problem} from './problem.js';
import {visible} from './visible.js';

/** `file:line:column`, as far as known; the program's name for what has no place. */
export function formatPlace(place: Place | null): string {
	if (place === null) return 'safeq-cert-tui';
	const parts = [visible(place.file), place.line, place.line === null ? null : place.column];
	return parts.filter(part => part !== null).join(':');
}

/** One problem as one or two lines without a line end. */
export function formatProblem(problem: Problem): string {
	const head = `${formatPlace(problem.place)}: ${problem.severity}: ${visible(problem.message)} [${problem.code}]`;
	return problem.hint === null ? head : `${head}\n  hint: ${visible(problem.hint)}`;
}

/** Problems in the order in which people look for them: by file as first seen, line and column; others first. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	const files = [...new Set(problems.map(each => each.place?.file ?? ''))];
	const key = ({place}: Problem): readonly number[] =>
		place === null ? [-1, 0, 0] : [files.indexOf(place.file), place.line ?? 0, place.column ?? 0];
	return problems
		.map(each => ({each, key: key(each)}))
		.sort((a, b) => a.key.map((part, index) => part - (b.key[index] ?? 0)).find(part => part !== 0) ?? 0)
		.map(({each}) => each);
}

/** All problems, in the order in which people look for them, each with its line ends. */
export function formatProblems(problems: readonly Problem[]): string {
	return sortProblems(problems)
		.map(each => `${formatProblem(each)}\n`)
		.join('');
}
