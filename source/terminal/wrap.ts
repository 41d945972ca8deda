// Sentences in the columns of a terminal, broken between words.

/**
 * Every line in at most `columns`; what goes on stands below what it belongs to: behind a number, a sign, an indent, and
 * behind a label that two spaces set off, unless that takes more than half of the columns.
 */
export function wrapLines(text: string, columns: number): string {
	return text
		.split('\n')
		.map(each => wrapLine(each, columns).join('\n'))
		.join('\n');
}

/** One line; a word that is longer than the columns stays whole. */
export function wrapLine(line: string, columns: number): string[] {
	const [indent = ''] = /^\s*(?:[x+=] |\d+ +)?/.exec(line) ?? [];
	const [labelled = ''] = /^\S+(?: \S+)* {2,}/.exec(line.slice(indent.length)) ?? [];
	const hang = indent.length + labelled.length <= columns / 2 ? indent + labelled : indent;
	const rows: string[] = [];
	let rest = line;
	while (rest.length > columns) {
		const before = rest.lastIndexOf(' ', columns);
		const at = before > hang.length ? before : rest.indexOf(' ', Math.max(columns, hang.length));
		if (at === -1) break;
		rows.push(rest.slice(0, at).trimEnd());
		rest = ' '.repeat(hang.length) + rest.slice(at).trimStart();
	}
	return [...rows, rest];
}
