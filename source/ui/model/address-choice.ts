// Which rows of the list of addresses are shown, and which of them is chosen; pure.
import type {Addresses, AddressRow} from './addresses.js';

/** The rows that the filter lets through, as indexes; all without a filter. */
export function shownRows(list: Addresses, rows: readonly AddressRow[]): readonly number[] {
	const wanted = list.filter?.buffer.text.trim().toLowerCase() ?? '';
	const indexes = rows.map((_, index) => index);
	if (wanted === '') return indexes;
	return indexes.filter(index => {
		const row = rows[index];
		return (
			row !== undefined && `${row.shown} ${row.kind ?? ''} ${row.note ?? ''}`.toLowerCase().includes(wanted)
		);
	});
}

/** The list with a chosen row that is shown: the same one, else the next one that is, else the last one. */
export function settled(list: Addresses, rows: readonly AddressRow[]): Addresses {
	if (list.selected >= rows.length) return {...list, selected: rows.length};
	const shown = shownRows(list, rows);
	const selected = shown.find(index => index >= list.selected) ?? shown.at(-1) ?? rows.length;
	return selected === list.selected ? list : {...list, selected};
}

/** The list with another choice, `distance` rows further; it stops at the first row and at the line for new ones. */
export function chosen(list: Addresses, rows: readonly AddressRow[], distance: number): Addresses {
	const stops = [...shownRows(list, rows), rows.length];
	const at = stops.findIndex(index => index >= list.selected);
	const to = Math.max(0, Math.min(stops.length - 1, at + distance));
	return {...list, selected: stops[to] ?? rows.length};
}

/** True when a row further in this direction would be outside of the list. */
export function isAtEdge(list: Addresses, rows: readonly AddressRow[], direction: 1 | -1): boolean {
	return chosen(list, rows, direction).selected === list.selected;
}
