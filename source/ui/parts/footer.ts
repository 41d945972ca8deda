// The footer: the keys that matter here, most important first, as many as fit.
import {activeKeys} from '../keys.js';
import type {State} from '../model/state.js';
import {type Line, lineWidth, type Span, span} from './line.js';

/** One row; keys that do nothing now are left out, F1 always stands at its end. */
export function footer(state: State, width: number): Line {
	const wanted = activeKeys(state)
		.filter(each => each.footer !== null && (each.off?.(state) ?? null) === null)
		.sort((a, b) => (a.footer ?? 0) - (b.footer ?? 0));
	const shown = (key: string, label: string): Span[] => [
		span(key, 'strong'),
		span(` ${label}`, 'dim'),
		span('  '),
	];
	const help = wanted.find(each => each.command === 'help');
	const last = help === undefined ? [] : shown(help.shown, help.label);
	let row: Span[] = [span(' ')];
	for (const each of wanted) {
		if (each === help) continue;
		const next = [...row, ...shown(each.shown, each.label)];
		if (lineWidth(next) + lineWidth(last) > width) continue;
		row = next;
	}
	return [...row, ...last];
}
