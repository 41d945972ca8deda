// State and message → state and effects: the only place where the program changes.
import {keyRow} from '../keys.js';
import type {Command} from '../keys/key-row.js';
import {textBuffer} from '../parts/text-buffer.js';
import {isHalfTyped} from './addresses.js';
import {answer} from './answer.js';
import {draftOf, isAsking, isInList} from './focus.js';
import {isUnmeant, notYet, questionKey} from './just-asked.js';
import {leave} from './leave.js';
import type {InputMessage, Message} from './messages.js';
import {callOff, heldFor, hold, isHolding} from './opening.js';
import {review as whyNoReview, waitsForServers} from './off.js';
import {goToBlocking} from './problems-at.js';
import {currentScreen, isTooSmall, popScreen, type State} from './state.js';
import {notice, type Step, step, then} from './step.js';
import {leaveBatch, updateBatch} from './update-batch.js';
import {leaveStop, updateCertificate} from './update-certificate.js';
import {updateProblems} from './update-problems.js';
import {updateResult} from './update-result.js';
import {updateComparison} from './update-comparison.js';
import {updateLook} from './update-look.js';
import {updateLookAt} from './update-look-at.js';
import {openReview, updateReview} from './update-review.js';
import {takeHalfTyped} from './half-typed.js';
import {openSave} from './update-save.js';
import {belowHelp, closeSheet, openHelp, openSheet} from './sheet.js';
import {openAddFrom} from './update-add-from.js';
import {updateSheet} from './update-sheet.js';
import {updateStart} from './update-start.js';
import {paste, takeText} from './update-typing.js';

/** Handles one message. */
export function update(state: State, message: Message): Step {
	if (isFromKeyboard(message)) {
		if (isTooSmall(state.size)) return step(state);
		if (isHolding(state)) return step(isEscape(message) ? callOff(state) : hold(state, message));
	}
	switch (message.type) {
		case 'key': {
			const {key, isSoon = false, isRepeat = false} = message;
			if (state.isJustAsked && isUnmeant(key, isSoon, isRepeat)) return step(notYet(state, key));
			const next = pressKey(quiet(state), key);
			const isOther = questionKey(next.state) !== questionKey(state);
			const isNew = isOther && (isAsking(next.state) || currentScreen(state).screen === 'result');
			return asked(next, isNew || (isSoon && state.isJustAsked));
		}
		case 'text':
			// An Enter that came along with text does not answer a question either.
			return asked(takeText(quiet(state), message.text, pressKey), isAsking(state));
		case 'paste':
			if (message.typed !== undefined && !isInList(state))
				return message.typed.reduce((before, each) => then(before, next => update(next, each)), step(state));
			return asked(paste(quiet(state), message), isAsking(state));
		case 'resized': {
			const {columns, rows} = message;
			return step({...state, size: {columns, rows}});
		}
		default: {
			const answered = belowHelp(state, below => answer(below, message));
			const next = state.notice?.opensReview ? then(answered, reviewOrMend) : answered;
			const held = heldFor(state, next.state);
			if (held.length > 0)
				return held.reduce((before, each) => then(before, open => update(open, each)), next);
			const isNew = questionKey(next.state) !== questionKey(state) && next.state.sheet === null;
			return isNew && isAsking(next.state) ? asked(next, true) : next;
		}
	}
}

function asked({state, effects}: Step, isJustAsked: boolean): Step {
	return {state: state.isJustAsked === isJustAsked ? state : {...state, isJustAsked}, effects};
}

/** What people do; leaving is always possible. */
function isFromKeyboard(message: Message): message is InputMessage {
	if (message.type === 'key') return message.key !== 'ctrl+c';
	return message.type === 'text' || message.type === 'paste';
}

function isEscape(message: InputMessage): boolean {
	return message.type === 'key' && message.key === 'escape';
}

/** A notice lasts until the next key; so does the readiness to leave. */
function quiet(state: State): State {
	return state.notice === null ? state : {...state, notice: null};
}

