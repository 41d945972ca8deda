// Keys, text and pastes on the certificate screen.
import type {Command} from '../keys/key-row.js';
import {
	type EditCommand,
	editText,
	insertText,
	isEditCommand,
	textBuffer,
	type TextBuffer,
} from '../parts/text-buffer.js';
import {
	type CertificateState,
	detailsFrom,
	moveChoice,
	neighbour,
	type Stop,
	stopsOf,
} from './certificate.js';
import {withoutEnding} from './draft.js';
import {draftOf} from './focus.js';
import type {Draft} from './job.js';
import {judgeNow, judgeSoon} from './judging.js';
import {isWide, currentScreen, replaceScreen, type State} from './state.js';
import {changeDraft, changeJob, type Step, step, then} from './step.js';
import {showAll} from './change-addresses.js';
import {leaveAddresses, updateAddresses} from './update-addresses.js';
import {editPassword, insertPassword, settlePassword} from './update-password.js';
import {askForServer, takeThisComputer} from './update-server.js';

/** Handles a command that the key table gave to this screen. */
export function updateCertificate(state: State, screen: CertificateState, command: Command): Step {
	const draft = draftOf(state, screen);
	if (screen.stop === 'addresses') {
		const handled = updateAddresses(state, draft, command);
		if (handled !== null) return handled;
	}
	switch (command) {
		case 'next':
			return moveStop(state, screen, 1, false);
		case 'previous':
			return moveStop(state, screen, -1, false);
		case 'up':
			return moveStop(state, screen, -1, true);
		case 'down':
			return moveStop(state, screen, 1, true);
		case 'accept':
			return accept(state, screen, draft);
		case 'toggle':
			return screen.stop === 'this-computer'
				? takeThisComputer(state, draft)
				: choose(state, screen, draft, 1);
		case 'less':
			return screen.stop === 'this-computer'
				? moveStop(state, screen, -1, false)
				: choose(state, screen, draft, -1);
		case 'more':
			return choose(state, screen, draft, 1);
		case 'page-down':
			return step(scrollDetails(state, screen, 1));
		case 'page-up':
			return step(scrollDetails(state, screen, -1));
		case 'details':
			return step({...state, sheet: {sheet: 'details', top: 0}});
		case 'show-password':
			return editPassword(state, screen.stop, command);
		case 'generate-password':
			// Without a first line there is no second one.
			return then(editPassword(state, screen.stop, command), next => step(goTo(next, 'password')));
		default:
			return isEditCommand(command) ? edit(state, screen, draft, command) : step(state);
	}
}

/** Typed text, or a pasted single line, for the field that has the focus. */
export function typeIntoField(state: State, screen: CertificateState, text: string): Step {
	return changeText(state, screen.stop, draftOf(state, screen), buffer => insertText(buffer, text));
}

function edit(state: State, screen: CertificateState, draft: Draft, command: EditCommand): Step {
	return changeText(state, screen.stop, draft, buffer => editText(buffer, command), command);
}

function changeText(
	state: State,
	stop: Stop,
	draft: Draft,
	change: (buffer: TextBuffer) => TextBuffer,
	command: EditCommand | null = null,
): Step {
	switch (stop) {
		case 'server':
			return step(
				changeDraft(state, draft.id, each => ({
					...each,
					server: {...each.server, buffer: change(each.server.buffer), isThisComputer: false},
				})),
			);
		case 'friendlyName':
		case 'subject':
		case 'validity':
		case 'fileName': {
			const before = draft.texts[stop];
			const after = change(before);
			const changed = changeDraft(state, draft.id, each => ({
				...each,
				texts: {...each.texts, [stop]: after},
			}));
			return after.text === before.text ? step(changed) : judgeSoon(changed, draft.id);
		}
		case 'folder':
			return step(changeJob(state, job => ({...job, folder: change(job.folder)})));
		case 'password':
		case 'again':
			return command === null
				? step(insertPassword(state, stop, change))
				: editPassword(state, stop, command);
		default:
			return step(state);
	}
}

function choose(state: State, screen: CertificateState, draft: Draft, direction: 1 | -1): Step {
	const changed = changeDraft(state, draft.id, each => moveChoice(each, screen.stop, direction));
	return judgeNow(changed, draft.id);
}

function accept(state: State, screen: CertificateState, draft: Draft): Step {
	if (screen.stop === 'server' && draft.server.buffer.text.trim() !== '')
		return then(leaveStop(state, screen, draft), next => step(goTo(next, 'addresses')));
	return moveStop(state, screen, 1, false);
}

function moveStop(state: State, screen: CertificateState, direction: 1 | -1, isVertical: boolean): Step {
	const {id} = draftOf(state, screen);
	return then(leaveStop(state, screen, draftOf(state, screen)), next => {
		const left = showAll(next, id);
		if (left.job === null) return step(left);
		// Leaving can take a stop away, or bring one: the second password line.
		const all = stopsOf(left.job, draftOf(left, screen));
		return step(goTo(left, neighbour(all, screen.stop, direction, isVertical)));
	});
}

/** The state with the focus on a stop of the certificate screen. */
export function goTo(state: State, stop: Stop): State {
	const screen = currentScreen(state);
	return screen.screen === 'certificate' ? replaceScreen(state, {...screen, stop}) : state;
}

/** What is due when a stop is left: half-typed entries are taken, the server is looked up, values are judged. */
export function leaveStop(state: State, screen: CertificateState, draft: Draft): Step {
	switch (screen.stop) {
		case 'server':
			return askForServer(state, draft);
		case 'addresses':
			return leaveAddresses(state, draft);
		case 'friendlyName':
		case 'subject':
		case 'validity':
			return judgeNow(state, draft.id);
		case 'fileName':
			return judgeNow(changeDraft(state, draft.id, withPlainFileName), draft.id);
		case 'password':
		case 'again':
			return step(settlePassword(state));
		default:
			return step(state);
	}
}

/** Every file gets the ending of its kind: a typed one goes. */
function withPlainFileName(draft: Draft): Draft {
	const {fileName} = draft.texts;
	const plain = withoutEnding(fileName.text);
	if (plain === fileName.text.trim()) return draft;
	return {...draft, texts: {...draft.texts, fileName: textBuffer(plain)}};
}

function scrollDetails(state: State, screen: CertificateState, direction: 1 | -1): State {
	if (!isWide(state.size.columns, detailsFrom)) return {...state, sheet: {sheet: 'details', top: 0}};
	const page = Math.max(1, state.size.rows - 8);
	return replaceScreen(state, {...screen, detailsTop: Math.max(0, screen.detailsTop + direction * page)});
}
