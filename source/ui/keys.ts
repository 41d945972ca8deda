// The one table of keys: it feeds the handler, the footer, the help and the README.
import {endKeys} from './keys/end-keys.js';
import {formKeys} from './keys/form-keys.js';
import type {KeyRow} from './keys/key-row.js';
import {lookKeys} from './keys/look-keys.js';
import {sheetKeys} from './keys/sheet-keys.js';
import {startKeys} from './keys/start-keys.js';
import {textKeys} from './keys/text-keys.js';
import {focusOf} from './model/focus.js';
import type {State} from './model/state.js';

/** Every key of the program, in the order of the help. */
export const keyTable: readonly KeyRow[] = [
	...startKeys,
	...lookKeys,
	...formKeys,
	...textKeys,
	...endKeys,
	...sheetKeys,
];

/** The row that a key means now; null when it means nothing here. */
export function keyRow(state: State, key: string): KeyRow | null {
	for (const where of focusOf(state)) {
		const found = keyTable.find(each => each.where === where && each.keys.includes(key));
		if (found !== undefined) return found;
	}
	return null;
}

/** The rows that work now, most specific first; a key that is bound twice only for its nearest meaning. */
export function activeKeys(state: State): KeyRow[] {
	const seen = new Set<string>();
	return focusOf(state)
		.flatMap(where => keyTable.filter(each => each.where === where))
		.filter(each => {
			const isNew = each.keys.some(key => !seen.has(key));
			for (const key of each.keys) seen.add(key);
			return isNew;
		});
}