const howToPaste = 'this window pastes with the right mouse button or from its menu';

function pressKey(state: State, key: string): Step {
	const row = keyRow(state, key);
	if (row?.command === 'leave') return leave(state);
	const staying = state.isLeaving ? {...state, isLeaving: false} : state;
	// Bound to nothing: terminals that paste with it keep it for themselves. The window of old consoles hands it over.
	if (key === 'ctrl+v') return step(notice(staying, howToPaste, 'warning'));
	if (row === null) return step(staying);
	// Windows has no job control, so there its key is free for what people expect of it.
	const command = row.command === 'suspend' && state.isWindows ? 'undo' : row.command;
	const why = row.off?.(staying) ?? null;
	if (why === null) return run(staying, command);
	if (command === 'review' && waitsForServers(staying) !== null)
		return then(leaveCurrent(staying), reviewOrMend);
	const there = command === 'review' ? goToBlocking(staying) : staying;
	return step(notice(there, `${row.shown}: ${why}`, 'warning'));
}

function run(state: State, command: Command): Step {
	if (command === 'suspend') return step(state, {effect: 'suspend'});
	if (command === 'help') return step(openHelp(state));
	if (state.sheet?.sheet === 'look-at') return updateLookAt(state, state.sheet, command);
	if (state.sheet?.sheet === 'add-source') return updateSheet(state, state.sheet, command);
	if (state.sheet !== null)
		return command === 'back' ? step(closeSheet(state)) : updateSheet(state, state.sheet, command);
	const screen = currentScreen(state);
	if (command === 'review') return then(then(leaveCurrent(state), takeHalfTyped), reviewOrMend);
	if (command === 'will-it-work')
		return then(leaveCurrent(state), next =>
			step(openSheet(next, {sheet: 'will-it-work', buffer: textBuffer('')})),
		);
	if (command === 'save-profile')
		return then(then(leaveCurrent(state), takeHalfTyped), next => step(openSave(next)));
	if (command === 'add-from') return then(leaveCurrent(state), next => step(openAddFrom(next)));
	switch (screen.screen) {
		case 'start':
			return updateStart(state, screen, command);
		case 'look':
			return updateLook(state, screen, command);
		case 'comparison':
			return updateComparison(state, screen, command);
		case 'problems':
			return updateProblems(state, screen, command);
		case 'batch':
			return updateBatch(state, screen, command);
		case 'certificate':
			return command === 'back' ? goBack(state) : updateCertificate(state, screen, command);
		case 'review':
			return updateReview(state, screen, command);
		case 'result':
			return updateResult(state, screen, command);
	}
}

/** What was half typed may be wrong. */
function reviewOrMend(state: State): Step {
	const waits = waitsForServers(state);
	if (waits !== null) {
		const text = `${waits}; the review opens by itself, unless you press a key`;
		return step({...state, notice: {tone: 'plain', text, opensReview: true}});
	}
	const why = whyNoReview(state);
	return why === null ? openReview(state) : step(notice(goToBlocking(state), `Ctrl+R: ${why}`, 'warning'));
}

/** Takes what is half typed before the focus goes elsewhere. */
function leaveCurrent(state: State): Step {
	const screen = currentScreen(state);
	if (screen.screen === 'batch') return leaveBatch(state, screen);
	return screen.screen === 'certificate' ? leaveStop(state, screen, draftOf(state, screen)) : step(state);
}

function goBack(state: State): Step {
	const screen = currentScreen(state);
	if (screen.screen !== 'certificate') return step(popScreen(state));
	const {addresses} = draftOf(state, screen);
	if (screen.stop !== 'addresses') return then(leaveCurrent(state), next => step(popScreen(next)));
	const isIn = addresses.editing !== null || addresses.filter !== null || isHalfTyped(addresses);
	return isIn ? updateCertificate(state, screen, 'back') : step(popScreen(state));
}
