// Keys, text and pastes in the list of addresses.
import type {Command} from '../keys/key-row.js';
import {
	canUndo,
	type EditCommand,
	editText,
	insertText,
	isEditCommand,
	textBuffer,
} from '../parts/text-buffer.js';
import {
	type Added,
	addEntries,
	type AddressOrigin,
	type Addresses,
	describeAdded,
	lineOf,
	removeRow,
	replaceRow,
	shownRows,
	sortEntries,
	undoChange,
} from './addresses.js';
import type {Draft} from './job.js';
import {judgeNow} from './judging.js';
import {addressReader} from './reading.js';
import type {State} from './state.js';
import {changeDraft, notice, type Step, step, then} from './step.js';

/** Handles a command in the list; null when it goes beyond the list, to the next or the last field. */
export function updateAddresses(state: State, draft: Draft, command: Command): Step | null {
	const {addresses: list, outlook} = draft;
	if (list.filter?.isTyping) return updateFilter(state, draft, command);
	switch (command) {
		case 'up':
			return isAtEdge(draft, -1) ? null : move(state, draft, -1);
		case 'down':
			return isAtEdge(draft, 1) ? null : move(state, draft, 1);
		case 'accept':
			return accept(state, draft);
		case 'remove':
			return withList(
				state,
				draft,
				removeRow(list, outlook.rows, list.selected),
				'removed; Ctrl+_ brings it back',
			);
		case 'undo':
			return canUndo(lineOf(list, outlook.rows)) ? editLine(state, draft, command) : takeBack(state, draft);
		case 'filter':
			return step(
				keep(state, draft, {
					...list,
					filter: {buffer: list.filter?.buffer ?? textBuffer(''), isTyping: true},
				}),
			);
		case 'back':
			if (list.editing !== null) return step(keep(state, draft, {...list, editing: null}));
			if (list.filter !== null) return step(keep(state, draft, {...list, filter: null}));
			if (list.draft.text !== '') return step(keep(state, draft, {...list, draft: textBuffer('')}));
			return null;
		default:
			return isEditCommand(command) ? editLine(state, draft, command) : null;
	}
}

function editLine(state: State, draft: Draft, command: EditCommand): Step {
	const {addresses: list, outlook} = draft;
	const edited = changeLine(list, outlook.rows.length, buffer => editText(buffer, command));
	return step(keep(state, draft, edited));
}

function takeBack(state: State, draft: Draft): Step {
	return withList(state, draft, undoChange(draft.addresses), 'taken back');
}

/** Typed text: into the entry that is edited, else it starts or goes on with a new one. */
export function typeIntoList(state: State, draft: Draft, text: string): State {
	const {addresses: list, outlook} = draft;
	if (list.filter?.isTyping)
		return keep(state, draft, {
			...list,
			filter: {buffer: insertText(list.filter.buffer, text), isTyping: true},
		});
	return keep(
		state,
		draft,
		changeLine(list, outlook.rows.length, buffer => insertText(buffer, text)),
	);
}

/**
 * A paste: a single piece goes into the line, several become entries. Not `isWhole`: what stands behind the last line
 * end may be half an entry, so it stays in the line. `isFresh`: what was typed before is an entry of its own.
 */
export function pasteIntoList(
	state: State,
	draft: Draft,
	text: string,
	{isWhole, isFresh}: {readonly isWhole: boolean; readonly isFresh: boolean},
): Step {
	const {addresses: list} = draft;
	if (list.filter?.isTyping || list.editing !== null || !/[\s,;]/.test(text.trim() + (isWhole ? '' : text)))
		return step(typeIntoList(state, draft, text.replace(/[\r\n\t]+/g, ' ').trim()));
	const {text: typed, cursor} = list.draft;
	const [before, whole] = isFresh
		? [[typed], text]
		: [[], typed.slice(0, cursor) + text + typed.slice(cursor)];
	const end = isWhole ? whole.length : Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1;
	const emptied = keep(state, draft, {...list, draft: textBuffer(whole.slice(end).trimStart())});
	return then(step(emptied), next =>
		add(next, draft.id, [...before, whole.slice(0, end)], 'new', 'pasted: '),
	);
}

