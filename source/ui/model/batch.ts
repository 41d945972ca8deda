// The certificates of a batch as a list, with the folder and the password that they share.
import {type TextBuffer, textBuffer} from '../parts/text-buffer.js';
import type {Stop} from './certificate.js';

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
};

export const batchState: BatchState = {
	screen: 'batch',
	selected: 0,
	stop: 'list',
	typed: textBuffer(''),
	rested: null,
	renaming: null,
};
