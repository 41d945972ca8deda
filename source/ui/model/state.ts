// All that the program knows while it runs: a stack of screens, a sheet above it, and the job that is prepared.
import type {Problem} from '../../problem/problem.js';
import type {BatchState} from './batch.js';
import type {CertificateState} from './certificate.js';
import type {Job} from './job.js';
import type {ComparisonState, LookState} from './look.js';
import type {Opening} from './opening.js';
import type {ResultState, Written} from './result.js';
import type {ReviewState} from './review.js';
import type {Sheet} from './sheet.js';
import {type StartState, startState} from './start.js';

export type Size = {
	readonly columns: number;
	readonly rows: number;
};

/** A broken profile: its problems with line and column. */
export type ProblemsState = {
	readonly screen: 'problems';
	readonly title: string;
	readonly problems: readonly Problem[];
	readonly top: number;
};

export type Screen =
	| StartState
	| LookState
	| ComparisonState
	| ProblemsState
	| BatchState
	| CertificateState
	| ReviewState
	| ResultState;

/** What the line above the footer says until the next key; `done` is green, so it is only for what is proven. */
export type Notice = {
	readonly tone: 'plain' | 'done' | 'warning' | 'error';
	readonly text: string;
	/** It says for what the review waits: that opens by itself then, unless a key comes first. */
	readonly opensReview?: boolean;
};

export type State = {
	readonly size: Size;
	/** The clock, as the last message that carried it said. */
	readonly now: Date;
	/** This computer's name for the start screen and the server field; null while it is looked up. */
	readonly thisComputer: string | null;
	/** Undo and suspend have other keys on Windows. */
	readonly isWindows: boolean;
	/** The bottom one is the start screen; the last one is seen. Never empty. */
	readonly screens: readonly Screen[];
	readonly sheet: Sheet | null;
	/** A form that is asked for; null: none is. */
	readonly opening: Opening | null;
	readonly job: Job | null;
	/** Forms that somebody went back from before another one was opened; each opens again as it was left. */
	readonly aside: readonly Job[];
	/** All that was written since the program was opened. */
	readonly written: readonly Written[];
	readonly notice: Notice | null;
	/** Ctrl+C was pressed once while there was something to lose. */
	readonly isLeaving: boolean;
	/** What is asked came up just now: the key that brought it up, sent along, held down or pressed twice, is no answer. */
	readonly isJustAsked: boolean;
	/** Set: the program ends with this exit code. */
	readonly exitCode: number | null;
	/** The number of the next draft. */
	readonly nextId: number;
};

/** What is read aloud has rows as long as they need to be: nothing is cut, nothing is broken. */
export const spokenColumns = 4000;

/** True where a second column has room; what is read aloud has none, so that one thing comes after the other. */
export function isWide(columns: number, from: number): boolean {
	return columns >= from && columns < spokenColumns;
}

/** The smallest window in which the screens can be read. */
export const smallest: Size = {columns: 60, rows: 16};

/** True when the screen is hidden behind a notice: no key but the one that leaves may do anything then. */
export function isTooSmall({columns, rows}: Size): boolean {
	return columns < smallest.columns || rows < smallest.rows;
}

/** Rows of the body: without title, lines, messages and footer. */
export function bodyHeight({rows}: Size): number {
	return rows - 6;
}

/** The program as it opens. */
export function firstState(size: Size, now: Date, isWindows: boolean): State {
	return {
		size,
		now,
		thisComputer: null,
		isWindows,
		screens: [startState],
		sheet: null,
		opening: null,
		job: null,
		aside: [],
		written: [],
		notice: null,
		isLeaving: false,
		isJustAsked: false,
		exitCode: null,
		nextId: 1,
	};
}

/** The screen that is seen. */
export function currentScreen(state: State): Screen {
	const screen = state.screens.at(-1);
	if (screen === undefined) throw new Error('the stack of screens is empty');
	return screen;
}

/** The state with another screen on top of the stack. */
export function pushScreen(state: State, screen: Screen): State {
	return {...state, screens: [...state.screens, screen]};
}

/** The state with its top screen replaced. */
export function replaceScreen(state: State, screen: Screen): State {
	return {...state, screens: [...state.screens.slice(0, -1), screen]};
}

/** The state without its top screen; the bottom one stays. */
export function popScreen(state: State): State {
	return state.screens.length > 1 ? {...state, screens: state.screens.slice(0, -1)} : state;
}

/** Changes the screen of one kind wherever it lies in the stack. */
export function changeScreen<K extends Screen['screen']>(
	state: State,
	kind: K,
	change: (screen: Extract<Screen, {screen: K}>) => Screen,
): State {
	const isKind = (screen: Screen): screen is Extract<Screen, {screen: K}> => screen.screen === kind;
	return {...state, screens: state.screens.map(each => (isKind(each) ? change(each) : each))};
}
