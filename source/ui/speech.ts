// What is read aloud: a new screen whole, after that only what changed; the line where the focus is stays the last one.
import {currentScreen, isTooSmall, type State} from './model/state.js';
import type {Line, Span} from './parts/line.js';
import {spoken} from './parts/spoken.js';
import {signs} from './theme.js';
import {type Parts, partsOf, view} from './view.js';

export type Speech = {
	/** All that was said so far; it only grows. */
	readonly said: readonly string[];
	/** The line where the focus is; empty where there is none. */
	readonly here: string;
	readonly heard: Heard;
};

/** What the ear has of the screen. */
type Heard = {
	/** Which screen and which sheet it is. */
	readonly place: string;
	readonly body: readonly string[];
	readonly messages: readonly string[];
	/** The rows of the screens that were heard already, by their place. */
	readonly known: ReadonlyMap<string, readonly string[]>;
};

const silence: Speech = {said: [], here: '', heard: {place: '', body: [], messages: [], known: new Map()}};

/** What is said when `state` follows upon `before`; null: nothing was said yet. */
export function speak(before: Speech | null, state: State): Speech {
	const {said, here: last, heard} = before ?? silence;
	if (isTooSmall(state.size)) {
		const rows = sentences(view(state).rows);
		return {said: heard.place === '' ? said : [...said, ...rows], here: '', heard: silence.heard};
	}
	const parts = partsOf(state);
	const {rows, cursor} = parts.sheet ?? parts.screen;
	const focus = cursor === null ? rows.find(isFocused) : rows[cursor.y];
	const asked = parts.messages.find(isFocused);
	const here = spoken(focus ?? asked ?? []) ?? '';
	const body = sentences([parts.above, ...rows, parts.below]);
	const messages = sentences(parts.messages.filter(each => each !== asked));
	const place = screenKey(state);
	const known = state.sheet === null ? new Map([...heard.known, [place, body]]) : heard.known;
	const now = {place, body, messages, known};
	const newIn = (all: readonly string[], before: readonly string[]) =>
		all.filter(each => each !== here && !before.includes(each));
	const isLoud = parts.messages.some(row => row !== asked && row.some(isOfNote));
	const notes = isLoud ? newIn(messages, heard.messages) : [];
	if (place !== heard.place) {
		const before = isForm(state) ? heard.known.get(place) : undefined;
		const news =
			before === undefined
				? whole(parts, body, messages)
				: [' ', ...sentences([parts.title]), ...newIn(body, before), ...notes];
		return {said: [...said, ...news], here, heard: now};
	}
	// In a form, what changes beside a line that is typed in or behind a choice that moves would only interrupt, but
	// for what has to be mended; elsewhere it is the answer.
	const isAnswer = here === last || !isForm(state);
	const changed = newIn(isAnswer ? body : sentences(rows.filter(isWrong)), heard.body);
	return {said: [...said, ...changed, ...notes], here, heard: now};
}

/** Screens that people come back to: they know what stands there. */
function isForm(state: State): boolean {
	return state.sheet === null && /^(start|batch|certificate)$/.test(currentScreen(state).screen);
}

/** Help and hints are quiet: F1 says them. */
function isOfNote({text, tone}: Span): boolean {
	return tone !== 'dim' && text.trim() !== '';
}

function isWrong(row: Line): boolean {
	return row.some(({tone}) => tone === 'error');
}

/** A blank line before it, so that screens are told apart by ear and eye. */
function whole({title, footer}: Parts, body: readonly string[], messages: readonly string[]): string[] {
	return [
		' ',
		...sentences([title]),
		...body,
		...messages,
		...sentences([footer]).map(each => `Keys: ${each}`),
	];
}

function sentences(rows: readonly Line[]): string[] {
	return rows.map(spoken).filter(each => each !== null);
}

function isFocused(row: Line): boolean {
	return row.some(({tone, text}) => tone === 'chosen' || (tone === 'marker' && text.includes(signs.focus)));
}

function screenKey(state: State): string {
	const screen = currentScreen(state);
	const which = 'index' in screen ? screen.index : 'status' in screen ? screen.status : '';
	return [state.screens.length, screen.screen, which, state.sheet?.sheet ?? ''].join(' ');
}
