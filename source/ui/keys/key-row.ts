// One row of the table of keys: what it is called, where it works, what it does, and why it may be off.
import type {Where} from '../model/focus.js';
import type {State} from '../model/state.js';
import type {EditCommand} from '../parts/text-buffer.js';

export type Command =
	| 'accept'
	| 'add-from'
	| 'again'
	| 'back'
	| 'compare'
	| 'copy-password'
	| 'copy-profile'
	| 'copy-steps'
	| 'copy-thumbprint'
	| 'delete-profile'
	| 'details'
	| 'down'
	| 'filter'
	| 'first'
	| 'generate-password'
	| 'help'
	| 'judge-kind'
	| 'last'
	| 'leave'
	| 'less'
	| 'look-at'
	| 'make-again'
	| 'more'
	| 'next'
	| 'page-down'
	| 'page-up'
	| 'previous'
	| 'remove'
	| 'rename'
	| 'review'
	| 'save-profile'
	| 'show-password'
	| 'suspend'
	| 'toggle'
	| 'undo'
	| 'up'
	| 'will-it-work'
	| EditCommand;

export type KeyRow = {
	/** As `input.ts` names them; any of them. */
	readonly keys: readonly string[];
	/** As people read it. */
	readonly shown: string;
	readonly where: Where;
	readonly command: Command;
	/** For the footer: one or two words. */
	readonly label: string | ((state: State) => string);
	/** For the help and the README: what it does. */
	readonly about: string;
	/** In the footer, most important first; null: only in the help. */
	readonly footer: number | null;
	/** Why it does nothing now; null when it works. */
	readonly off?: (state: State) => string | null;
};

/** A row of the table; `keys` are separated by spaces. */
export const row = (
	where: Where,
	keys: string,
	shown: string,
	command: Command,
	label: KeyRow['label'],
	about: string,
	footer: number | null = null,
	whyOff?: (state: State) => string | null,
): KeyRow => ({
	keys: keys.split(' '),
	shown,
	where,
	command,
	label,
	about,
	footer,
	...(whyOff === undefined ? {} : {off: whyOff}),
});

/** Up and down in a list. */
export function choosing(where: Where): KeyRow[] {
	return [
		row(where, 'up', 'Up', 'up', 'choose', 'the one above'),
		row(where, 'down', 'Down', 'down', 'choose', 'the one below'),
	];
}

/** A page up and down; `footer` places the key in the footer. */
export function paging(where: Where, label: string, footer: number | null = null): KeyRow[] {
	return [
		row(where, 'pageup', 'PgUp', 'page-up', label, `${label}: a page up`),
		row(where, 'pagedown', 'PgDn', 'page-down', label, `${label}: a page down`, footer),
	];
}

/** Rows and pages of something to read. */
export function scrolling(where: Where, footer: number): KeyRow[] {
	return [
		row(where, 'up', 'Up', 'up', 'scroll', 'scroll up'),
		row(where, 'down', 'Down', 'down', 'scroll', 'scroll down'),
		...paging(where, 'scroll', footer),
	];
}

/** The two answers of a question. */
export function answering(where: Where): KeyRow[] {
	return [
		row(where, 'left shift+tab', 'Left', 'less', 'choose', 'the other answer'),
		row(where, 'right tab', 'Right', 'more', 'choose', 'the other answer', 2),
	];
}
