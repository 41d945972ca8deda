// The footer: the keys that matter here, most important first, as many as fit.
import {activeKeys} from '../keys.js';
import type {KeyRow} from '../keys/key-row.js';
import type {State} from '../model/state.js';
import type {Hidden} from './drawn.js';
import {type Line, lineWidth, type Span, span} from './line.js';

/**
 * One row; keys that do nothing now are left out, F1 always stands at its end. `hidden` are the rows of the place above
 * that are not seen: without any there is nothing to scroll.
 */
export function footer(state: State, width: number, hidden: readonly Hidden[] | undefined): Line {
	const isAllSeen = hidden?.every(({above, below}) => above + below === 0) ?? false;
	const wanted = activeKeys(state)
		.filter(each => each.footer !== null && (each.off?.(state) ?? null) === null)
		.filter(({command}) => command !== 'page-down' || !isAllSeen)
		.sort((a, b) => (a.footer ?? 0) - (b.footer ?? 0));
	const labelOf = ({label}: KeyRow) => (typeof label === 'string' ? label : label(state));
	const shown = (key: string, label: string): Span[] => [
		span(key, 'strong'),
		span(` ${label}`, 'dim'),
		span('  '),
	];
	const help = wanted.find(each => each.command === 'help');
	const last = help === undefined ? [] : shown(help.shown, labelOf(help));
	let row: Span[] = [span(' ')];
	for (const each of wanted) {
		if (each === help) continue;
		const next = [...row, ...shown(each.shown, labelOf(each))];
		if (lineWidth(next) + lineWidth(last) > width) continue;
		row = next;
	}
	return [...row, ...last];
}
