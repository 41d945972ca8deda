// How many problems there are, in numbers and words.
import type {Problem, Severity} from '../../../problem/problem.js';

export function countOf(problems: readonly Problem[], severity: Severity): number {
	return problems.filter(each => each.severity === severity).length;
}

/** `1 error`, `2 profiles`. */
export function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning`; empty when there is neither. Notes do not count. */
export function countWords(problems: readonly Problem[]): string {
	return (['error', 'warning'] as const)
		.map(severity => ({severity, count: countOf(problems, severity)}))
		.filter(({count}) => count > 0)
		.map(({severity, count}) => counted(count, severity))
		.join(', ');
}
