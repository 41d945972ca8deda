// Which part of something longer than its place is shown; pure, so that no scroll position has to be kept.
import {visible} from '../../problem/visible.js';
import {widthOf} from './line.js';
import {graphemesOf, type TextBuffer} from './text-buffer.js';

/** The rows `start` to `end` (exclusive) of `count`, `height` of them, with `selected` near the middle. */
export function listWindow(count: number, selected: number, height: number): {start: number; end: number} {
	const highest = Math.max(0, count - height);
	const start = Math.min(highest, Math.max(0, selected - Math.floor(height / 2)));
	return {start, end: Math.min(count, start + height)};
}

export type TextWindow = {
	/** Safe to print, at most `width` columns. */
	readonly text: string;
	/** Column of the cursor in it. */
	readonly cursor: number;
	readonly moreBefore: boolean;
	readonly moreAfter: boolean;
};

/**
 * The part of a buffer around its cursor that fits into `width` columns. It moves by half its width, so that
 * the cursor travels through standing text. `mask` replaces every grapheme (passwords).
 */
export function textWindow(buffer: TextBuffer, width: number, mask: string | null = null): TextWindow {
	const room = Math.max(2, width);
	const cells = graphemesOf(buffer.text).map(each => mask ?? visible(each));
	const before = graphemesOf(buffer.text.slice(0, buffer.cursor)).length;
	const widths = cells.map(widthOf);
	const cursorColumn = sum(widths.slice(0, before));
	const half = Math.max(1, Math.floor(room / 2));
	const wanted = cursorColumn < room ? 0 : Math.ceil((cursorColumn - room + 1) / half) * half;
	// Near the end it moves less, so that the place is always filled; the cursor needs a column behind the text.
	const offset = Math.min(wanted, Math.max(0, sum(widths) + 1 - room));
	let column = 0;
	let text = '';
	let used = 0;
	let hiddenBefore = 0;
	for (const [index, cell] of cells.entries()) {
		const columns = widths[index] ?? 0;
		if (column < offset) {
			hiddenBefore += columns;
		} else if (used + columns <= room) {
			text += cell;
			used += columns;
		} else break;
		column += columns;
	}
	return {
		text,
		cursor: Math.min(room - 1, cursorColumn - hiddenBefore),
		moreBefore: hiddenBefore > 0,
		moreAfter: hiddenBefore + used < sum(widths),
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
