// Keys on the list of a batch, and in the folder and password that its certificates share.
import type {Command} from '../keys/key-row.js';
import {editText, insertText, isEditCommand} from '../parts/text-buffer.js';
import type {BatchState} from './batch.js';
import {certificateState} from './certificate.js';
import type {Job} from './job.js';
import {judgeNow} from './judging.js';
import {popScreen, pushScreen, replaceScreen, type State} from './state.js';
import {changeJob, type Step, step, then} from './step.js';
import {editPassword, insertPassword, settlePassword} from './update-password.js';

type BatchStop = BatchState['stop'];

/** Handles a command of the key table, or typed text. */
export function updateBatch(
	state: State,
	screen: BatchState,
	input: Command | {readonly text: string},
): Step {
	const {job} = state;
	if (job === null) return step(popScreen(state));
	if (typeof input !== 'string') return typeText(state, screen.stop, input.text);
	const select = (index: number) =>
		step(replaceScreen(state, {...screen, selected: Math.min(job.drafts.length - 1, Math.max(0, index))}));
	const page = Math.max(1, state.size.rows - 12);
	const isInList = screen.stop === 'list';
	switch (input) {
		case 'next':
			return goTo(state, screen, job, 1);
		case 'previous':
			return goTo(state, screen, job, -1);
		case 'up':
			return isInList ? select(screen.selected - 1) : goTo(state, screen, job, -1);
		case 'down':
			return isInList ? select(screen.selected + 1) : goTo(state, screen, job, 1);
		case 'page-up':
			return select(screen.selected - page);
		case 'page-down':
			return select(screen.selected + page);
		case 'accept':
			return isInList ? open(state, screen, job) : goTo(state, screen, job, 1);
		case 'back':
			return step(popScreen(state));
		case 'show-password':
		case 'generate-password':
			return editPassword(state, 'password', input);
		default:
			if (!isEditCommand(input) || screen.stop === 'list') return step(state);
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

function typeText(state: State, stop: BatchStop, text: string): Step {
	if (stop === 'list') return step(state);
	if (stop === 'folder')
		return step(changeJob(state, job => ({...job, folder: insertText(job.folder, text)})));
	return step(insertPassword(state, stop, buffer => insertText(buffer, text)));
}
