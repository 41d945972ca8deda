// Addresses from elsewhere: the menu of places, and the question for the one that has to be named.
import type {Command} from '../keys/key-row.js';
import {offeredText, textBuffer} from '../parts/text-buffer.js';
import {add, sortList} from './change-addresses.js';
import {takeAddresses} from './find-addresses.js';
import {draftOnScreen} from './focus.js';
import type {AnswerMessage} from './messages.js';
import {Secret} from './secret.js';
import {serverNameOf} from './servers.js';
import {
	type AddSource,
	type AddSourceSheet,
	addSourcesFor,
	closeSheet,
	openSheet,
	type Sheet,
} from './sheet.js';
import type {State} from './state.js';
import {draftById, notice, type Step, step, then} from './step.js';
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
				next =>
					step(next, {
						effect: 'find-names',
						asked: null,
						draft: draft.id,
						source,
						argument: '',
						password: null,
					}),
			);
		case 'dns': {
			const name = draft.server.server?.fqdn ?? '';
			if (name === '') return step(notice(closeSheet(state), 'first say for which server it is', 'warning'));
			return step(notice(closeSheet(state), `DNS is asked for ${name}`), {
				effect: 'find-names',
				asked: null,
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
					asked: null,
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
	if (sheet.asked !== null) return step(state);
	const asked = state.nextId;
	const next = {...state, nextId: asked + 1};
	return step(openSheet(next, {...sheet, asked, problems: []}), {
		effect: 'find-names',
		asked,
		draft: draft.id,
		source: sheet.source,
		argument,
		password: sheet.password,
	});
}

/** From a look under way to the line, from the password to the path, and from there to the list. */
export function leaveAddSource(state: State, sheet: AddSourceSheet): Step {
	if (sheet.asked !== null) return step(openSheet(state, {...sheet, asked: null}), {effect: 'stop-finding'});
	if (sheet.password !== null) return step(openSheet(state, {...sheet, password: null, problems: []}));
	return step(closeSheet(state));
}

/** Names from elsewhere, for the list that asked for them. */
export function takeNames(state: State, message: Extract<AnswerMessage, {type: 'names-found'}>): Step {
	const {names, problems, draft, origin, argument} = message;
	if (message.asked !== null) return takeAnswer(state, message, message.asked);
	const of = draftById(state, draft);
	if (origin === 'DNS' && of !== undefined) {
		// It has another name by now: these addresses are not its own.
		if (argument !== serverNameOf(of)) return step(state);
		// Several are looked up at once; what came of it stands in the list.
		if (of.isAskingDns) return step(takeAddresses(state, draft, names, origin));
	}
	// Who left the form looks at another.
	const isOpen = state.job?.drafts.some(each => each.id === draft) === true;
	if (!isOpen) return step(takeAddresses(state, draft, names, origin));
	return addNames(state, message, problems[0]?.message ?? 'no names were found');
}

/** An answer to the question that is still open; one that was called off is about nothing any more. */
function takeAnswer(
	state: State,
	message: Extract<AnswerMessage, {type: 'names-found'}>,
	asked: number,
): Step {
	const {sheet} = state;
	const {names, problems, needsPassword} = message;
	if (sheet?.sheet !== 'add-source' || sheet.asked !== asked) return step(state);
	if (names.length > 0) return addNames(closeSheet(state), message, '');
	const password = needsPassword ? new Secret(textBuffer('')) : null;
	return step(openSheet(state, {...sheet, asked: null, problems, password}));
}

function addNames(state: State, message: Extract<AnswerMessage, {type: 'names-found'}>, none: string): Step {
	const {draft, names, origin, from, leftOut} = message;
	if (names.length === 0) return step(notice(state, none, 'warning'));
	return add(state, draft, names, origin, `${from}: `, leftOut);
}
