// What is wrong with the text in the line of a sheet, below that line.
import type {Problem} from '../../problem/problem.js';
import {toneOf} from '../parts/field.js';
import {type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

/** Each problem with its hint, in `width` columns. */
export function problemRows(problems: readonly Problem[], width: number): Line[] {
	return problems.flatMap(({severity, message, hint}) => [
		...wrapText(message, width - 4).map(
			(text, index): Line => [
				index === 0 ? span(`  ${signs[severity]} `, toneOf(severity)) : span('    '),
				span(text),
			],
		),
		...(hint === null ? [] : wrapText(hint, width - 4).map(text => line(`    ${text}`, 'dim'))),
	]);
}
