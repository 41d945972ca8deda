// The list of subject alternative names while it is edited: what it holds, and what it shows of that; pure.
import type {Place} from '../../problem/problem.js';
import {type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {Pasted} from './added.js';
import type {AddressReading, ReadAddress} from './reading.js';

/** Where an entry came from, in words for the screen. */
export type AddressOrigin = 'profile' | 'new' | 'this computer' | 'DNS' | 'server' | 'file';

/** One entry as it will stand in the profile; a placeholder stays one until somebody takes it apart. */
export type AddressItem = {
	readonly id: number;
	readonly written: string;
	readonly place: Place | null;
	readonly origin: AddressOrigin;
};

/** What the list shows: an entry, or one of the several that a placeholder stands for. */
export type AddressRow = AddressReading & {
	readonly item: AddressItem;
	/** Index among the rows of the same item. */
	readonly part: number;
	/** An earlier row stands for the same; it will be in the certificate once. */
	readonly isDoubled: boolean;
};

export type Addresses = {
	readonly items: readonly AddressItem[];
	/** A row; the number of rows stands for the last line, on which new entries are typed. */
	readonly selected: number;
	/** What is typed on the last line. */
	readonly draft: TextBuffer;
	/** That text when Esc ended its typing, so that the next Esc goes back; another one has been typed in since. */
	readonly rested: TextBuffer | null;
	/** The row that is edited in place, and its text. */
	readonly editing: {readonly row: number; readonly buffer: TextBuffer} | null;
	/** Only rows that hold this are shown; null: all. */
	readonly filter: {readonly buffer: TextBuffer; readonly isTyping: boolean} | null;
	/** What came of the last paste, which may go on; null after any other change. */
	readonly pasted: Pasted | null;
	/** Earlier lists, the last one newest. */
	readonly past: readonly (readonly AddressItem[])[];
	readonly nextId: number;
};

/** The list of a profile entry. */
export function makeAddresses(
	entries: readonly {readonly value: string; readonly place: Place | null}[],
): Addresses {
	const items = entries.map(
		({value, place}, id): AddressItem => ({id, written: value, place, origin: 'profile'}),
	);
	return {
		items,
		selected: 0,
		draft: textBuffer(''),
		rested: null,
		editing: null,
		filter: null,
		pasted: null,
		past: [],
		nextId: items.length,
	};
}

/** Every entry as it will be read, placeholders taken apart. */
export function addressRows(items: readonly AddressItem[], read: ReadAddress): AddressRow[] {
	const seen = new Set<string>();
	return items.flatMap(item =>
		read(item.written).map((reading, part) => {
			const key = sameness(reading);
			const isDoubled = seen.has(key);
			seen.add(key);
			return {...reading, item, part, isDoubled};
		}),
	);
}

/** What Esc says of half a name. */
export const keptText = 'not added: Enter adds it; Esc goes back and keeps it';

/** True while something is typed on the last line that is neither added nor left by Esc. */
export function isHalfTyped({draft, rested}: Addresses): boolean {
	return draft.text.trim() !== '' && draft !== rested;
}

/** What makes two entries the same; wrong ones are the same when they are written alike. */
export function sameness(reading: AddressReading): string {
	const {name} = reading;
	return name === null ? `? ${reading.shown.toLowerCase()}` : `${name.type} ${name.value}`;
}

/** The text that is typed: of the row that is edited, or of a new entry; an empty one while a row is chosen. */
export function lineOf({editing, selected, draft}: Addresses, rows: readonly AddressRow[]): TextBuffer {
	if (editing !== null) return editing.buffer;
	return selected < rows.length ? textBuffer('') : draft;
}
