// The keys of menus, questions and pages, and those that work everywhere.
import * as off from '../model/off.js';
import {answering, choosing, type KeyRow, row, scrolling} from './key-row.js';

export const sheetKeys: readonly KeyRow[] = [
	row('menu', 'enter', 'Enter', 'accept', 'choose', 'take the chosen one', 1),
	...choosing('menu'),
	row('ask', 'enter', 'Enter', 'accept', 'confirm', 'do what is chosen', 1),
	...answering('ask'),
	row('question', 'enter', 'Enter', 'accept', 'accept', 'accept what was typed', 1),
	row('test', 'enter', 'Enter', 'accept', 'add', 'add the address that is missing', 1, off.addTested),
	row('tested', 'enter', 'Enter', 'accept', 'close', 'back to the certificate', 1),
	...scrolling('pages', 1),

	row(
		'anywhere',
		'escape',
		'Esc',
		'back',
		'back',
		'one step back; nothing that was typed is lost',
		12,
		off.back,
	),
	row('anywhere', 'f1', 'F1', 'help', 'keys', 'all keys that work here', 13),
	row('letters', '?', '?', 'help', 'keys', 'all keys that work here, where nothing is typed'),
	row('anywhere', 'ctrl+c', 'Ctrl+C', 'leave', 'leave', 'leave; what would be lost is asked for first'),
	row('anywhere', 'ctrl+z', 'Ctrl+Z', 'suspend', 'suspend', 'suspend, `fg` comes back; on Windows: undo'),
];