/** Adds names and says what became of them. */
export function add(
	state: State,
	id: number,
	texts: readonly string[],
	origin: AddressOrigin,
	before: string,
): Step {
	const draft = state.job?.drafts.find(each => each.id === id);
	if (draft === undefined) return step(state);
	const {list, added} = addEntries(draft.addresses, draft.outlook.rows, texts, origin, readerOf(draft));
	const judged = judgeNow(keep(state, draft, list), id);
	return then(judged, next => {
		const shown = changeDraft(next, id, each => ({
			...each,
			addresses: {...each.addresses, selected: each.outlook.rows.length, filter: null},
		}));
		return step(notice(shown, before + describeAdded(added), toneOf(added)));
	});
}

/** Puts the list in order. */
export function sortList(state: State, draft: Draft): Step {
	return withList(
		state,
		draft,
		sortEntries(draft.addresses, draft.outlook.rows),
		'sorted; Ctrl+_ takes it back',
	);
}

/** Takes what is half typed when the list is left. */
export function leaveAddresses(state: State, draft: Draft): Step {
	const {addresses: list, outlook} = draft;
	const {editing} = list;
	if (editing !== null) {
		const replaced = replaceRow(list, outlook.rows, editing.row, editing.buffer.text);
		return then(step(keep(state, draft, {...replaced, editing: null})), next => judgeNow(next, draft.id));
	}
	if (list.draft.text.trim() === '') return step(state);
	const emptied = keep(state, draft, {...list, draft: textBuffer('')});
	return add(emptied, draft.id, [list.draft.text], 'new', '');
}

function accept(state: State, draft: Draft): Step {
	const {addresses: list, outlook} = draft;
	const row = outlook.rows[list.selected];
	if (list.editing !== null || list.draft.text.trim() !== '') return leaveAddresses(state, draft);
	if (row === undefined) return step(notice(state, 'type or paste an address; Tab goes to the next field'));
	return step(keep(state, draft, {...list, editing: {row: list.selected, buffer: textBuffer(row.shown)}}));
}

function move(state: State, draft: Draft, direction: 1 | -1): Step {
	return then(leaveAddresses(state, draft), left => {
		const now = left.job?.drafts.find(each => each.id === draft.id) ?? draft;
		const stops = [...shownRows(now.addresses, now.outlook.rows), now.outlook.rows.length];
		const at = stops.indexOf(draft.addresses.selected);
		const to = stops[(at === -1 ? stops.length - 1 : at) + direction];
		return to === undefined ? step(left) : step(keep(left, now, {...now.addresses, selected: to}));
	});
}

/** True when Up or Down would leave the list. */
function isAtEdge({addresses, outlook}: Draft, direction: 1 | -1): boolean {
	const stops = [...shownRows(addresses, outlook.rows), outlook.rows.length];
	return stops.at(direction === 1 ? -1 : 0) === addresses.selected;
}

function updateFilter(state: State, draft: Draft, command: Command): Step | null {
	const {addresses: list, outlook} = draft;
	const {filter} = list;
	if (filter === null) return null;
	if (command === 'back') return step(keep(state, draft, {...list, filter: null}));
	if (command === 'accept' || command === 'up' || command === 'down') {
		const first = shownRows(list, outlook.rows)[0] ?? outlook.rows.length;
		return step(keep(state, draft, {...list, selected: first, filter: {...filter, isTyping: false}}));
	}
	if (!isEditCommand(command)) return null;
	return step(keep(state, draft, {...list, filter: {...filter, buffer: editText(filter.buffer, command)}}));
}

function changeLine(
	list: Addresses,
	lastLine: number,
	change: (buffer: Addresses['draft']) => Addresses['draft'],
): Addresses {
	if (list.editing !== null)
		return {...list, editing: {...list.editing, buffer: change(list.editing.buffer)}};
	return {...list, selected: lastLine, draft: change(list.draft)};
}

function withList(state: State, draft: Draft, list: Addresses, said: string): Step {
	if (list === draft.addresses) return step(state);
	return then(judgeNow(keep(state, draft, list), draft.id), next => step(notice(next, said)));
}

function keep(state: State, draft: Draft, addresses: Addresses): State {
	return changeDraft(state, draft.id, each => ({...each, addresses}));
}

function readerOf({server, outlook}: Draft) {
	return addressReader(server.server, outlook.plan);
}

function toneOf({fresh, wrong}: Added): 'plain' | 'warning' {
	return wrong > 0 || fresh === 0 ? 'warning' : 'plain';
}
