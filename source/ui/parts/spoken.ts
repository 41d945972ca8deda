// A row of the screen as a screen reader says it: words in the place of signs, no decoration.
import {signs} from '../theme.js';
import type {Line} from './line.js';

const words: readonly (readonly [string, string])[] = [
	[`${signs.focus} `, 'here: '],
	[signs.focus, 'here: '],
	[`${signs.on} `, 'chosen: '],
	[`${signs.off} `, 'or: '],
	[`${signs.done} `, 'ok: '],
	[signs.more, '...'],
	[signs.between, ''],
	[signs.full, ''],
	[signs.empty, ''],
];

const severities: Readonly<Record<string, string>> = {
	[signs.error]: 'error: ',
	[signs.warning]: 'warning: ',
	[signs.note]: 'note: ',
};

/** The text to say; null for a row that holds nothing but decoration. */
export function spoken(row: Line): string | null {
	const text = row
		.map(({text, tone}) => {
			// A sign of severity stands in a span of its own; the letter elsewhere is a letter.
			const severity = tone === 'plain' ? undefined : severities[text.trim()];
			return severity ?? words.reduce((said, [sign, word]) => said.replaceAll(sign, word), text);
		})
		.join('')
		.replaceAll(signs.rule, '')
		.replaceAll(signs.hidden, '*')
		.replace(/ {2,}/g, '  ')
		.trim();
	return text === '' ? null : text;
}
