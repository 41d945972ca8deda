// Keys on the list of a batch, and in the folder and password that its certificates share.
import type {Command} from '../keys/key-row.js';
import {editText, insertText, isEditCommand} from '../parts/text-buffer.js';
import {keptText} from './addresses.js';
import type {BatchState} from './batch.js';
import {certificateState} from './certificate.js';
import type {Job} from './job.js';
import {judgeNow} from './judging.js';
import {currentScreen, popScreen, pushScreen, replaceScreen, type State} from './state.js';
import {changeJob, notice, type Step, step, then} from './step.js';
import {editPassword, insertPassword, settlePassword} from './update-password.js';
import {
	editServer,
	removeServer,
	settleServer,
	startRenaming,
	typeServer,
	undoServers,
} from './update-servers.js';

type BatchStop = BatchState['stop'];

/** Handles a command of the key table, or typed text. */
export function updateBatch(
	state: State,
	screen: BatchState,
	input: Command | {readonly text: string},
): Step {
	const {job} = state;
	if (job === null) return step(popScreen(state));
	if (typeof input !== 'string') return typeText(state, screen, input.text);
	if (screen.stop === 'list') return updateList(state, screen, job, input);
	switch (input) {
		case 'next':
		case 'down':
		case 'accept':
			return goTo(state, screen, job, 1);
		case 'previous':
		case 'up':
			return goTo(state, screen, job, -1);
		case 'back':
			return step(popScreen(state));
		case 'show-password':
			return editPassword(state, 'password', input);
		case 'generate-password':
			// Without a first line there is no second one.
			return then(editPassword(state, 'password', input), next =>
				step(replaceScreen(next, {...screen, stop: 'password'})),
			);
		default:
			if (!isEditCommand(input)) return step(state);
			if (screen.stop !== 'folder') return editPassword(state, screen.stop, input);
			return step(changeJob(state, each => ({...each, folder: editText(each.folder, input)})));
	}
}

/** The stops of the list: the second password line only when there is a first one. */
export function batchStops(job: Job): readonly BatchStop[] {
	return job.password.typed.isEmpty
		? ['list', 'folder', 'password']
		: ['list', 'folder', 'password', 'again'];
}

/** What is half typed is taken before the focus goes elsewhere. */
export function leaveBatch(state: State, screen: BatchState): Step {
	return screen.stop === 'list' ? settleServer(state, screen) : step(state);
}

function updateList(state: State, screen: BatchState, job: Job, command: Command): Step {
	const page = Math.max(1, state.size.rows - 12);
	const draft = job.drafts[screen.selected];
	const isTyping = screen.renaming !== null || draft === undefined;
	switch (command) {
		case 'next':
		case 'previous':
			return settledThen(state, (next, shown, now) => goTo(next, shown, now, command === 'next' ? 1 : -1));
		case 'up':
			return select(state, screen, -1);
		case 'down':
			return select(state, screen, 1);
		case 'page-up':
			return select(state, screen, -page);
		case 'page-down':
			return select(state, screen, page);
		case 'accept':
			if (!isTyping) return open(state, screen, job);
			return screen.renaming === null && screen.typed.text.trim() === ''
				? goTo(state, screen, job, 1)
				: settleServer(state, screen);
		case 'rename':
			return draft === undefined ? step(state) : step(startRenaming(state, screen, draft));
		case 'remove':
			return removeServer(state, screen, job);
		case 'undo': {
			const line = screen.renaming ?? screen.typed;
			const isInText = isTyping && (line.past?.length ?? 0) > 0;
			return isInText ? editServer(state, screen, 'undo') : undoServers(state, screen, job);
		}
		case 'back':
			if (screen.renaming !== null) return step(replaceScreen(state, {...screen, renaming: null}));
			if (screen.typed.text.trim() !== '' && screen.typed !== screen.rested)
				return step(notice(replaceScreen(state, {...screen, rested: screen.typed}), keptText));
			return step(popScreen(changeJob(state, each => ({...each, typed: screen.typed}))));
		default:
			return isEditCommand(command) ? editServer(state, screen, command) : step(state);
	}
}

function select(state: State, screen: BatchState, by: number): Step {
	return settledThen(state, (next, shown, job) => {
		const to = screen.selected + by;
		// Below the last line of the list stands the folder.
		if (by === 1 && to > job.drafts.length) return goTo(next, shown, job, 1);
		const selected = Math.min(job.drafts.length, Math.max(0, to));
		return step(replaceScreen(next, {...shown, selected}));
	});
}

/** Goes on from what the half-typed name came to. */
function settledThen(state: State, next: (state: State, screen: BatchState, job: Job) => Step): Step {
	const screen = currentScreen(state);
	if (screen.screen !== 'batch') return step(state);
	return then(settleServer(state, screen), settled => {
		const now = currentScreen(settled);
		const isThere = now.screen === 'batch' && now.renaming === null && settled.job !== null;
		return isThere ? next(settled, now, settled.job) : step(settled);
	});
}

function goTo(state: State, screen: BatchState, job: Job, direction: 1 | -1): Step {
	const stops = batchStops(job);
	const stop = stops[stops.indexOf(screen.stop) + direction] ?? screen.stop;
	return step(settlePassword(replaceScreen(state, {...screen, stop})));
}

function open(state: State, screen: BatchState, job: Job): Step {
	const draft = job.drafts[screen.selected];
	if (draft === undefined) return step(state);
	return then(step(pushScreen(state, certificateState(screen.selected, draft))), next =>
		judgeNow(next, draft.id),
	);
}

function typeText(state: State, screen: BatchState, text: string): Step {
	const {stop} = screen;
	if (stop === 'list') return typeServer(state, screen, text);
	if (stop === 'folder')
		return step(changeJob(state, job => ({...job, folder: insertText(job.folder, text)})));
	return step(insertPassword(state, stop, buffer => insertText(buffer, text)));
}
