// The lines across the screen: they hold the title of what they begin, and say what is hidden behind them.
import {signs} from '../theme.js';
import type {Hidden} from './drawn.js';
import {cutText, type Line, type Span, span, widthOf} from './line.js';

/** What stands in a line, up to the column `edge`. */
export type Mark = {
	readonly text: string;
	readonly edge: number;
};

/** A line across the screen, with a title at its left and marks at their places. */
export function rule(width: number, title = '', marks: readonly Mark[] = []): Line {
	const room = width - marks.reduce((sum, each) => sum + widthOf(each.text) + 5, 0);
	const head: Span[] = title === '' ? [] : [span(signs.rule.repeat(2), 'dim'), titleSpan(title, room - 4)];
	let column = head.reduce((sum, each) => sum + widthOf(each.text), 0);
	const spans = [...head];
	for (const {text, edge} of marks.toSorted((a, b) => a.edge - b.edge)) {
		const start = Math.min(edge, width) - widthOf(text) - 3;
		if (start < column) continue;
		spans.push(span(signs.rule.repeat(start - column), 'dim'), span(` ${text} `));
		column = start + widthOf(text) + 2;
	}
	return [...spans, span(signs.rule.repeat(Math.max(0, width - column)), 'dim')];
}

function titleSpan(title: string, room: number): Span {
	return span(` ${cutText(title, room)} `, 'strong');
}

/** What scrolled out at the top. */
export function marksAbove(hidden: readonly Hidden[] = [], width: number): Mark[] {
	return hidden
		.filter(({above}) => above > 0)
		.map(({above, edge}) => ({text: `${signs.above} ${above} more`, edge: edge ?? width}));
}

/** What follows below, and the key that shows it. */
export function marksBelow(hidden: readonly Hidden[] = [], width: number): Mark[] {
	return hidden
		.filter(({below}) => below > 0)
		.map(({below, key, edge}) => ({
			text: `${signs.below} ${below} more${key === null ? '' : `: ${key}`}`,
			edge: edge ?? width,
		}));
}
