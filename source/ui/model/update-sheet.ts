// Keys and text in the sheet above a screen.
import type {Command} from '../keys/key-row.js';
import {editText, insertText, isEditCommand, type TextBuffer} from '../parts/text-buffer.js';
import {goTo} from './leave.js';
import {Secret} from './secret.js';
import {closeSheet, openSheet, type Sheet} from './sheet.js';
import type {State} from './state.js';
import {notice, type Step, step} from './step.js';
import {findNames, leaveAddSource, updateAddFrom} from './update-add-from.js';
import {updateWhich} from './update-look.js';
import {typeLookAt, updateLookAt} from './update-look-at.js';
import {write} from './update-review.js';
import {typeSaveName, updateSave} from './update-save.js';
import {addMissing} from './will-it-work.js';

/** Handles a command that the key table gave to the sheet. */
export function updateSheet(state: State, sheet: Sheet, command: Command): Step {
	switch (sheet.sheet) {
		case 'help':
		case 'details':
		case 'kinds':
			return step({...state, sheet: {...sheet, top: scrolled(sheet.top, command, state.size.rows - 6)}});
		case 'add-from':
			return updateAddFrom(state, sheet, command);
		case 'confirm':
			if (command === 'less' || command === 'more')
				return step(openSheet(state, {...sheet, isYes: command === 'more'}));
			return command === 'accept' ? confirm(state, sheet) : step(state);
		case 'save-to':
		case 'save-name':
		case 'save-difference':
			return updateSave(state, sheet, command);
		case 'will-it-work':
			if (command === 'accept') return addMissing(state, sheet.buffer.text);
			return step(isEditCommand(command) ? edited(state, sheet, buffer => editText(buffer, command)) : state);
		case 'look-at':
			return updateLookAt(state, sheet, command);
		case 'which-certificate':
			return updateWhich(state, sheet, command);
		case 'add-source':
			if (command === 'accept') return findNames(state, sheet);
			if (command === 'back') return leaveAddSource(state, sheet);
			return step(isEditCommand(command) ? edited(state, sheet, buffer => editText(buffer, command)) : state);
		case 'copy-profile': {
			if (command !== 'accept')
				return step(
					isEditCommand(command) ? edited(state, sheet, buffer => editText(buffer, command)) : state,
				);
			const name = sheet.buffer.text.trim();
			return name === ''
				? step(notice(state, 'type a name for the new profile', 'warning'))
				: step(state, {effect: 'copy-profile', file: sheet.file, name});
		}
	}
}

/** Typed or pasted text for the line of a sheet. */
export function typeIntoSheet(state: State, sheet: Sheet, text: string): Step {
	if (sheet.sheet === 'look-at') return step(typeLookAt(state, sheet, buffer => insertText(buffer, text)));
	if (sheet.sheet === 'save-name') return step(typeSaveName(state, sheet, text));
	return step(edited(state, sheet, buffer => insertText(buffer, text)));
}

function edited(state: State, sheet: Sheet, change: (buffer: TextBuffer) => TextBuffer): State {
	// While an answer is awaited, nothing changes what it is about.
	if (sheet.sheet === 'add-source' && sheet.asked !== null) return state;
	if (sheet.sheet === 'add-source' && sheet.password !== null)
		return openSheet(state, {...sheet, password: new Secret(change(sheet.password.buffer())), problems: []});
	if (sheet.sheet === 'add-source' || sheet.sheet === 'copy-profile')
		return openSheet(state, {...sheet, buffer: change(sheet.buffer), problems: []});
	return sheet.sheet === 'will-it-work' ? openSheet(state, {...sheet, buffer: change(sheet.buffer)}) : state;
}

function scrolled(top: number, command: Command, page: number): number {
	const steps: Partial<Record<Command, number>> = {up: -1, down: 1, 'page-up': -page, 'page-down': page};
	return Math.max(0, top + (steps[command] ?? 0));
}

function confirm(state: State, sheet: Extract<Sheet, {sheet: 'confirm'}>): Step {
	const closed = closeSheet(state);
	if (!sheet.isYes) return step(closed);
	switch (sheet.action.action) {
		case 'delete-profile':
			return step(closed, {effect: 'delete-profile', file: sheet.action.file});
		case 'replace-files':
			return write(closed, true);
		case 'leave-result':
			return goTo(closed, sheet.action.destination);
	}
}
