// Comparing what is looked at with others, as many as somebody names.
import type {TokenKeys} from '../../connect/token-keys.js';
import type {Seen} from '../../look/seen.js';
import type {Command} from '../keys/key-row.js';
import {type ComparisonState, chosenOf, type Look, type LookState} from './look.js';
import type {Effect} from './effects.js';
import {changeScreen, currentScreen, popScreen, pushScreen, replaceScreen, type State} from './state.js';
import {scrolledTop} from './scroll.js';
import {notice, type Step, step, then} from './step.js';
import {openLookAt} from './update-look-at.js';

/** What is compared: what is looked at, then the others. Empty when nothing is looked at. */
export function comparedLooks({screens}: State): readonly Look[] {
	const screen = screens.find((each): each is LookState => each.screen === 'look');
	return screen === undefined ? [] : [screen.look, ...screen.others];
}

/** As a comparison takes it; keys that are still asked for are not known. */
export function seenOf(look: Look): Seen {
	const chosen = chosenOf(look);
	const others = look.choices.filter(each => each !== chosen);
	const certificates = [...(chosen === null ? [] : [chosen]), ...others].map(each => each.certificate);
	return {target: look.target, certificates, failure: null, keys: look.keys === 'asked' ? null : look.keys};
}

/** Shows the comparison, and asks servers for the token keys that they publish. */
export function openComparison(state: State): Step {
	const screen: ComparisonState = {screen: 'comparison', top: 0};
	const isShown = currentScreen(state).screen === 'comparison';
	return askForKeys(isShown ? replaceScreen(state, screen) : pushScreen(state, screen));
}

/** Adds another one; the same file or server again takes the place of what was seen of it before. */
export function addCompared(state: State, other: Look): Step {
	const added = changeScreen(state, 'look', screen => ({
		...screen,
		others: [...screen.others.filter(each => each.target.text !== other.target.text), other],
	}));
	return then(step({...added, sheet: null}), openComparison);
}

function askForKeys(state: State): Step {
	const unasked = comparedLooks(state).filter(({keys, address}) => keys === null && address !== null);
	const ids = new Set(unasked.map(({id}) => id));
	const effects = unasked.flatMap(({id, target, address}): Effect[] =>
		target.type === 'file' || address === null
			? []
			: [{effect: 'find-token-keys', look: id, endpoint: target.endpoint, address}],
	);
	return step(
		changeLooks(state, look => (ids.has(look.id) ? {...look, keys: 'asked'} : look)),
		...effects,
	);
}

/** Takes in what a server publishes; of a look that is gone, nothing. */
export function tokenKeysFound(state: State, id: number, keys: TokenKeys): State {
	return changeLooks(state, look => (look.id === id ? {...look, keys} : look));
}

function changeLooks(state: State, change: (look: Look) => Look): State {
	return changeScreen(state, 'look', screen => ({
		...screen,
		look: change(screen.look),
		others: screen.others.map(change),
	}));
}

/** Handles a command on the screen of the comparison. */
export function updateComparison(state: State, screen: ComparisonState, command: Command): Step {
	const top = scrolledTop(state, screen.top, command);
	if (top !== null) return step(replaceScreen(state, {...screen, top}));
	switch (command) {
		case 'back':
			return step(popScreen(state));
		case 'compare':
			return step(openLookAt(state, 'compare'));
		case 'remove':
			return step(removeLast(state));
		default:
			return step(state);
	}
}

/** Without the one that came last; without any, there is nothing to compare. */
function removeLast(state: State): State {
	const last = comparedLooks(state).at(-1);
	const left = changeScreen(state, 'look', screen => ({...screen, others: screen.others.slice(0, -1)}));
	const shown = comparedLooks(left).length > 1 ? left : popScreen(left);
	return last === undefined ? state : notice(shown, `${last.name} is taken out of the comparison`);
}
