// Scrolling a screen that only shows: the same keys everywhere.
import type {Command} from '../keys/key-row.js';
import type {State} from './state.js';

/**
 * The first row to show after a command that scrolls, by a row or nearly a screen; null for every other command.
 * `around` are the rows of the screen that show something else, and one more.
 */
export function scrolledTop({size}: State, top: number, command: Command, around = 8): number | null {
	const page = Math.max(1, size.rows - around);
	switch (command) {
		case 'up':
			return Math.max(0, top - 1);
		case 'down':
			return top + 1;
		case 'page-up':
			return Math.max(0, top - page);
		case 'page-down':
			return top + page;
		default:
			return null;
	}
}
