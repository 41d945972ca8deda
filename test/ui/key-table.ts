// The table of keys as the README shows it.
import type {KeyRow} from '../../source/ui/keys/key-row.js';
import {keyTable} from '../../source/ui/keys.js';
import type {Where} from '../../source/ui/model/focus.js';

/** The places that the README names, in the order in which a person comes to them. */
const places: readonly (readonly [title: string, ...where: Where[]])[] = [
	['Start', 'start'],
	['A file or server', 'look'],
	['Comparison', 'comparison'],
	['Certificate', 'form', 'list', 'job'],
	['List of addresses', 'addresses'],
	['Choices', 'choice'],
	['Password', 'password'],
	['A line of text', 'text'],
	['Batch', 'batch', 'server'],
	['Review', 'review'],
	['While it writes', 'writing'],
	['Result', 'result', 'made'],
	['Not written', 'unwritten'],
	['Everywhere', 'anywhere', 'letters'],
];

/** Markdown, one row for each key and what it does; keys that do the same stand together. */
export function keyTableMarkdown(): string {
	const rows = places.flatMap(([title, ...wheres]) => {
		const found = wheres.flatMap(where => keyTable.filter(each => each.where === where));
		return unique(found).map(({shown, about}, index) => [index === 0 ? title : '', `\`${shown}\``, about]);
	});
	const all = [['Where', 'Key', 'Does'], ...rows];
	const widths = [0, 1, 2].map(column => Math.max(...all.map(row => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const [head = [], ...body] = all;
	const rule = line(widths.map(width => '-'.repeat(width)));
	return [line(head), rule, ...body.map(line)].join('\n');
}

function unique(rows: readonly KeyRow[]): KeyRow[] {
	return rows.filter(
		(row, index) => rows.findIndex(each => each.shown === row.shown && each.about === row.about) === index,
	);
}
