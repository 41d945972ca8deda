// The question what to look at: a path or a host, and the password of a file that turned out to be locked.
import type {Command} from '../keys/key-row.js';
import {editText, isEditCommand, type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {LookAtSheet, LookPurpose} from './look.js';
import {Secret} from './secret.js';
import type {State} from './state.js';
import {notice, type Step, step} from './step.js';

/** Asks what to look at; `text` is what was pasted already. */
export function openLookAt(state: State, purpose: LookPurpose, text = ''): State {
	const buffer = textBuffer(text);
	return {...state, sheet: {sheet: 'look-at', purpose, buffer, password: null, asked: null, problems: []}};
}

/** Handles a command in the question. */
export function updateLookAt(state: State, sheet: LookAtSheet, command: Command): Step {
	if (command === 'back') return goBack(state, sheet);
	if (command === 'accept') return ask(state, sheet);
	return step(isEditCommand(command) ? typeLookAt(state, sheet, each => editText(each, command)) : state);
}

/** From a look under way to the line, from the password to the path, and from there to the screen below. */
function goBack(state: State, sheet: LookAtSheet): Step {
	if (sheet.asked !== null) return step({...state, sheet: {...sheet, asked: null}}, {effect: 'stop-looking'});
	if (sheet.password !== null) return step({...state, sheet: {...sheet, password: null, problems: []}});
	return step({...state, sheet: null});
}

/** Changes the line that is typed on; while an answer is awaited, nothing. */
export function typeLookAt(
	state: State,
	sheet: LookAtSheet,
	change: (buffer: TextBuffer) => TextBuffer,
): State {
	if (sheet.asked !== null) return state;
	const changed =
		sheet.password === null
			? {buffer: change(sheet.buffer)}
			: {password: new Secret(change(sheet.password.buffer()))};
	return {...state, sheet: {...sheet, ...changed, problems: []}};
}

function ask(state: State, sheet: LookAtSheet): Step {
	const text = sheet.buffer.text.trim();
	if (text === '') return step(notice(state, 'type or paste it first', 'warning'));
	if (sheet.asked !== null) return step(state);
	const asked = state.nextId;
	return step(
		{...state, nextId: asked + 1, sheet: {...sheet, asked, problems: []}},
		{effect: 'look', asked, text, password: sheet.password},
	);
}
