// The keys of the review and of the result.
import * as off from '../model/off.js';
import {answering, type KeyRow, row, scrolling} from './key-row.js';

export const endKeys: readonly KeyRow[] = [
	row('review', 'enter', 'Enter', 'accept', 'confirm', 'do what is chosen', 1),
	...answering('review'),
	...scrolling('review', 4),

	row('writing', 'escape', 'Esc', 'back', 'cancel', 'stop; what is finished stays', 1),

	row('result', 'enter', 'Enter', 'again', 'make another', 'back to the start, for another one', 1),
	row(
		'result',
		'ctrl+y y',
		'Ctrl+Y',
		'copy-thumbprint',
		'copy thumbprint',
		'copy the thumbprint',
		2,
		off.copyThumbprint,
	),
	row(
		'result',
		'ctrl+o',
		'Ctrl+O',
		'show-password',
		'hide password',
		'show or hide the generated password',
		4,
		off.showResultPassword,
	),
	row(
		'result',
		'ctrl+g p',
		'Ctrl+G',
		'copy-password',
		'copy password',
		'copy the generated password',
		3,
		off.copyPassword,
	),
	...scrolling('result', 6),
	row('result', 'q', 'q', 'leave', 'quit', 'leave the program', 5),
];
