// The keys of the start screen, of a broken profile, and of the list of a batch.
import * as off from '../model/off.js';
import * as offBatch from '../model/off-batch.js';
import {choosing, type KeyRow, paging, row, scrolling} from './key-row.js';

export const startKeys: readonly KeyRow[] = [
	row('start', 'enter', 'Enter', 'accept', 'open', 'open the chosen task or profile', 1),
	...choosing('start'),
	...paging('start', 'page'),
	row('start', 'home', 'Home', 'first', 'first', 'the first one'),
	row('start', 'end', 'End', 'last', 'last', 'the last one'),
	row('start', '/ ctrl+f', '/', 'filter', 'filter', 'show only what holds the words that you type', 3),
	row('start', 'l', 'l', 'look-at', 'look at', 'look at a file or a server; a paste does the same', 2),
	row('start', 'c', 'c', 'copy-profile', 'copy', 'copy the profile to a new one', 4, off.copyProfile),
	row('start', 'delete d', 'Del', 'delete-profile', 'delete', 'delete a profile', 5, off.deleteProfile),
	row('start', 'q', 'q', 'leave', 'quit', 'leave the program', 6),

	row('filter', 'enter', 'Enter', 'accept', 'open', 'open the chosen one', 1),
	...choosing('filter'),
	row('filter', 'escape', 'Esc', 'back', 'show all', 'show all again', 2),

	row('problems', 'enter', 'Enter', 'again', 'read again', 'read the profile again, after it was mended', 1),
	...scrolling('problems', 3),

	row('batch', 'enter', 'Enter', 'accept', 'edit', 'open the chosen certificate', 1),
	...choosing('batch'),
	row(
		'batch',
		'delete',
		'Del',
		'remove',
		'remove',
		'take the chosen one out of the list',
		2,
		offBatch.removeServer,
	),
	row(
		'batch',
		'ctrl+e',
		'Ctrl+E',
		'rename',
		'rename',
		'another name for the server: all that has the old one follows',
		3,
		offBatch.renameServer,
	),
	row(
		'batch',
		'ctrl+_',
		'Ctrl+_',
		'undo',
		'undo',
		'take the last change of the list back',
		7,
		offBatch.undoServers,
	),
	...paging('batch', 'page'),

	row('server', 'enter', 'Enter', 'accept', 'accept', 'take the name', 1),
	...choosing('server'),
	...paging('server', 'page'),
];
