// Holds the state: messages go in, effects are handed on, whoever draws is told.
import type {Effect} from './model/effects.js';
import type {Message} from './model/messages.js';
import type {State} from './model/state.js';
import {update} from './model/update.js';
import {withoutOverscroll} from './overscroll.js';

export type Store = {
	readonly state: () => State;
	readonly dispatch: (message: Message) => void;
	/** Calls `listener` after every change; returns what ends that. */
	readonly subscribe: (listener: () => void) => () => void;
};

/** A store that begins with `first`; `run` gets every effect, in order. */
export function makeStore(first: State, run: (effect: Effect) => void): Store {
	const listeners = new Set<() => void>();
	let state = first;
	return {
		state: () => state,
		dispatch: message => {
			const next = update(state, message);
			const settled = withoutOverscroll(state, next.state);
			const isChanged = settled !== state;
			state = settled;
			for (const effect of next.effects) run(effect);
			if (isChanged) for (const listener of listeners) listener();
		},
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
