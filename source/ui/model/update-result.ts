// Keys on the result screen.
import type {Command} from '../keys/key-row.js';
import type {ResultState} from './result.js';
import {startState} from './start.js';
import {replaceScreen, type State} from './state.js';
import {notice, type Step, step} from './step.js';
import {scrolledTop} from './scroll.js';

/** Handles a command that the key table gave to this screen. */
export function updateResult(state: State, screen: ResultState, command: Command): Step {
	const top = scrolledTop(state, screen.top, command);
	if (top !== null) return step(replaceScreen(state, {...screen, top}));
	switch (command) {
		case 'show-password':
			return step(replaceScreen(state, {...screen, isPasswordShown: !screen.isPasswordShown}));
		case 'copy-password':
			return screen.password === null
				? step(state)
				: step(replaceScreen(state, {...screen, isPasswordKept: true}), {
						effect: 'copy',
						text: screen.password,
						what: 'the password',
					});
		case 'copy-thumbprint':
			return copyThumbprint(state, screen);
		case 'back':
			return screen.status === 'done' ? leaveResult(state, screen) : stop(state, screen);
		case 'again':
			return leaveResult(state, screen);
		default:
			return step(state);
	}
}

function copyThumbprint(state: State, {outcomes}: ResultState): Step {
	const thumbprints = outcomes.flatMap(each => each.certificate?.thumbprint ?? []);
	const what = thumbprints.length === 1 ? 'the thumbprint' : `${thumbprints.length} thumbprints`;
	return step(state, {effect: 'copy', text: thumbprints.join('\n'), what});
}

function stop(state: State, screen: ResultState): Step {
	if (screen.status !== 'running') return step(state);
	const stopping = replaceScreen(state, {...screen, status: 'stopping'});
	return step(notice(stopping, 'stopping; what is finished stays'), {effect: 'stop-writing'});
}

/** A second Enter on the review screen must not throw away the password that is shown this once. */
function leaveResult(state: State, screen: ResultState): Step {
	if (screen.password === null || screen.isPasswordKept) return startAgain(state);
	const asked = replaceScreen(state, {...screen, isPasswordKept: true, isPasswordShown: true});
	return step(notice(asked, 'the password is shown this once: once more leaves it', 'warning'));
}

/** Back to the first screen with nothing prepared; the profiles are looked for again. */
function startAgain(state: State): Step {
	return step({...state, screens: [startState], job: null, sheet: null}, {effect: 'find-profiles'});
}
