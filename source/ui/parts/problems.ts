// Problems in full, each with its sign and its hint, broken at words.
import type {Problem} from '../../problem/problem.js';
import {signs} from '../theme.js';
import {toneOf} from './field.js';
import {type Line, line, span, wrapText} from './line.js';

/** Every problem and its hint, in `width` columns; `indent` 1 puts the sign where that of a field stands. */
export function problemRows(problems: readonly Problem[], width: number, indent: 0 | 1 = 1): Line[] {
	const room = width - 3 - indent;
	const air = ' '.repeat(indent);
	return problems.flatMap(each => {
		const hint = hintHere(each);
		return [
			...wrapText(each.message, room).map((text, index) => [
				index === 0 ? span(`${air}${signs[each.severity]} `, toneOf(each.severity)) : span(`${air}  `),
				span(text, each.severity === 'note' ? 'dim' : 'plain'),
			]),
			...(hint === null ? [] : wrapText(hint, room).map(text => line(`${air}  ${text}`, 'dim'))),
		];
	});
}

/** Hints that name options of the command line are for other places. */
export function hintHere({hint}: Problem): string | null {
	return hint === null || /(^|\s)--\w|safeq-cert-tui/.test(hint) ? null : hint;
}
