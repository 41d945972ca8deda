// A part of the screen as it was drawn: its rows, and where the terminal's cursor stands in it.
import {signs} from '../theme.js';
import {cutLine, emptyLine, fitLine, type Line, lineWidth, span} from './line.js';

export type Point = {
	readonly x: number;
	readonly y: number;
};

export type Drawn = {
	readonly rows: readonly Line[];
	/** Null: nothing is typed here. */
	readonly cursor: Point | null;
};

export const nothingDrawn: Drawn = {rows: [], cursor: null};

/** Rows without a cursor. */
export function drawn(...rows: readonly Line[]): Drawn {
	return {rows, cursor: null};
}

/** Parts below each other. */
export function below(...parts: readonly Drawn[]): Drawn {
	let rows: readonly Line[] = [];
	let cursor: Point | null = null;
	for (const part of parts) {
		if (part.cursor !== null) cursor = {x: part.cursor.x, y: part.cursor.y + rows.length};
		rows = [...rows, ...part.rows];
	}
	return {rows, cursor};
}

/** Two parts side by side with a line between them; both are as high as the higher one. */
export function beside(left: Drawn, leftWidth: number, right: Drawn, rightWidth: number): Drawn {
	const height = Math.max(left.rows.length, right.rows.length);
	const rows = Array.from({length: height}, (_, index) => [
		...fitLine(left.rows[index] ?? emptyLine, leftWidth),
		span(` ${signs.between} `, 'dim'),
		...cutLine(right.rows[index] ?? emptyLine, rightWidth),
	]);
	return {rows, cursor: left.cursor};
}

/** A part cut or filled to exactly `height` rows; `keep`, when it would be cut off, is scrolled into sight. */
export function fitHeight(part: Drawn, height: number, keep: number | null = null): Drawn {
	const missing = height - part.rows.length;
	if (missing >= 0) return {...part, rows: [...part.rows, ...Array.from({length: missing}, () => emptyLine)]};
	const top = keep === null ? 0 : Math.max(0, Math.min(-missing, keep - Math.floor(height / 2)));
	return scrolled(part, top, height);
}

/** `height` rows of a part from row `top` on. */
export function scrolled(part: Drawn, top: number, height: number): Drawn {
	const {cursor} = part;
	const isSeen = cursor !== null && cursor.y >= top && cursor.y < top + height;
	return {
		rows: part.rows.slice(top, top + height),
		cursor: isSeen ? {x: cursor.x, y: cursor.y - top} : null,
	};
}

/** `height` rows of something to read, from row `top` on; the last one says how much follows, and which key shows it. */
export function readable(rows: readonly Line[], top: number, height: number, key = 'PgDn'): Drawn {
	const start = Math.max(0, Math.min(top, rows.length - height));
	const left = rows.length - start - height;
	if (left <= 0) return fitHeight(drawn(...rows.slice(start)), height);
	const more = [span(`   ${signs.more} ${left + 1} more rows: ${key}`, 'dim')];
	return drawn(...rows.slice(start, start + height - 1), more);
}

/** A line across the screen, with a title in it or without. */
export function rule(width: number, title = ''): Line {
	if (title === '') return [span(signs.rule.repeat(width), 'dim')];
	const head = [span(signs.rule.repeat(2), 'dim'), span(` ${title} `, 'strong')];
	return [...head, span(signs.rule.repeat(Math.max(0, width - lineWidth(head))), 'dim')];
}
