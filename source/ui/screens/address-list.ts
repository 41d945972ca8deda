// The list of addresses: a head line, the entries that fit, and the line on which new ones are typed.
import {thousands} from '../../describe/thousands.js';
import type {Draft} from '../model/job.js';
import {shownRows} from '../model/address-choice.js';
import type {AddressOrigin, AddressRow} from '../model/addresses.js';
import {type Drawn, drawn} from '../parts/drawn.js';
import {gutter, gutterWidth, textLine, toneOf} from '../parts/field.js';
import {cutLine, emptyLine, fitLine, type Line, type Span, span, spread} from '../parts/line.js';
import {listWindow} from '../parts/window.js';

const kindWidth = 10;

/** Draws it into `width` columns and `height` rows, head and typing line included. */
export function drawAddresses(draft: Draft, isFocused: boolean, width: number, height: number): Drawn {
	const {addresses, outlook} = draft;
	const indexes = shownRows(addresses, outlook.rows);
	const room = Math.max(1, height - 2);
	const selected = indexes.findIndex(index => index >= addresses.selected);
	const {start, end} = listWindow(indexes.length, selected === -1 ? indexes.length : selected, room);
	const hidden = Math.max(0, height - 2 - (end - start));
	const head = headLine(draft, indexes.length, start, end, width);
	let cursor = head.cursor;
	const isInList = isFocused && addresses.filter?.isTyping !== true;
	const rows = indexes.slice(start, end).map((index, at): Line => {
		const row = outlook.rows[index];
		if (row === undefined) return [];
		const isSelected = isInList && index === addresses.selected;
		const editing = addresses.editing?.row === index ? addresses.editing : null;
		if (editing === null) return entryLine(row, isSelected, width);
		const typed = textLine(editing.buffer, width - gutterWidth - 2, true, '');
		if (isFocused) cursor = {x: gutterWidth + 1 + typed.cursor, y: 1 + at};
		return [...gutter(isFocused, null), span(' '), ...typed.line];
	});
	const isTyping = isInList && addresses.editing === null && addresses.selected >= outlook.rows.length;
	const typed = textLine(addresses.draft, width - gutterWidth - 3, isTyping, emptyText(draft, isTyping));
	if (isTyping && head.cursor === null) cursor = {x: gutterWidth + 1 + typed.cursor, y: 1 + rows.length};
	const last = [
		span(isTyping ? '› ' : '  ', 'marker'),
		span('+', isTyping ? 'accent' : 'dim'),
		span(' '),
		...typed.line,
	];
	// What a filter hides leaves its room, so that the fields below stay where they are.
	const air = Array.from({length: addresses.filter === null ? 0 : hidden}, () => emptyLine);
	return {rows: [...head.rows, ...rows, cutLine(last, width), ...air], cursor};
}

function emptyText({outlook, entry}: Draft, isTyping: boolean): string {
	if (outlook.rows.length === 0 && entry.kind?.value === 'signing')
		return 'not needed for a signing certificate';
	if (isTyping) return 'type or paste, Enter adds';
	if (outlook.rows.length > 0) return 'type or paste addresses here';
	return 'no address yet: every connection would be refused; paste names here';
}

function headLine(
	{addresses, outlook}: Draft,
	shown: number,
	start: number,
	end: number,
	width: number,
): Drawn {
	const {filter} = addresses;
	const wrong = outlook.rows.filter(each => each.severity === 'error').length;
	const good = outlook.rows.filter(each => each.name !== null && !each.isDoubled).length;
	const range = end - start < shown ? `${start + 1}-${end} of ${thousands(shown)}` : '';
	const toMend = wrong === 0 ? [] : [span(`${wrong} to mend`, 'error')];
	if (filter !== null) {
		const typed = textLine(filter.buffer, 24, filter.isTyping, 'part of a name');
		const label = '   Filter ';
		return {
			rows: [
				spread(
					[span(label, filter.isTyping ? 'accent' : 'plain'), ...typed.line],
					[
						span(`${shown} of ${thousands(outlook.rows.length)}`, 'dim'),
						...(wrong === 0 ? [] : [span(', ', 'dim')]),
						...toMend,
					],
					width,
				),
			],
			cursor: filter.isTyping ? {x: label.length + typed.cursor, y: 0} : null,
		};
	}
	const counts: Span[] = [
		...(range === '' ? [] : [span(`${range}  `, 'dim')]),
		...(good === 0 ? [] : [span(`${good} good`, 'dim')]),
		...(wrong === 0 || good === 0 ? [] : [span(', ', 'dim')]),
		...toMend,
	];
	return drawn(spread([span('   Addresses '), span('that clients use', 'dim')], counts, width));
}

/** Where an entry came from; what the profile or DNS says is nothing to point out. */
const origins: Readonly<Record<AddressOrigin, string>> = {
	profile: '',
	DNS: '',
	new: 'new',
	'this computer': 'this computer',
	server: 'from a server',
	file: 'from a file',
};

function entryLine(row: AddressRow, isSelected: boolean, width: number): Line {
	const {shown, kind, severity, hint, note, item, isDoubled} = row;
	const left = Math.max(18, Math.min(44, Math.floor((width - gutterWidth - kindWidth) * 0.58)));
	// What is wrong is there to be read; dim is what adds nothing, or waits for the server.
	const isQuiet = isDoubled || (kind === null && severity !== 'error');
	const name = span(shown, isSelected ? 'accent' : isQuiet ? 'dim' : 'plain');
	if (severity === 'error')
		return cutLine(
			[
				...gutter(isSelected, 'error'),
				span(' '),
				...fitLine([name], Math.min(left, 30)),
				span(' '),
				span(hint ?? note ?? '', 'error'),
			],
			width,
		);
	const about = isDoubled ? 'already there' : (note ?? origins[item.origin]);
	return cutLine(
		[
			...gutter(isSelected, severity),
			span(' '),
			...fitLine([name], left),
			span(' '),
			...fitLine([span(kind ?? '', 'dim')], kindWidth),
			span(about, severity === null || severity === 'note' ? 'dim' : toneOf(severity)),
		],
		width,
	);
}
