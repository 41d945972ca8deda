// A certificate in the rows of the Windows "Details" tab.
import type {Detail} from '../../describe/detail.js';
import {fitLine, type Line, span, spokenSpan, widthOf, wrapText} from './line.js';

/** Beside the longest label, and where that leaves too little: beside the short ones, with room for a date. */
const labelColumns = 25;
const fewLabelColumns = 16;
const roomyFrom = 50;

/** One or more rows for each detail; what does not fit beside its label stands below it, over the whole width. */
export function detailRows(details: readonly Detail[], width: number): Line[] {
	const columns = width < roomyFrom ? fewLabelColumns : labelColumns;
	return details.flatMap(({label, value}) => {
		const isBeside =
			typeof value === 'string' &&
			widthOf(label) < columns &&
			value.split(' ').every(word => widthOf(word) <= width - columns);
		if (isBeside)
			return wrapText(value, width - columns).map((text, index) => [
				...fitLine([index === 0 ? spokenSpan(label, 'dim', `${label}:`) : span('')], columns),
				span(text),
			]);
		const values = typeof value === 'string' ? [value] : value;
		return [
			[spokenSpan(label, 'dim', `${label}:`)],
			...values.flatMap(each => wrapText(each, width - 2).map(text => [span(`  ${text}`)])),
		];
	});
}

/** A short label in capitals and a text that is broken under itself. */
export function explained(label: string, text: string, width: number, columns = 13): Line[] {
	return wrapText(text, Math.max(10, width - columns)).map((row, index) => [
		...fitLine([index === 0 ? spokenSpan(label, 'strong', `${label}:`) : span('')], columns),
		span(row),
	]);
}
