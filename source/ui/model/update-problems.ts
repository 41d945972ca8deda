// Keys on the screen of a broken profile.
import type {Command} from '../keys/key-row.js';
import {openWanted} from './opening.js';
import {popScreen, type ProblemsState, replaceScreen, type State} from './state.js';
import {scrolledTop} from './scroll.js';
import {type Step, step} from './step.js';

/** Handles a command that the key table gave to this screen. */
export function updateProblems(state: State, screen: ProblemsState, command: Command): Step {
	const top = scrolledTop(state, screen.top, command);
	if (top !== null) return step(replaceScreen(state, {...screen, top}));
	switch (command) {
		case 'again':
			return openWanted(popScreen(state), {references: [screen.title], servers: [], overrides: {}});
		case 'back':
			return step(popScreen(state), {effect: 'find-profiles'});
		default:
			return step(state);
	}
}
