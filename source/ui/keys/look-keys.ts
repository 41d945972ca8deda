// The keys of a file or a server that was looked at.
import * as off from '../model/off.js';
import {type KeyRow, row, scrolling} from './key-row.js';

export const lookKeys: readonly KeyRow[] = [
	row(
		'look',
		'enter',
		'Enter',
		'make-again',
		'make one like it',
		'make a new certificate like this one',
		1,
		off.withoutCertificate,
	),
	row(
		'look',
		'ctrl+t t',
		'Ctrl+T',
		'will-it-work',
		'test',
		'will it work for this address?',
		2,
		off.withoutCertificate,
	),
	row(
		'look',
		'c',
		'c',
		'compare',
		'compare',
		'compare it with another file or server',
		3,
		off.withoutCertificate,
	),
	...scrolling('look', 4),
];
