// Messages under a screen: broken at words, as many rows as they may take.
import type {Severity} from '../../problem/problem.js';
import {signs} from '../theme.js';
import {toneOf} from './field.js';
import {cutText, type Line, span, type Tone, widthOf, wrapText} from './line.js';

export type Message = {
	/** What it is: an error has the sign of errors before it. */
	readonly sign: Severity | null;
	readonly text: string;
	readonly tone: Tone;
	/** Left out where it would need more rows than the place has anyway. */
	readonly isSpare?: boolean;
};

/** A quiet message: help, a hint. */
export function said(text: string): Message {
	return {sign: null, text, tone: 'dim'};
}

/** At most `most` rows; where a message that matters does not fit, the last row says that more follows. */
export function messageRows(
	messages: readonly Message[],
	width: number,
	most: number,
	least: number,
): Line[] {
	// Everything under a message with a sign begins where its text does.
	const isSigned = messages.some(each => each.sign !== null);
	const indent = isSigned ? 3 : 1;
	let rows: Line[] = [];
	for (const {sign, text, tone, isSpare = false} of messages) {
		const texts = wrapText(text, width - indent - 1);
		const room = (isSpare ? least : most) - rows.length;
		if (room <= 0 || (isSpare && texts.length > room)) continue;
		rows = [
			...rows,
			...texts.slice(0, room).map((row, index) => {
				const isCut = index === room - 1 && texts.length > room;
				return [
					...(index === 0 && sign !== null
						? [span(` ${signs[sign]} `, toneOf(sign))]
						: [span(' '.repeat(indent))]),
					span(isCut ? ended(row, width - indent - 1) : row, tone),
				];
			}),
		];
	}
	return rows;
}

/** With the sign that more follows, behind a whole word where there is one. */
function ended(text: string, width: number): string {
	const words = text.split(' ');
	while (words.length > 1 && widthOf(words.join(' ')) > width - 2) words.pop();
	return `${cutText(words.join(' '), width - 2)} ${signs.more}`;
}
