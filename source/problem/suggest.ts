// "Did you mean": the known word nearest to a misspelt one.

/** Damerau-Levenshtein distance (restricted): insertions, deletions, substitutions, swaps of neighbours. */
function distance(a: string, b: string): number {
	let beforePrevious: number[] = [];
	let previous = Array.from({length: b.length + 1}, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let best = Math.min(
				(previous[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(previous[column - 1] ?? 0) + (same ? 0 : 1),
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
				best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
			current.push(best);
		}
		[beforePrevious, previous] = [previous, current];
	}
	return previous[b.length] ?? 0;
}

/**
 * The known word that was probably meant by `word`, compared without case, hyphens and underscores;
 * null when none is near enough (a third of its length, at most 3 changes).
 */
export function nearest(word: string, known: readonly string[]): string | null {
	const plain = (text: string) => text.toLowerCase().replace(/[-_ ]/g, '');
	const written = plain(word).slice(0, 64);
	let best: string | null = null;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of known) {
		const changes = distance(written, plain(candidate));
		if (changes < bestDistance && changes <= Math.min(3, Math.ceil(candidate.length / 3))) {
			best = candidate;
			bestDistance = changes;
		}
	}
	return best;
}

/** The hint for a misspelt word: `did you mean "X"?`, or the list of what is known when nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string {
	const candidate = nearest(word, known);
	return candidate === null ? `known are: ${known.join(', ')}` : `did you mean "${candidate}"?`;
}
