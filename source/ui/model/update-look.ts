// Looking at a file or a server: the question, its answer, and what can be done from there.
import {entryOfCertificate} from '../../certificate/entry.js';
import {error} from '../../problem/problem.js';
import type {Profile} from '../../profile/profile.js';
import type {Command} from '../keys/key-row.js';
import {makeJob} from './draft.js';
import {chooseNext, chosenOf, isAmbiguous, type Look, type LookState, type WhichSheet} from './look.js';
import type {AnswerMessage} from './messages.js';
import {openOrReopen} from './open-job.js';
import {Secret} from './secret.js';
import {currentScreen, popScreen, pushScreen, replaceScreen, type State} from './state.js';
import {notice, type Step, step} from './step.js';
import {scrolledTop} from './scroll.js';
import {addCompared, openComparison} from './update-comparison.js';
import {openLookAt} from './update-look-at.js';

/** Takes the answer; one that nobody waits for any more changes nothing. */
export function looked(state: State, message: Extract<AnswerMessage, {type: 'looked'}>): Step {
	const {sheet} = state;
	const {look, problems, needsPassword} = message;
	if (sheet?.sheet !== 'look-at' || sheet.asked !== message.asked) return step(state);
	const answered = {...sheet, asked: null, problems};
	if (needsPassword) return step({...state, sheet: {...answered, password: new Secret()}});
	if (look === null) return step({...state, sheet: answered});
	if (sheet.purpose === 'open') {
		const screen: LookState = {screen: 'look', look, others: [], top: 0};
		return step(pushScreen({...state, sheet: null, now: look.now}, screen));
	}
	if (look.choices.length === 0) {
		const nothing = error('no-certificate', `no certificate can be seen in ${look.name}`);
		return step({...state, sheet: {...answered, problems: [nothing]}});
	}
	return isAmbiguous(look)
		? step({...state, sheet: {sheet: 'which-certificate', look}})
		: addCompared(state, look);
}

/** Handles a command in the question which certificate of a file is to be compared. */
export function updateWhich(state: State, {look}: WhichSheet, command: Command): Step {
	const choose = (chosen: number): Step =>
		step({...state, sheet: {sheet: 'which-certificate', look: {...look, chosen}}});
	switch (command) {
		case 'up':
			return choose(Math.max(0, look.chosen - 1));
		case 'down':
			return choose(Math.min(look.choices.length - 1, look.chosen + 1));
		case 'accept':
			return addCompared(state, look);
		default:
			return step(state);
	}
}

/** Handles a command on the screen of what was looked at. */
export function updateLook(state: State, screen: LookState, command: Command): Step {
	const top = scrolledTop(state, screen.top, command);
	if (top !== null) return step(replaceScreen(state, {...screen, top}));
	switch (command) {
		case 'back':
			return step(popScreen(state));
		case 'next':
			return step(replaceScreen(state, {...screen, look: chooseNext(screen.look, 1), top: 0}));
		case 'previous':
			return step(replaceScreen(state, {...screen, look: chooseNext(screen.look, -1), top: 0}));
		case 'compare':
			return screen.others.length > 0 ? openComparison(state) : step(openLookAt(state, 'compare'));
		case 'judge-kind':
			return step({...state, sheet: {sheet: 'kinds', top: 0}});
		case 'make-again':
			return makeAgain(state, screen.look);
		default:
			return step(state);
	}
}

/** Opens the certificate screen with what makes this certificate again. */
function makeAgain(state: State, look: Look): Step {
	const chosen = chosenOf(look);
	if (chosen === null) return step(state);
	const {name, folder, now} = look;
	const {certificate, pfx} = chosen;
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
	const opened = openOrReopen(state, {...job, again: {name, certificate, problems}}, now);
	const [first] = problems;
	return first === undefined ? opened : {...opened, state: notice(opened.state, first.message, 'warning')};
}

/** What is looked at; null on other screens. */
export function lookOf(state: State): Look | null {
	const screen = currentScreen(state);
	return screen.screen === 'look' ? screen.look : null;
}
