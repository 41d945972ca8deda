// Saving to a profile: where to, under which name, what changes, then the file.
import type {Command} from '../keys/key-row.js';
import {editText, insertText, isEditCommand, offeredText} from '../parts/text-buffer.js';
import type {AnswerMessage} from './messages.js';
import {fileNameOf, profileNameOf} from '../../profile/path.js';
import {freeName, type SaveTarget, saveTargets} from '../../save/place.js';
import {ownOff, savedJob} from './save.js';
import {scrolledTop} from './scroll.js';
import {profileNames} from './start.js';
import type {SaveSheet} from './sheet.js';
import type {State} from './state.js';
import {changeForm, notice, type Step, step} from './step.js';

type Answer<T extends AnswerMessage['type']> = Extract<AnswerMessage, {type: T}>;

/** Title, messages and footer, the head of the sheet and its answers, and a row that is seen twice. */
const aroundDifference = 12;

/** The menu of the places to save to, at the one that is likely meant. */
export function openSave(state: State): State {
	const {job} = state;
	if (job === null) return state;
	return {...state, sheet: {sheet: 'save-to', selected: ownOff(job) === null ? 0 : 1, asked: null}};
}

/** Handles a command in one of the sheets. */
export function updateSave(state: State, sheet: SaveSheet, command: Command): Step {
	switch (sheet.sheet) {
		case 'save-to': {
			const last = saveTargets.length - 1;
			if (command === 'up')
				return step({...state, sheet: {...sheet, asked: null, selected: Math.max(0, sheet.selected - 1)}});
			if (command === 'down')
				return step({...state, sheet: {...sheet, asked: null, selected: Math.min(last, sheet.selected + 1)}});
			return command === 'accept' ? choose(state, sheet, saveTargets[sheet.selected] ?? 'new') : step(state);
		}
		case 'save-name': {
			if (command === 'accept') return compare(state, sheet, sheet.target, sheet.buffer.text.trim());
			if (!isEditCommand(command)) return step(state);
			return step({
				...state,
				sheet: {...sheet, asked: null, buffer: editText(sheet.buffer, command), problems: []},
			});
		}
		case 'save-difference': {
			if (command === 'less' || command === 'more')
				return step({...state, sheet: {...sheet, isYes: command === 'less'}});
			if (command !== 'accept') {
				const top = scrolledTop(state, sheet.top, command, aroundDifference) ?? sheet.top;
				return step({...state, sheet: {...sheet, top}});
			}
			const closed = {...state, sheet: null};
			if (!sheet.isYes) return step(closed);
			const {file, text, target, job} = sheet;
			return step(closed, {effect: 'save-profile', file, text, target, job});
		}
	}
}

/** Typed text for the name of the new profile. */
export function typeSaveName(
	state: State,
	sheet: Extract<SaveSheet, {sheet: 'save-name'}>,
	text: string,
): State {
	return {...state, sheet: {...sheet, asked: null, buffer: insertText(sheet.buffer, text), problems: []}};
}

/** The sheets from which a comparison is asked for. */
type AskingSheet = Extract<SaveSheet, {readonly asked: number | null}>;

function choose(state: State, sheet: AskingSheet, target: SaveTarget): Step {
	const {job} = state;
	if (job === null) return step({...state, sheet: null});
	if (target !== 'own') {
		const stem = job.profile.file === '' ? 'profile' : profileNameOf(job.profile.file);
		const buffer = offeredText(target === 'new' ? freeName(stem, profileNames(state)) : `${stem}.yaml`);
		return step({...state, sheet: {sheet: 'save-name', target, buffer, asked: null, problems: []}});
	}
	const why = ownOff(job);
	return why === null ? compare(state, sheet, 'own', '') : step(notice(state, why, 'warning'));
}

function compare(state: State, sheet: AskingSheet, target: SaveTarget, name: string): Step {
	const {job} = state;
	if (job === null) return step({...state, sheet: null});
	if (target !== 'own' && name === '') return step(notice(state, 'type a name first', 'warning'));
	const asked = state.nextId;
	return step(
		{...state, nextId: asked + 1, sheet: {...sheet, asked}},
		{effect: 'compare-profile', asked, target, name, job},
	);
}

/** The difference is known: it is shown before anything is written, if that is still wanted. */
export function showDifference(state: State, message: Answer<'profile-compared'>): State {
	const {file, text, difference, target, job, problems} = message;
	const {sheet} = state;
	if (sheet?.sheet !== 'save-to' && sheet?.sheet !== 'save-name') return state;
	if (sheet.asked !== message.asked) return state;
	if (problems.length > 0)
		return sheet.sheet === 'save-name'
			? {...state, sheet: {...sheet, asked: null, problems}}
			: notice({...state, sheet: null}, problems[0]?.message ?? '', 'error');
	if (difference.length === 0) return notice({...state, sheet: null}, 'nothing differs from what lies there');
	return {
		...state,
		sheet: {sheet: 'save-difference', file, text, difference, target, job, isYes: true, top: 0},
	};
}

/** Written, or not. */
export function profileSaved(state: State, {file, target, job, problems}: Answer<'profile-saved'>): Step {
	const [problem] = problems;
	if (problem !== undefined) return step(notice(state, problem.message, 'error'));
	if (target === 'export') return step(notice(state, `exported to ${nameFirst(file)}`));
	const saved = changeForm(state, job, form => savedJob(form, file));
	return step(notice(saved, `saved to ${nameFirst(file)}`), {effect: 'find-profiles'});
}

/** A path whose end is what people look for: where there is no room, its folder is cut. */
export function nameFirst(file: string): string {
	const name = fileNameOf(file);
	const folder = file.slice(0, -name.length).replace(/(.)[\\/]$/, '$1');
	return folder === '' ? name : `${name}, in ${folder}`;
}
