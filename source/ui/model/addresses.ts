// The list of subject alternative names while it is edited: add, paste, mend in place, remove, undo, sort; pure.
import type {Place} from '../../problem/problem.js';
import {type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {Added, Pasted} from './added.js';
import {type AddressReading, type ReadAddress, splitPasted} from './reading.js';

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

const undoSteps = 100;

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

/** What makes two entries the same; wrong ones are the same when they are written alike. */
function sameness(reading: AddressReading): string {
	const {name} = reading;
	return name === null ? `? ${reading.shown.toLowerCase()}` : `${name.type} ${name.value}`;
}

/**
 * Adds every entry of `text` (lines, or separated by commas, semicolons, tabs or spaces) behind the others.
 * Doubled ones are left out, wrong ones are kept to be mended.
 */
export function addEntries(
	list: Addresses,
	rows: readonly AddressRow[],
	texts: readonly string[],
	origin: AddressOrigin,
	read: ReadAddress,
): {readonly list: Addresses; readonly added: Added} {
	const known = new Set(rows.map(sameness));
	const items: AddressItem[] = [];
	let {nextId} = list;
	const count = {fresh: 0, doubled: 0, wrong: 0, hosts: 0};
	for (const {text, wasHost} of texts.flatMap(splitPasted)) {
		const readings = read(text);
		const fresh = readings.filter(each => !known.has(sameness(each)));
		if (fresh.length === 0) {
			count.doubled++;
			continue;
		}
		for (const each of fresh) known.add(sameness(each));
		items.push({id: nextId++, written: text, place: null, origin});
		if (readings.some(each => each.severity === 'error')) count.wrong++;
		else count.fresh++;
		if (wasHost) count.hosts++;
	}
	return {
		list: items.length === 0 ? list : changed({...list, nextId}, [...list.items, ...items]),
		added: count,
	};
}

/** Replaces a row by what was typed over it; an empty text removes it. */
export function replaceRow(
	list: Addresses,
	rows: readonly AddressRow[],
	index: number,
	text: string,
): Addresses {
	const row = rows[index];
	if (row === undefined) return list;
	const pieces = [...new Set(splitPasted(text).map(each => each.text))];
	if (pieces.length === 1 && pieces[0] === row.shown) return list;
	return withoutRow(list, rows, row, pieces);
}

/** Removes a row; the others that its placeholder stands for stay, written out. */
export function removeRow(list: Addresses, rows: readonly AddressRow[], index: number): Addresses {
	const row = rows[index];
	return row === undefined ? list : withoutRow(list, rows, row, []);
}

function withoutRow(
	list: Addresses,
	rows: readonly AddressRow[],
	row: AddressRow,
	replacement: readonly string[],
): Addresses {
	let {nextId} = list;
	const written = (text: string, origin: AddressOrigin): AddressItem => ({
		id: nextId++,
		written: text,
		place: null,
		origin,
	});
	const siblings = rows.filter(each => each.item.id === row.item.id);
	const items = list.items.flatMap(item => {
		if (item.id !== row.item.id) return [item];
		return siblings.flatMap(each =>
			each.part === row.part
				? replacement.map(text => written(text, 'new'))
				: [written(each.shown, item.origin)],
		);
	});
	return changed({...list, nextId}, items);
}

/** Sorted as people look for them: names by their domain, wildcards before their names, addresses last. */
export function sortEntries(list: Addresses, rows: readonly AddressRow[]): Addresses {
	const keyOf = new Map<number, string>();
	for (const row of rows) if (row.part === 0) keyOf.set(row.item.id, sortKey(row));
	const key = (item: AddressItem) => keyOf.get(item.id) ?? '';
	const items = [...list.items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
	return changed(list, items);
}

function sortKey({name, shown}: AddressReading): string {
	if (name === null) return `9 ${shown}`;
	if (name.type === 'dns') return `1 ${name.value.split('.').reverse().join('.')}`;
	if (name.type !== 'ip') return `8 ${name.value}`;
	const isIpv4 = name.value.includes('.') && !name.value.includes(':');
	const padded = name.value.split(isIpv4 ? '.' : ':').map(each => each.padStart(isIpv4 ? 3 : 4, '0'));
	return `${isIpv4 ? 2 : 3} ${padded.join('.')}`;
}

/** The text that is typed: of the row that is edited, or of a new entry; an empty one while a row is chosen. */
export function lineOf({editing, selected, draft}: Addresses, rows: readonly AddressRow[]): TextBuffer {
	if (editing !== null) return editing.buffer;
	return selected < rows.length ? textBuffer('') : draft;
}

/** Takes the last change back. */
export function undoChange(list: Addresses): Addresses {
	const before = list.past.at(-1);
	if (before === undefined) return list;
	return {...list, items: before, pasted: null, past: list.past.slice(0, -1), editing: null};
}

function changed(list: Addresses, items: readonly AddressItem[]): Addresses {
	return {...list, items, pasted: null, past: [...list.past.slice(1 - undoSteps), list.items]};
}
