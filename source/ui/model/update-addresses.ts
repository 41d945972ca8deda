// Keys, text and pastes in the list of addresses.
import {listedNames} from '../../plan/listed-names.js';
import type {Command} from '../keys/key-row.js';
import {
	canUndo,
	type EditCommand,
	editText,
	insertText,
	isEditCommand,
	textBuffer,
} from '../parts/text-buffer.js';
import {chosen, isAtEdge} from './address-choice.js';
import {type Addresses, isHalfTyped, keptText, lineOf} from './addresses.js';
import {removeRow, replaceRow, undoChange} from './edit-addresses.js';
import {listHeight} from './certificate.js';
import {add, addPasted, judged, keep, withList} from './change-addresses.js';
import type {Draft} from './job.js';
import {bodyHeight, type State} from './state.js';
import {changeDraft, notice, type Step, step, then} from './step.js';
import {updateFilter} from './update-address-filter.js';

/** Handles a command in the list; null when it goes beyond the list, to the next or the last field. */
export function updateAddresses(state: State, draft: Draft, command: Command): Step | null {
	const {addresses: list, outlook} = draft;
	if (list.filter?.isTyping) return updateFilter(state, draft, command);
	const page = pageOf(state, draft);
	switch (command) {
		case 'up':
			return isAtEdge(list, outlook.rows, -1) ? null : move(state, draft, -1);
		case 'down':
			return isAtEdge(list, outlook.rows, 1) ? null : move(state, draft, 1);
		case 'page-up':
			return move(state, draft, -page);
		case 'page-down':
			return move(state, draft, page);
		case 'first':
			return move(state, draft, Number.NEGATIVE_INFINITY);
		case 'last':
			return move(state, draft, Number.POSITIVE_INFINITY);
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
			// What was typed over an entry stays; nothing at all would remove it, and that is what Del is for.
			if (list.editing?.buffer.text.trim() === '') return step(keep(state, draft, {...list, editing: null}));
			if (list.editing !== null) return endEditing(state, draft);
			if (isHalfTyped(list)) return step(notice(keep(state, draft, {...list, rested: list.draft}), keptText));
			return list.filter === null ? null : step(keep(state, draft, {...list, filter: null}));
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
	return insertIntoLine(state, {...draft, addresses: {...draft.addresses, pasted: null}}, text);
}

function insertIntoLine(state: State, draft: Draft, text: string): State {
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
 * end or tab may be half an entry, so it stays in the line. `isFresh`: what was typed before is an entry of its own.
 */
export function pasteIntoList(
	state: State,
	draft: Draft,
	text: string,
	{isWhole, isFresh}: {readonly isWhole: boolean; readonly isFresh: boolean},
): Step {
	const {addresses: list} = draft;
	if (list.filter?.isTyping || list.editing !== null || !/[\s,;]/.test(text.trim() + (isWhole ? '' : text)))
		return step(insertIntoLine(state, draft, text.replace(/[\r\n\t]+/g, ' ').trim()));
	const {text: typed, cursor} = list.draft;
	const [before, whole] = isFresh
		? [[typed], text]
		: [[], typed.slice(0, cursor) + text + typed.slice(cursor)];
	const end = isWhole ? whole.length : whole.length - (/[^\r\n\t]*$/.exec(whole)?.[0].length ?? 0);
	const {names, leftOut} = listedNames(whole.slice(0, end));
	const rest: Addresses = {...list, draft: textBuffer(whole.slice(end).trimStart())};
	const emptied: Draft = {...draft, addresses: rest};
	return addPasted(keep(state, draft, rest), emptied, {names: [...before, ...names], leftOut}, !isFresh);
}

/** Takes what is half typed before the focus goes elsewhere. */
export function leaveAddresses(state: State, draft: Draft): Step {
	const {addresses: list} = draft;
	if (list.editing !== null) return endEditing(state, draft);
	if (list.draft.text.trim() === '') return step(state);
	const emptied = keep(state, draft, {...list, draft: textBuffer('')});
	return add(emptied, draft.id, [list.draft.text], 'new', '');
}

function endEditing(state: State, draft: Draft): Step {
	const {addresses: list, outlook} = draft;
	if (list.editing === null) return step(state);
	const {row, buffer} = list.editing;
	const replaced = replaceRow(list, outlook.rows, row, buffer.text);
	return judged(keep(state, draft, {...replaced, editing: null}), draft.id);
}

function accept(state: State, draft: Draft): Step {
	const {addresses: list, outlook} = draft;
	const row = outlook.rows[list.selected];
	if (list.editing !== null || list.draft.text.trim() !== '') return leaveAddresses(state, draft);
	if (row === undefined) return step(notice(state, 'type or paste an address; Tab goes to the next field'));
	return step(keep(state, draft, {...list, editing: {row: list.selected, buffer: textBuffer(row.shown)}}));
}

/** What is half typed is taken first; the new entry stands at the end, so that the way up starts there. */
function move(state: State, draft: Draft, distance: number): Step {
	return then(leaveAddresses(state, draft), left =>
		step(
			changeDraft(left, draft.id, each => ({
				...each,
				addresses: chosen(each.addresses, each.outlook.rows, distance),
			})),
		),
	);
}

/** As many rows as are seen at once, less one that stays in sight. */
function pageOf({size, job}: State, draft: Draft): number {
	return job === null ? 1 : Math.max(1, listHeight(job, draft, bodyHeight(size)) - 3);
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
