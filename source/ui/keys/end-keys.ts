// The keys of the review and of the result.
import * as off from '../model/off.js';
import {currentScreen, type State} from '../model/state.js';
import {answering, type KeyRow, row, scrolling} from './key-row.js';

export const endKeys: readonly KeyRow[] = [
	row('review', 'enter', 'Enter', 'accept', 'confirm', 'do what is chosen', 1),
	...answering('review'),
	...scrolling('review', 4),

	row('writing', 'escape', 'Esc', 'back', 'cancel', 'stop; what is finished stays', 1),

	row('result', 'enter', 'Enter', 'again', 'another', 'back to the start, for another one', 1),
	row(
		'unwritten',
		'enter',
		'Enter',
		'back',
		'go back',
		'back to where it was typed; nothing of that is lost',
		1,
	),
	row(
		'made',
		'p ctrl+g',
		'p',
		'copy-password',
		'password',
		'copy the generated password',
		2,
		off.copyPassword,
	),
	...scrolling('made', 3),
	row('made', 'q', 'q', 'leave', 'quit', 'leave the program', 4),
	row(
		'made',
		't ctrl+y y',
		't',
		'copy-thumbprint',
		'thumbprint',
		'copy the thumbprint',
		5,
		off.copyThumbprint,
	),
	row(
		'made',
		's',
		's',
		'copy-steps',
		'steps',
		'copy the next steps with their commands, each in one line',
		6,
		off.copySteps,
	),
	row(
		'made',
		'o ctrl+o',
		'o',
		'show-password',
		showOrHide,
		'show or hide the generated password',
		7,
		off.showResultPassword,
	),
];

/** What the key does to the password now. */
function showOrHide(state: State): string {
	const screen = currentScreen(state);
	return screen.screen === 'result' && !screen.isPasswordShown ? 'show' : 'hide';
}
