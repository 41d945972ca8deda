// Scrolling ends where the text ends: only what is drawn knows how long that is.
import {currentScreen, replaceScreen, type State} from './model/state.js';
import {type Line, sameLine} from './parts/line.js';
import {view} from './view.js';

/** `after` with its scroll position taken back to the least one that shows the same. */
export function withoutOverscroll(before: State, after: State): State {
	const least = topOf(before);
	let settled = after;
	if (topOf(after) <= least) return settled;
	const {rows} = view(after);
	for (let top = topOf(after) - 1; top >= least; top--) {
		const nearer = withTop(after, top);
		if (!sameRows(view(nearer).rows, rows)) break;
		settled = nearer;
	}
	return settled;
}

function sameRows(a: readonly Line[], b: readonly Line[]): boolean {
	return a.length === b.length && a.every((row, index) => sameLine(row, b[index] ?? []));
}

/** The first row that is seen of what can be scrolled; 0 where nothing can. */
function topOf(state: State): number {
	const {sheet} = state;
	if (sheet !== null) return 'top' in sheet ? sheet.top : 0;
	const screen = currentScreen(state);
	if ('top' in screen) return screen.top;
	return screen.screen === 'certificate' ? screen.detailsTop : 0;
}

function withTop(state: State, top: number): State {
	const {sheet} = state;
	if (sheet !== null) return 'top' in sheet ? {...state, sheet: {...sheet, top}} : state;
	const screen = currentScreen(state);
	if ('top' in screen) return replaceScreen(state, {...screen, top});
	return screen.screen === 'certificate' ? replaceScreen(state, {...screen, detailsTop: top}) : state;
}
