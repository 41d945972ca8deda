// Keys in the line that says which entries of the list are shown.
import type {Command} from '../keys/key-row.js';
import {editText, isEditCommand} from '../parts/text-buffer.js';
import {settled, shownRows} from './address-choice.js';
import type {Addresses} from './addresses.js';
import {keep} from './change-addresses.js';
import type {Draft} from './job.js';
import type {State} from './state.js';
import {type Step, step} from './step.js';

/** Handles a command while the filter is typed; null when it goes beyond the list. */
export function updateFilter(state: State, draft: Draft, command: Command): Step | null {
	const {addresses: list, outlook} = draft;
	const {filter} = list;
	if (filter === null) return null;
	const choosing: Addresses = {...list, filter: {...filter, isTyping: false}};
	switch (command) {
		case 'back':
			return step(keep(state, draft, {...list, filter: null}));
		case 'accept':
		case 'up':
		case 'down':
		case 'page-up':
		case 'page-down': {
			// From the line for new ones the way leads to the first that was found.
			const [first] = shownRows(list, outlook.rows);
			const isOnRow = list.selected < outlook.rows.length;
			return step(
				keep(
					state,
					draft,
					isOnRow ? settled(choosing, outlook.rows) : {...choosing, selected: first ?? list.selected},
				),
			);
		}
		default: {
			if (!isEditCommand(command)) return null;
			const buffer = editText(filter.buffer, command);
			return step(keep(state, draft, {...list, filter: {...filter, buffer}}));
		}
	}
}
