// Keys and text in the sheet above a screen.
import {coverage, type Coverage} from '../../plan/covers.js';
import {commonNameOf} from '../../plan/distinguished-name.js';
import {writtenName} from '../../plan/general-name.js';
import type {GeneralName} from '../../plan/plan.js';
import type {Command} from '../keys/key-row.js';
import {
	editText,
	insertText,
	isEditCommand,
	offeredText,
	type TextBuffer,
	textBuffer,
} from '../parts/text-buffer.js';
import {draftOf} from './focus.js';
import type {Draft} from './job.js';
import {chosenOf} from './look.js';
import {Secret} from './secret.js';
import {type AddSource, type AddSourceSheet, addSources, type Sheet} from './sheet.js';
import {currentScreen, type State} from './state.js';
import {notice, type Step, step, then} from './step.js';
import {add, sortList} from './change-addresses.js';
import {goTo} from './update-certificate.js';
import {lookOf, updateWhich} from './update-look.js';
import {typeLookAt, updateLookAt} from './update-look-at.js';
import {write} from './update-review.js';
import {typeSaveName, updateSave} from './update-save.js';

/** The state with a sheet above its screen. */
export function openSheet(state: State, sheet: Sheet): State {
	return {...state, sheet};
}

/** The state without its sheet. */
export function closeSheet(state: State): State {
	return {...state, sheet: null};
}

/** The menu of the places from which addresses can come. */
export function openAddFrom(state: State): State {
	return openSheet(goTo(state, 'addresses'), {sheet: 'add-from', selected: 0});
}

/** Handles a command that the key table gave to the sheet. */
export function updateSheet(state: State, sheet: Sheet, command: Command): Step {
	switch (sheet.sheet) {
		case 'help':
		case 'details':
		case 'kinds':
			return step({...state, sheet: {...sheet, top: scrolled(sheet.top, command, state.size.rows - 6)}});
		case 'add-from': {
			const last = addSources.length - 1;
			if (command === 'up')
				return step(openSheet(state, {...sheet, selected: Math.max(0, sheet.selected - 1)}));
			if (command === 'down')
				return step(openSheet(state, {...sheet, selected: Math.min(last, sheet.selected + 1)}));
			return command === 'accept' ? takeSource(state, addSources[sheet.selected]) : step(state);
		}
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

/** The answer to "will it work for …?" for what is typed so far; null while nothing is typed. */
export function answerFor(state: State, typed: string): Coverage | null {
	const address = typed.trim();
	if (address === '') return null;
	const look = lookOf(state);
	const certificate = look === null ? null : (chosenOf(look)?.certificate ?? null);
	if (certificate !== null)
		return coverage(address, certificate.subjectAlternativeNames, commonNameOf(certificate.subject));
	const draft = currentDraft(state);
	if (draft === null) return null;
	const names = draft.outlook.rows.flatMap(({name}): GeneralName[] => (name === null ? [] : [name]));
	const subject = draft.outlook.plan?.subject ?? null;
	return coverage(address, names, subject === null ? null : commonNameOf(subject));
}

function edited(state: State, sheet: Sheet, change: (buffer: TextBuffer) => TextBuffer): State {
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

function currentDraft(state: State): Draft | null {
	const screen = currentScreen(state);
	return screen.screen === 'certificate' ? draftOf(state, screen) : null;
}

function addMissing(state: State, typed: string): Step {
	const draft = currentDraft(state);
	const answer = draft === null ? null : answerFor(state, typed);
	if (draft === null) return step(closeSheet(state));
	if (answer === null || 'coveredBy' in answer || answer.add === null) return step(state);
	return add(closeSheet(state), draft.id, [writtenName(answer.add)], 'new', '');
}

function takeSource(state: State, source: AddSource | undefined): Step {
	const draft = currentDraft(state);
	if (draft === null || source === undefined) return step(closeSheet(state));
	switch (source) {
		case 'sort':
			return sortList(closeSheet(state), draft);
		case 'this-computer':
			return then(
				step(notice(closeSheet(state), 'this computer is asked for its names and addresses')),
				next => step(next, {effect: 'find-names', draft: draft.id, source, argument: '', password: null}),
			);
		case 'dns': {
			const name = draft.server.server?.fqdn ?? '';
			if (name === '') return step(notice(closeSheet(state), 'first say for which server it is', 'warning'));
			return step(notice(closeSheet(state), `DNS is asked for ${name}`), {
				effect: 'find-names',
				draft: draft.id,
				source,
				argument: name,
				password: null,
			});
		}
		default: {
			const suggestion = source === 'server' ? (draft.server.server?.fqdn ?? '') : '';
			return step(
				openSheet(state, {
					sheet: 'add-source',
					source,
					buffer: suggestion === '' ? textBuffer('') : offeredText(suggestion),
					password: null,
					isBusy: false,
					problems: [],
				}),
			);
		}
	}
}

function findNames(state: State, sheet: AddSourceSheet): Step {
	const draft = currentDraft(state);
	const argument = sheet.buffer.text.trim();
	if (draft === null) return step(closeSheet(state));
	if (argument === '') return step(notice(state, 'type it first', 'warning'));
	if (sheet.isBusy) return step(state);
	return step(openSheet(state, {...sheet, isBusy: true, problems: []}), {
		effect: 'find-names',
		draft: draft.id,
		source: sheet.source,
		argument,
		password: sheet.password,
	});
}

function confirm(state: State, sheet: Extract<Sheet, {sheet: 'confirm'}>): Step {
	const closed = closeSheet(state);
	if (!sheet.isYes) return step(closed);
	switch (sheet.action.action) {
		case 'delete-profile':
			return step(closed, {effect: 'delete-profile', file: sheet.action.file});
		case 'replace-files':
			return write(closed, true);
	}
}
