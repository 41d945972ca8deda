// Questions in a sheet: a line to type on, answers to choose from.
import {signs} from '../theme.js';
import {type Drawn, rule} from './drawn.js';
import type {textLine} from './field.js';
import {emptyLine, type Line, type Span, span} from './line.js';

/** An answer that can be chosen; the chosen one has a sign too. */
export function button(label: string, isOn: boolean): Span {
	return span(isOn ? ` ${signs.focus} ${label} ` : `   ${label} `, isOn ? 'chosen' : 'plain');
}

/** A titled line, a label with the text that is typed, and what stands below. */
export function question(
	title: string,
	label: string,
	typed: ReturnType<typeof textLine>,
	below: readonly Line[],
	width: number,
): Drawn {
	const head = `  ${label}  `;
	return {
		rows: [rule(width, title), emptyLine, [span(head, 'accent'), ...typed.line], emptyLine, ...below],
		cursor: {x: head.length + typed.cursor, y: 2},
	};
}
