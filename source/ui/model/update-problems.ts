// Keys on the screen of a broken profile.
import type {Command} from '../keys/key-row.js';
import {popScreen, type ProblemsState, replaceScreen, type State} from './state.js';
import {type Step, step} from './step.js';

/** Handles a command that the key table gave to this screen. */
export function updateProblems(state: State, screen: ProblemsState, command: Command): Step {
	const page = Math.max(1, state.size.rows - 8);
	const scroll = (rows: number) =>
		step(replaceScreen(state, {...screen, top: Math.max(0, screen.top + rows)}));
	switch (command) {
		case 'up':
			return scroll(-1);
		case 'down':
			return scroll(1);
		case 'page-up':
			return scroll(-page);
		case 'page-down':
			return scroll(page);
		case 'again':
			return step(popScreen(state), {
				effect: 'read-profile',
				references: [screen.title],
				servers: [],
				overrides: {},
			});
		case 'back':
			return step(popScreen(state), {effect: 'find-profiles'});
		default:
			return step(state);
	}
}
