// A certificate in the rows of the Windows "Details" tab.
import type {Detail} from '../../describe/detail.js';
import {fitLine, type Line, span, wrapText} from './line.js';

const labelColumns = 25;

/** One or more rows for each detail; lists stand below their label, over the whole width. */
export function detailRows(details: readonly Detail[], width: number): Line[] {
	return details.flatMap(({label, value}) => {
		if (typeof value !== 'string')
			return [
				[span(label, 'dim')],
				...value.flatMap(each => wrapText(each, width - 2).map(text => [span(`  ${text}`)])),
			];
		const isNarrow = width < labelColumns + 16;
		if (isNarrow)
			return [[span(label, 'dim')], ...wrapText(value, width - 2).map(text => [span(`  ${text}`)])];
		return wrapText(value, width - labelColumns).map((text, index) => [
			...fitLine([span(index === 0 ? label : '', 'dim')], labelColumns),
			span(text),
		]);
	});
}

/** A short label in capitals and a text that is broken under itself. */
export function explained(label: string, text: string, width: number, columns = 13): Line[] {
	return wrapText(text, Math.max(10, width - columns)).map((row, index) => [
		...fitLine([span(index === 0 ? label : '', 'strong')], columns),
		span(row),
	]);
}
