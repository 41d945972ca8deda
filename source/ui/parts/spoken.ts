// A row of the screen as a screen reader says it: words in the place of signs, no columns, no decoration.
import {signs} from '../theme.js';
import type {Line, Span} from './line.js';

const words: readonly (readonly [string, string])[] = [
	[`${signs.focus} `, ''],
	[signs.focus, ''],
	[`${signs.on} `, 'chosen: '],
	[`${signs.off} `, ''],
	[`${signs.done} `, 'ok: '],
	[`${signs.above} `, 'above: '],
	[`${signs.below} `, 'below: '],
	[signs.more, '...'],
	[signs.between, ''],
	[signs.full, ''],
	[signs.empty, ''],
	// What is marked is said to be an error where it stands.
	[' that is marked x', ''],
	[' that are marked x', ''],
	[' marked x,', ''],
	[' what is marked x', ' the errors'],
];

const severities: Readonly<Record<string, string>> = {
	[signs.error]: 'error: ',
	[signs.warning]: 'warning: ',
	[signs.note]: 'note: ',
};

/** The text to say; null for a row that holds nothing but decoration. */
export function spoken(row: Line): string | null {
	const text = row
		.map(spokenText)
		.join('')
		.replace(new RegExp(`${signs.rule}+`, 'g'), '  ')
		.replace(new RegExp(`${signs.hidden}+`, 'g'), dots => `${dots.length} hidden characters`)
		.trim()
		.replace(/ *([:,]) {2,}/g, '$1 ')
		// Columns become the parts of a sentence.
		.replace(/ {2,}/g, ', ')
		.replace(/( *,)+/g, ',')
		.replace(/([:?]) *,/g, '$1');
	return text === '' ? null : text;
}

function spokenText({text, tone, said}: Span): string {
	if (said !== undefined) return said;
	// A sign of severity stands in a span of its own; the letter elsewhere is a letter.
	const severity = tone === 'plain' ? undefined : severities[text.trim()];
	if (severity !== undefined) return severity;
	const worded = words.reduce((all, [sign, word]) => all.replaceAll(sign, word), text);
	return tone === 'chosen' ? ` ${worded.trim()} (chosen) ` : worded;
}
