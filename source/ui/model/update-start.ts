// Keys on the start screen.
import type {ListedProfile} from '../../profile/list.js';
import type {Problem} from '../../problem/problem.js';
import {freeName} from '../../save/place.js';
import type {Command} from '../keys/key-row.js';
import {editText, insertText, isEditCommand, offeredText} from '../parts/text-buffer.js';
import {
	emptyFilter,
	moveChoice,
	profileNames,
	selectedItem,
	setFilter,
	setFound,
	type StartItem,
	type StartState,
	startItems,
	usableProfile,
} from './start.js';
import {changeScreen, currentScreen, pushScreen, replaceScreen, type State} from './state.js';
import {openWanted, waiting} from './opening.js';
import {notice, type Step, step} from './step.js';
import {nameFirst} from './update-save.js';
import {openLookAt} from './update-look-at.js';

/** Handles a command that the key table gave to this screen. */
export function updateStart(state: State, screen: StartState, command: Command): Step {
	const shown = (next: StartState) => step(replaceScreen(state, {...next, choosesWhenFound: null}));
	const page = Math.max(1, state.size.rows - 8);
	switch (command) {
		case 'up':
			return shown(moveChoice(screen, -1));
		case 'down':
			return shown(moveChoice(screen, 1));
		case 'page-up':
			return shown(moveChoice(screen, -page));
		case 'page-down':
			return shown(moveChoice(screen, page));
		case 'first':
			return shown(moveChoice(screen, -startItems(screen).length));
		case 'last':
			return shown(moveChoice(screen, startItems(screen).length));
		case 'filter':
			return shown(setFilter(screen, screen.filter ?? emptyFilter));
		case 'back':
			return shown(setFilter(screen, null));
		case 'accept':
			return open(state, screen);
		case 'look-at':
			return step(openLookAt(state, 'open'));
		case 'copy-profile':
			return copyProfile(state, screen);
		case 'delete-profile':
			return deleteProfile(state, screen);
		default:
			if (screen.filter === null || !isEditCommand(command)) return step(state);
			return shown(setFilter(screen, editText(screen.filter, command)));
	}
}

/** Takes the profiles in, and opens what was asked for before they were there. */
export function profilesFound(state: State, found: readonly ListedProfile[]): Step {
	const next = changeScreen(state, 'start', screen => setFound(screen, found));
	const screen = currentScreen(next);
	const opens = state.opening?.title === null && screen.screen === 'start';
	return opens ? open({...next, notice: null}, screen) : step(next);
}

/** A copy was made, or not; when it is found, it is what somebody wants to open. */
export function profileCopied(state: State, file: string, problems: readonly Problem[]): Step {
	const {sheet} = state;
	if (problems.length > 0)
		return step(sheet?.sheet === 'copy-profile' ? {...state, sheet: {...sheet, problems}} : state);
	const next = changeScreen({...state, sheet: null}, 'start', screen => ({
		...screen,
		choosesWhenFound: file,
	}));
	return step(notice(next, `copied to ${nameFirst(file)}`), {effect: 'find-profiles'});
}

/** Typed text goes into the filter. */
export function typeIntoFilter(state: State, screen: StartState, text: string): State {
	return replaceScreen(state, setFilter(screen, insertText(screen.filter ?? emptyFilter, text)));
}

function open(state: State, screen: StartState): Step {
	const item = selectedItem(screen);
	if (item?.item === 'task' && item.task.profile === null) return step(openLookAt(state, 'open'));
	if (screen.found === null) return step(notice(waiting(state, null), 'opening it'));
	const found = item?.found ?? null;
	if (found !== null && usableProfile(found) !== null)
		return openWanted(state, {references: [found.file], servers: [], overrides: {}});
	return step(whyNotOpen({...state, opening: null}, item));
}

/** Says or shows why nothing can be opened here. */
function whyNotOpen(state: State, item: StartItem | null): State {
	if (item === null) return notice(state, 'nothing matches the filter; Esc shows all again', 'warning');
	const {found} = item;
	if (found === null) return notice(state, 'the profile of this task did not ship with the program', 'error');
	return pushScreen(state, {screen: 'problems', title: found.file, problems: found.problems, top: 0});
}

function copyProfile(state: State, screen: StartState): Step {
	const found = selectedItem(screen)?.found;
	if (!found) return step(state);
	return step({
		...state,
		sheet: {
			sheet: 'copy-profile',
			file: found.file,
			buffer: offeredText(freeName(found.file, profileNames(state))),
			problems: [],
		},
	});
}

function deleteProfile(state: State, screen: StartState): Step {
	const found = selectedItem(screen)?.found;
	if (!found) return step(state);
	return step({
		...state,
		sheet: {
			sheet: 'confirm',
			question: `Delete the profile "${found.name}"?`,
			about: found.file,
			yes: 'Delete',
			isYes: false,
			action: {action: 'delete-profile', file: found.file},
		},
	});
}
