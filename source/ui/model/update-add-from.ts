// Addresses from elsewhere: the menu of places, and the question for the one that has to be named.
import type {Command} from '../keys/key-row.js';
import {offeredText, textBuffer} from '../parts/text-buffer.js';
import {sortList} from './change-addresses.js';
import {draftOnScreen} from './focus.js';
import {
	type AddSource,
	type AddSourceSheet,
	addSourcesFor,
	closeSheet,
	openSheet,
	type Sheet,
} from './sheet.js';
import type {State} from './state.js';
import {notice, type Step, step, then} from './step.js';
import {goTo} from './update-certificate.js';

/** The menu of the places from which addresses can come. */
export function openAddFrom(state: State): State {
	return openSheet(goTo(state, 'addresses'), {sheet: 'add-from', selected: 0});
}

/** Handles a command in the menu. */
export function updateAddFrom(
	state: State,
	sheet: Extract<Sheet, {sheet: 'add-from'}>,
	command: Command,
): Step {
	const sources = addSourcesFor(draftOnScreen(state));
	const last = sources.length - 1;
	const at = (selected: number) => step(openSheet(state, {...sheet, selected}));
	if (command === 'up') return at(Math.max(0, sheet.selected - 1));
	if (command === 'down') return at(Math.min(last, sheet.selected + 1));
	return command === 'accept' ? takeSource(state, sources[sheet.selected]) : step(state);
}

function takeSource(state: State, source: AddSource | undefined): Step {
	const draft = draftOnScreen(state);
	if (draft === null || source === undefined) return step(closeSheet(state));
	switch (source) {
		case 'sort':
			return sortList(closeSheet(state), draft);
		case 'this-computer':
			return then(
				step(notice(closeSheet(state), 'this computer is asked for its names and addresses')),
				next => step(next, {effect: 'find-names', draft: draft.id, source, argument: '', password: null}),
			);
		case 'dns': {
			const name = draft.server.server?.fqdn ?? '';
			if (name === '') return step(notice(closeSheet(state), 'first say for which server it is', 'warning'));
			return step(notice(closeSheet(state), `DNS is asked for ${name}`), {
				effect: 'find-names',
				draft: draft.id,
				source,
				argument: name,
				password: null,
			});
		}
		default: {
			const suggestion = source === 'server' ? (draft.server.server?.fqdn ?? '') : '';
			return step(
				openSheet(state, {
					sheet: 'add-source',
					source,
					buffer: suggestion === '' ? textBuffer('') : offeredText(suggestion),
					password: null,
					isBusy: false,
					problems: [],
				}),
			);
		}
	}
}

/** Asks the place that was named. */
export function findNames(state: State, sheet: AddSourceSheet): Step {
	const draft = draftOnScreen(state);
	const argument = sheet.buffer.text.trim();
	if (draft === null) return step(closeSheet(state));
	if (argument === '') return step(notice(state, 'type it first', 'warning'));
	if (sheet.isBusy) return step(state);
	return step(openSheet(state, {...sheet, isBusy: true, problems: []}), {
		effect: 'find-names',
		draft: draft.id,
		source: sheet.source,
		argument,
		password: sheet.password,
	});
}
