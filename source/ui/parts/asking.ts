// Questions in a sheet: a line to type on, answers to choose from.
import {signs} from '../theme.js';
import type {Drawn} from './drawn.js';
import {gutter, gutterWidth, labelWidth, type textLine} from './field.js';
import {emptyLine, fitLine, type Line, type Span, span, spokenSpan} from './line.js';
import {rule} from './rule.js';

/** An answer that can be chosen; the chosen one has a sign too. */
export function button(label: string, isOn: boolean): Span {
	return span(isOn ? ` ${signs.focus} ${label} ` : `   ${label} `, isOn ? 'chosen' : 'plain');
}

/** The answers of a question in a row. */
export function answers(...buttons: readonly Span[]): Line {
	return buttons.flatMap((each, index) => [span(index === 0 ? ' ' : '  '), each]);
}

/** Columns that the text of a question cannot have: label, margins. */
export const askedIndent = gutterWidth + labelWidth + 1;

/** A titled line, a label with the text that is typed, and what stands below. */
export function question(
	title: string,
	label: string,
	typed: ReturnType<typeof textLine>,
	below: readonly Line[],
	width: number,
): Drawn {
	const head = [...gutter(true, null), ...fitLine([spokenSpan(label, 'accent', `${label}:`)], labelWidth)];
	return {
		rows: [rule(width, title), emptyLine, [...head, ...typed.line], emptyLine, ...below],
		cursor: {x: gutterWidth + labelWidth + typed.cursor, y: 2},
	};
}
