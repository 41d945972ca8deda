// Changes of the list of subject alternative names: add, mend in place, remove, sort, undo; pure.
import type {Added} from './added.js';
import {
	type Addresses,
	type AddressItem,
	type AddressOrigin,
	type AddressRow,
	sameness,
} from './addresses.js';
import {type AddressReading, type ReadAddress, splitPasted} from './reading.js';

const undoSteps = 100;

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

/** Takes the last change back. */
export function undoChange(list: Addresses): Addresses {
	const before = list.past.at(-1);
	if (before === undefined) return list;
	return {...list, items: before, pasted: null, past: list.past.slice(0, -1), editing: null};
}

function changed(list: Addresses, items: readonly AddressItem[]): Addresses {
	return {...list, items, pasted: null, past: [...list.past.slice(1 - undoSteps), list.items]};
}
