// The certificates of a batch as a list, with the folder and the password that they share.
import {type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {Stop} from './certificate.js';
import type {Draft} from './job.js';

/** A list as it was before a change; the draft of the id `changed` was changed by it, the others were not. */
export type PastList = {
	readonly drafts: readonly Draft[];
	readonly changed: number | null;
};

export type BatchState = {
	readonly screen: 'batch';
	/** A certificate; their number stands for the line on which names of further servers are typed. */
	readonly selected: number;
	readonly stop: 'list' | Extract<Stop, 'folder' | 'password' | 'again'>;
	/** What is typed on the last line. */
	readonly typed: TextBuffer;
	/** That text when Esc ended its typing, so that the next Esc goes back. */
	readonly rested: TextBuffer | null;
	/** The new name of the chosen server while it is typed. */
	readonly renaming: TextBuffer | null;
	/** The last one newest. */
	readonly past: readonly PastList[];
};

export const batchState: BatchState = {
	screen: 'batch',
	selected: 0,
	stop: 'list',
	typed: textBuffer(''),
	rested: null,
	renaming: null,
	past: [],
};
