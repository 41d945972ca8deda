// What is asked came up just now: a key that was meant for what stood there before is no answer to it.
import {focusOf} from './focus.js';
import {currentScreen, type State} from './state.js';
import {notice} from './step.js';

/** The keys that do what is asked, or leave. */
const answerKeys: Readonly<Record<string, string>> = {enter: 'Enter', escape: 'Esc', 'ctrl+c': 'Ctrl+C'};

/** True for a key that was meant for what stood there before: sent along with that, pressed twice, or held down. */
export function isUnmeant(key: string, isSoon: boolean, isRepeat: boolean): boolean {
	return (isSoon && key === 'enter') || (isRepeat && key in answerKeys);
}

/** Says it, where there is something to answer. */
export function notYet(state: State, key: string): State {
	// There is nothing to answer while it is written.
	if (state.notice !== null || focusOf(state).includes('writing')) return state;
	return notice(state, `this came up just now: wait a moment, then press ${answerKeys[key] ?? key} again`);
}

/** Tells one question from another. */
export function questionKey(state: State): string {
	const screen = currentScreen(state);
	const isReady =
		(screen.screen === 'result' && screen.status === 'done') ||
		(screen.screen === 'review' && screen.targets !== null);
	return `${state.screens.length} ${screen.screen} ${isReady} ${state.sheet?.sheet ?? ''}`;
}
