// Leaving the program, or the result for another certificate; what would be lost with that is asked for first.
import {hasUnsaved} from './judging.js';
import {endingOf} from './result.js';
import {openSheet} from './sheet.js';
import {startState} from './start.js';
import {changeScreen, currentScreen, type State} from './state.js';
import {notice, type Step, step} from './step.js';

/** Where somebody goes: to the first screen, or out of the program. */
export type Destination = 'start' | 'shell';

/** The key that leaves the program from everywhere. */
export function leave(state: State): Step {
	const asked = isAsked(state) ? null : askForPassword(state, 'shell');
	if (asked !== null) return step(asked);
	if (hasUnsaved(state) && !state.isLeaving)
		return step({
			...notice(state, 'there are unsaved changes: Ctrl+C again leaves without them', 'warning'),
			isLeaving: true,
		});
	return goTo(state, 'shell');
}

/** Back to the first screen from a result. */
export function leaveForStart(state: State): Step {
	const asked = askForPassword(state, 'start');
	return asked === null ? goTo(state, 'start') : step(asked);
}

/** Goes there, whatever is lost with it. */
export function goTo(state: State, destination: Destination): Step {
	// With nothing prepared; the profiles are looked for again.
	if (destination === 'start') {
		const drafts = state.job?.drafts.map(each => each.id) ?? [];
		return step(
			{...state, screens: [startState], job: null, sheet: null},
			{effect: 'find-profiles'},
			{effect: 'drop-keys', drafts},
		);
	}
	const screen = currentScreen(state);
	if (screen.screen === 'result' && screen.status !== 'done')
		return step({...state, exitCode: 130}, {effect: 'stop-writing'});
	return step({...state, exitCode: exitCodeOf(state)});
}

function isAsked({sheet}: State): boolean {
	return sheet?.sheet === 'confirm' && sheet.action.action === 'leave-result';
}

/**
 * The question whether a generated password is kept; null when none would be lost. Another key leaves than the one that
 * asked: whoever holds that one down, or presses it twice, is still here.
 */
function askForPassword(state: State, destination: Destination): State | null {
	const screen = currentScreen(state);
	if (screen.screen !== 'result' || screen.password === null || screen.isPasswordKept) return null;
	const shown = changeScreen(state, 'result', each => ({...each, isPasswordShown: true, top: 0}));
	return openSheet(shown, {
		sheet: 'confirm',
		question: 'Leave without the password?',
		about: screen.isPasswordSent
			? 'Nobody can see from here whether the terminal has copied it. It stands nowhere else, and is not shown again: paste it somewhere first, or write it down.'
			: 'It stands nowhere else, and is not shown again. Go back to copy it with p, or write it down.',
		yes: 'Leave',
		isYes: false,
		action: {action: 'leave-result', destination},
	});
}

/** As with the unattended run: 0 when nothing was begun or all is made, 1 after a failure, 130 when it was stopped. */
function exitCodeOf({screens}: State): number {
	const endings = screens.filter(each => each.screen === 'result').map(endingOf);
	if (endings.includes('failed')) return 1;
	return endings.some(each => each !== 'complete') ? 130 : 0;
}
