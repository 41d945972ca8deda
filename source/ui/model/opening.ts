// A form that is asked for and not open yet: what is typed meanwhile is meant for it, and waits.
import type {Overrides} from '../../plan/override.js';
import type {InputMessage} from './messages.js';
import {currentScreen, type State} from './state.js';
import {notice, type Step, step} from './step.js';

export type Opening = {
	/** As the answer will call it; null while the profiles are looked for, the chosen one of which is meant. */
	readonly title: string | null;
	/** In the order in which it came. */
	readonly held: readonly InputMessage[];
	/** The answer opens nothing any more. */
	readonly isCalledOff: boolean;
};

/** Profiles to open, with what the command line says of them. */
export type Wanted = {
	readonly references: readonly string[];
	readonly servers: readonly string[];
	readonly overrides: Overrides;
};

/** Has the profiles read; the answer opens them. */
export function openWanted(state: State, wanted: Wanted): Step {
	const {references, servers, overrides} = wanted;
	const effect = {effect: 'read-profile', references, servers, overrides} as const;
	return step(waiting(state, references.join(', ')), effect);
}

/** The state that waits for the profile `title`, or, when it is null, for the list of them. */
export function waiting(state: State, title: string | null): State {
	return {...state, opening: {title, held: state.opening?.held ?? [], isCalledOff: false}};
}

/** True while what is typed waits. */
export function isHolding({opening}: State): boolean {
	return opening !== null && !opening.isCalledOff;
}

/** Keeps a message for the form. Enter once more, before anything else, is still the one that opens it. */
export function hold(state: State, message: InputMessage): State {
	const {opening} = state;
	if (opening === null) return state;
	if (opening.held.length === 0 && message.type === 'key' && message.key === 'enter') return state;
	return {...state, opening: {...opening, held: [...opening.held, message]}};
}

/** Nothing is opened, and what waited is gone. */
export function callOff(state: State): State {
	const {opening} = state;
	const next = opening === null || opening.title === null ? null : {...opening, held: [], isCalledOff: true};
	return notice({...state, opening: next}, 'called off: nothing is opened');
}

/** True for the answer that is waited for, or that came without being asked for; no other one opens anything. */
export function isWanted({opening}: State, title: string): boolean {
	return opening === null || (!opening.isCalledOff && opening.title === title);
}

/** What waited for the form that is open now; nothing when something else came of it. */
export function heldFor(before: State, after: State): readonly InputMessage[] {
	const isOpen = after.opening === null && /^(certificate|batch)$/.test(currentScreen(after).screen);
	return isOpen ? (before.opening?.held ?? []) : [];
}
