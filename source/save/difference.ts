// The difference of two texts, line by line; pure.

export type DiffLine = {
	readonly sign: '+' | '-' | ' ';
	readonly text: string;
};

/** Lines around a change that are shown with it. */
const contextLines = 1;

/** What was taken out and put in, with a line of context; nothing when the texts are the same. */
export function diffLines(before: string, after: string): DiffLine[] {
	const all = compare(linesOf(before), linesOf(after));
	return all.filter((_, index) =>
		all.slice(Math.max(0, index - contextLines), index + contextLines + 1).some(each => each.sign !== ' '),
	);
}

/** The lines of a new text, none of them marked. */
export function newLines(text: string): DiffLine[] {
	return linesOf(text).map(each => ({sign: ' ', text: each}));
}

function linesOf(text: string): string[] {
	const lines = text.split(/\r?\n/);
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** By the longest common subsequence; profiles are a page long, so that its table stays small. */
function compare(a: readonly string[], b: readonly string[]): DiffLine[] {
	const lengths = Array.from({length: a.length + 1}, () => new Uint32Array(b.length + 1));
	const lengthAt = (row: number, column: number) => lengths[row]?.[column] ?? 0;
	for (let row = a.length - 1; row >= 0; row--)
		for (let column = b.length - 1; column >= 0; column--) {
			const longest =
				a[row] === b[column]
					? lengthAt(row + 1, column + 1) + 1
					: Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
			lengths[row]?.fill(longest, column, column + 1);
		}
	const result: DiffLine[] = [];
	let row = 0;
	let column = 0;
	while (row < a.length || column < b.length) {
		const [old, fresh] = [a[row], b[column]];
		if (old !== undefined && old === fresh) {
			result.push({sign: ' ', text: old});
			row++;
			column++;
		} else if (
			old !== undefined &&
			(fresh === undefined || lengthAt(row + 1, column) >= lengthAt(row, column + 1))
		) {
			result.push({sign: '-', text: old});
			row++;
		} else if (fresh !== undefined) {
			result.push({sign: '+', text: fresh});
			column++;
		}
	}
	return result;
}
