// Looking at a file or a server: the question, its answer, and what can be done from there.
import {entryOfCertificate} from '../../certificate/entry.js';
import {error} from '../../problem/problem.js';
import type {Profile} from '../../profile/profile.js';
import type {Command} from '../keys/key-row.js';
import {editText, isEditCommand, type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import {makeJob} from './draft.js';
import type {Look, LookAtSheet, LookPurpose, LookState} from './look.js';
import type {AnswerMessage} from './messages.js';
import {openJob} from './open-job.js';
import {Secret} from './secret.js';
import {currentScreen, popScreen, pushScreen, replaceScreen, type State} from './state.js';
import {notice, type Step, step} from './step.js';
import {scrolledTop} from './scroll.js';

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

/** Takes the answer; one that nobody waits for any more changes nothing. */
export function looked(state: State, message: Extract<AnswerMessage, {type: 'looked'}>): State {
	const {sheet} = state;
	const {look, problems, needsPassword} = message;
	if (sheet?.sheet !== 'look-at' || sheet.asked !== message.asked) return state;
	const answered = {...sheet, asked: null, problems};
	if (needsPassword) return {...state, sheet: {...answered, password: new Secret()}};
	if (look === null) return {...state, sheet: answered};
	if (sheet.purpose === 'open')
		return pushScreen({...state, sheet: null, now: look.now}, {screen: 'look', look, top: 0});
	if (look.certificate === null) {
		const nothing = error('no-certificate', `no certificate can be seen in ${look.name}`);
		return {...state, sheet: {...answered, problems: [nothing]}};
	}
	return {...state, sheet: {sheet: 'comparison', other: look, top: 0}};
}

/** Handles a command on the screen of what was looked at. */
export function updateLook(state: State, screen: LookState, command: Command): Step {
	const top = scrolledTop(state, screen.top, command);
	if (top !== null) return step(replaceScreen(state, {...screen, top}));
	switch (command) {
		case 'back':
			return step(popScreen(state));
		case 'compare':
			return step(openLookAt(state, 'compare'));
		case 'make-again':
			return makeAgain(state, screen.look);
		default:
			return step(state);
	}
}

/** Opens the certificate screen with what makes this certificate again. */
function makeAgain(state: State, {name, certificate, pfx, folder, now}: Look): Step {
	if (certificate === null) return step(state);
	const {entry, problems} = entryOfCertificate(certificate, pfx);
	const profile: Profile = {
		name: `like ${name}`,
		description: null,
		file: '',
		origin: 'path',
		entries: [entry],
		isBatch: false,
	};
	const job = makeJob(profile, [], folder, state.nextId, now);
	const opened = openJob(state, {...job, again: {name, certificate, problems}}, now);
	const [first] = problems;
	return first === undefined ? opened : {...opened, state: notice(opened.state, first.message, 'warning')};
}

/** What is looked at; null on other screens. */
export function lookOf(state: State): Look | null {
	const screen = currentScreen(state);
	return screen.screen === 'look' ? screen.look : null;
}
