// The keys of the certificate screen.
import * as off from '../model/off.js';
import type {Where} from '../model/focus.js';
import {choosing, type KeyRow, paging, row} from './key-row.js';

const details = (where: Where, footer: number | null = null): KeyRow =>
	row(where, 'ctrl+d', 'Ctrl+D', 'details', 'details', 'the certificate as it will be, on a page', footer);

/** Up, down and pages among the entries of the list. */
const among = (where: Where): KeyRow[] => [
	...choosing(where),
	...paging(where, 'list', 6),
	details(where, 8),
];

export const formKeys: readonly KeyRow[] = [
	row('found', 'escape', 'Esc', 'back', 'show all', 'show all entries again', 1),

	row('addresses', 'enter', 'Enter', 'accept', 'edit', 'edit the chosen entry in place', 2),
	...among('addresses'),
	row('addresses', 'home', 'Home', 'first', 'first', 'the first entry'),
	row('addresses', 'end', 'End', 'last', 'new', 'the line for new entries'),
	row('addresses', 'delete', 'Del', 'remove', 'remove', 'remove the chosen entry', 3, off.remove),
	row('addresses', 'ctrl+_', 'Ctrl+_', 'undo', 'undo', 'take the last change of the list back', 7, off.undo),
	row('addresses', 'ctrl+f', 'Ctrl+F', 'filter', 'filter', 'show only entries that hold what you type', 10),

	row('blank', 'home', 'Home', 'first', 'first', 'the first entry'),
	row('blank', 'enter', 'Enter', 'accept', 'add', 'take the entry'),
	row('address', 'enter', 'Enter', 'accept', 'add', 'take the entry', 2),
	...among('address'),
	row('address', 'ctrl+_', 'Ctrl+_', 'undo', 'undo', 'take the last change of the list back', 7, off.undo),
	row('address', 'ctrl+f', 'Ctrl+F', 'filter', 'filter', 'show only entries that hold what you type', 10),

	row('editing', 'enter', 'Enter', 'accept', 'accept', 'take what was typed over the entry', 2),
	row('editing', 'escape', 'Esc', 'back', 'end', 'end editing; what was typed stays', 3),
	...choosing('editing'),

	row('find', 'enter', 'Enter', 'accept', 'choose', 'choose among the entries that are shown', 1),
	row('find', 'up pageup', 'Up', 'up', 'choose', 'choose among the entries that are shown'),
	row('find', 'down pagedown', 'Down', 'down', 'choose', 'choose among the entries that are shown'),
	row('find', 'escape', 'Esc', 'back', 'show all', 'show all entries again', 2),

	row('choice', 'left', 'Left', 'less', 'choose', 'the choice before'),
	row('choice', 'right', 'Right', 'more', 'choose', 'the next choice', 2),
	row('choice', 'space', 'Space', 'toggle', 'choose', 'take it, or go to the next choice'),

	row(
		'password',
		'ctrl+o',
		'Ctrl+O',
		'show-password',
		'show',
		'show or hide the password',
		2,
		off.showPassword,
	),
	row(
		'password',
		'ctrl+g',
		'Ctrl+G',
		'generate-password',
		'generate',
		'let the program generate the password',
		3,
		off.generatePassword,
	),

	row('form', 'tab', 'Tab', 'next', 'next', 'the next field', 1),
	row('form', 'shift+tab', 'Shift+Tab', 'previous', 'previous', 'the field before'),
	row('form', 'enter', 'Enter', 'accept', 'next', 'accept, and go on'),
	row('form', 'up', 'Up', 'up', 'up', 'the field above'),
	row('form', 'down', 'Down', 'down', 'down', 'the field below'),
	...paging('form', 'details', 6),

	row(
		'list',
		'ctrl+n',
		'Ctrl+N',
		'add-from',
		'add from',
		'add addresses from DNS, a server, a file; sort them',
		4,
		off.withoutAddresses,
	),
	// PgDn shows them too, but not in the list.
	details('list'),
	row(
		'list',
		'ctrl+t',
		'Ctrl+T',
		'will-it-work',
		'test',
		'will it work for this address?',
		5,
		off.withoutAddresses,
	),

	row(
		'job',
		'ctrl+p',
		'Ctrl+P',
		'save-profile',
		'save',
		'save to a profile, or export one',
		9,
		off.saveProfile,
	),
	row('job', 'ctrl+r', 'Ctrl+R', 'review', 'review', 'see all that will be written', 0, off.review),
];
