// A part of the screen as it was drawn: its rows, and where the terminal's cursor stands in it.
import {signs} from '../theme.js';
import {cutLine, emptyLine, fitLine, type Line, span} from './line.js';

export type Point = {
	readonly x: number;
	readonly y: number;
};

/** Rows that a place had no room for; the rules above and below it say so. */
export type Hidden = {
	readonly above: number;
	readonly below: number;
	/** The key that shows them, where that is not plain. */
	readonly key: string | null;
	/** The column where the place ends; null: where the screen does. */
	readonly edge: number | null;
};

export type Drawn = {
	readonly rows: readonly Line[];
	/** Null: nothing is typed here. */
	readonly cursor: Point | null;
	readonly hidden?: readonly Hidden[];
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
	const hidden = [
		...(left.hidden ?? []).map(each => ({...each, edge: leftWidth})),
		...(right.hidden ?? []).map(each => ({...each, edge: null})),
	];
	return {rows, cursor: left.cursor, hidden};
}

/** A part cut or filled to exactly `height` rows; `keep`, when it would be cut off, is scrolled into sight. */
export function fitHeight(part: Drawn, height: number, keep: number | null = null): Drawn {
	const missing = height - part.rows.length;
	if (missing >= 0) return {...part, rows: [...part.rows, ...Array.from({length: missing}, () => emptyLine)]};
	const top = keep === null ? 0 : Math.max(0, Math.min(-missing, keep - Math.floor(height / 2)));
	return scrolled(part, top, height);
}

/** `height` rows of a part from row `top` on. */
export function scrolled(part: Drawn, top: number, height: number, key: string | null = null): Drawn {
	const {cursor} = part;
	const isSeen = cursor !== null && cursor.y >= top && cursor.y < top + height;
	return {
		rows: part.rows.slice(top, top + height),
		cursor: isSeen ? {x: cursor.x, y: cursor.y - top} : null,
		hidden: [{above: top, below: Math.max(0, part.rows.length - top - height), key, edge: null}],
	};
}

/** `height` rows of something to read, from row `top` on; where it does not fit, not with air around it. */
export function readable(rows: readonly Line[], top: number, height: number, key = 'PgDn'): Drawn {
	const isText = (row: Line) => row.length > 0;
	const end = rows.findLastIndex(isText) + 1;
	const text = rows.slice(end > height ? rows.findIndex(isText) : 0, end);
	const start = Math.max(0, Math.min(top, text.length - height));
	return fitHeight(scrolled(drawn(...text), start, height, key), height);
}
