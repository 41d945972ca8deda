// One row of the screen as styled spans, cut and filled to exact widths; pure.
import stringWidth from 'string-width';
import {visible} from '../../problem/visible.js';
import {graphemesOf} from './text-buffer.js';

/** What a text means; `theme.ts` says how that looks. */
export type Tone = 'plain' | 'strong' | 'dim' | 'marker' | 'accent' | 'chosen' | 'good' | 'warning' | 'error';

export type Span = {
	readonly text: string;
	readonly tone: Tone;
	/** What a screen reader says in its place, where the text alone would not tell. */
	readonly said?: string;
};

/** A row; what it holds is safe to print. */
export type Line = readonly Span[];

/** A span of text of any origin: its control characters are made visible. */
export function span(text: string, tone: Tone = 'plain'): Span {
	return {text: visible(text), tone};
}

/** A span that is said in other words than it is drawn. */
export function spokenSpan(text: string, tone: Tone, said: string): Span {
	return {...span(text, tone), said: visible(said)};
}

/** A row of one span. */
export function line(text: string, tone: Tone = 'plain'): Line {
	return [span(text, tone)];
}

export const emptyLine: Line = [];

/** True when both rows look the same. */
export function sameLine(a: Line, b: Line): boolean {
	return (
		a.length === b.length &&
		a.every((each, index) => each.text === b[index]?.text && each.tone === b[index]?.tone)
	);
}

/** Columns that `text` takes on the screen. */
export function widthOf(text: string): number {
	return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** Columns that a row takes. */
export function lineWidth(row: Line): number {
	return row.reduce((sum, each) => sum + widthOf(each.text), 0);
}

/** `text` in at most `width` columns; what is cut off leaves an ellipsis. */
export function cutText(text: string, width: number): string {
	if (widthOf(text) <= width) return text;
	if (width < 1) return '';
	let taken = '';
	let used = 0;
	for (const grapheme of graphemesOf(text)) {
		const columns = widthOf(grapheme);
		if (used + columns > width - 1) break;
		taken += grapheme;
		used += columns;
	}
	return `${taken}…`;
}

/** The first of `texts`, longest first, that fits; the last one where none does. */
export function fitting(texts: readonly string[], width: number): string {
	return texts.find(each => widthOf(each) <= width) ?? texts.at(-1) ?? '';
}

/** The row in at most `width` columns. */
export function cutLine(row: Line, width: number): Line {
	if (lineWidth(row) <= width) return row;
	const kept: Span[] = [];
	let left = width;
	for (const each of row) {
		const columns = widthOf(each.text);
		if (columns < left) {
			kept.push(each);
			left -= columns;
			continue;
		}
		// More follows, so that even a span that fits exactly gives up its end.
		kept.push({text: cutText(`${each.text}…`, left), tone: each.tone});
		break;
	}
	return kept;
}

/** The row in exactly `width` columns. */
export function fitLine(row: Line, width: number): Line {
	const cut = cutLine(row, width);
	const missing = width - lineWidth(cut);
	return missing > 0 ? [...cut, {text: ' '.repeat(missing), tone: 'plain'}] : cut;
}

/** `left` at the left, `right` at the right of `width` columns; the left one is cut when both do not fit. */
export function spread(left: Line, right: Line, width: number): Line {
	const end = cutLine(right, width);
	const room = width - lineWidth(end);
	return [...fitLine(left, Math.max(0, end.length === 0 ? room : room - 1)), ...gap(end.length), ...end];
}

function gap(items: number): Line {
	return items === 0 ? [] : [{text: ' ', tone: 'plain'}];
}

/**
 * `text` broken at spaces into rows of at most `width` columns; words that are longer behind what separates their
 * parts (names, paths), or else into even pieces.
 */
export function wrapText(text: string, width: number): string[] {
	const rows: string[] = [];
	let row = '';
	for (const word of visible(text).split(' ')) {
		const joined = row === '' ? word : `${row} ${word}`;
		if (widthOf(joined) <= width) {
			row = joined;
			continue;
		}
		const isLong = widthOf(word) > width && width > 1;
		const isBegun = isLong && row !== '' && (partsHead(joined, width)?.length ?? 0) > row.length + 1;
		if (row !== '' && !isBegun) rows.push(row);
		row = isBegun ? joined : word;
		while (isLong && widthOf(row) > width) {
			const head = partsHead(row, width) ?? headOf(row, evenShare(row, width));
			rows.push(head);
			row = row.slice(head.length);
		}
	}
	return row === '' && rows.length > 0 ? rows : [...rows, row];
}

/** The beginning of `text` up to the last separator that fits. */
function partsHead(text: string, width: number): string | null {
	return /^.*[./\\=,:;_-]/u.exec(headOf(text, width))?.[0] ?? null;
}

/** Halves look calmer than a full row and a rest of one letter; an even number keeps the bytes of a hash whole. */
function evenShare(text: string, width: number): number {
	const share = Math.ceil(widthOf(text) / Math.ceil(widthOf(text) / width));
	return Math.min(width, share + (share % 2));
}

function headOf(text: string, width: number): string {
	let head = '';
	for (const grapheme of graphemesOf(text)) {
		if (head !== '' && widthOf(head + grapheme) > width) break;
		head += grapheme;
	}
	return head;
}
