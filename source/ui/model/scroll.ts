// Scrolling a screen that only shows: the same keys everywhere.
import type {Command} from '../keys/key-row.js';
import type {State} from './state.js';

/** The first row to show after a command that scrolls, by a row or nearly a screen; null for every other command. */
export function scrolledTop({size}: State, top: number, command: Command): number | null {
	const page = Math.max(1, size.rows - 8);
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
