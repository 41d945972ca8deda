// The sheet that can lie above a screen: help, details, a question, a menu.
import type {State} from './state.js';
import type {Step} from './step.js';
import type {Problem} from '../../problem/problem.js';
import type {DiffLine} from '../../save/difference.js';
import type {TextBuffer} from '../parts/text-buffer.js';
import type {Draft, Job} from './job.js';
import type {Destination} from './leave.js';
import type {LookAtSheet, WhichSheet} from './look.js';
import type {SaveTarget} from '../../save/place.js';
import type {Secret} from './secret.js';

/** From where addresses can be added; the last one only puts the list in order. */
const addSources = ['this-computer', 'dns', 'server', 'certificate', 'text', 'sort'] as const;

/** The places in the order of the menu: DNS first where another computer is meant than this one. */
export function addSourcesFor(draft: Draft | null): readonly AddSource[] {
	const server = draft?.server.server ?? null;
	if (server === null || server.isThisComputer) return addSources;
	return ['dns', ...addSources.filter(each => each !== 'dns')];
}

export type AddSource = (typeof addSources)[number];

/** Sources that have to be named first. */
export type AskedSource = 'server' | 'certificate' | 'text';

export type Sheet =
	/** With what lay there when it was asked for. */
	| {readonly sheet: 'help'; readonly top: number; readonly under: Sheet | null}
	/** The details on the whole screen, where they do not fit beside the form. */
	| {readonly sheet: 'details'; readonly top: number}
	| {readonly sheet: 'will-it-work'; readonly buffer: TextBuffer}
	| {readonly sheet: 'add-from'; readonly selected: number}
	| AddSourceSheet
	| LookAtSheet
	| WhichSheet
	/** What the certificate that is looked at can be used for. */
	| {readonly sheet: 'kinds'; readonly top: number}
	| SaveSheet
	| {
			readonly sheet: 'confirm';
			readonly question: string;
			readonly about: string;
			readonly yes: string;
			readonly isYes: boolean;
			readonly action: ConfirmedAction;
	  }
	| {
			readonly sheet: 'copy-profile';
			readonly file: string;
			readonly buffer: TextBuffer;
			readonly problems: readonly Problem[];
	  };

/** Saving in three steps: where to, its name when it is new, what changes. */
export type SaveSheet =
	/** `asked`: the number of the comparison that is awaited; null: there is none, or what it was about has changed. */
	| {readonly sheet: 'save-to'; readonly selected: number; readonly asked: number | null}
	| {
			readonly sheet: 'save-name';
			readonly target: 'new' | 'export';
			readonly buffer: TextBuffer;
			readonly asked: number | null;
			readonly problems: readonly Problem[];
	  }
	| {
			readonly sheet: 'save-difference';
			readonly file: string;
			readonly text: string;
			readonly difference: readonly DiffLine[];
			readonly target: SaveTarget;
			/** The form that is saved. */
			readonly job: Job;
			readonly isYes: boolean;
			readonly top: number;
	  };

export type AddSourceSheet = {
	readonly sheet: 'add-source';
	readonly source: AskedSource;
	readonly buffer: TextBuffer;
	/** Asked for after a PFX turned out to need one; null before. */
	readonly password: Secret | null;
	/** The number of the question whose answer is awaited; null: it is still typed. */
	readonly asked: number | null;
	readonly problems: readonly Problem[];
};

export type ConfirmedAction =
	| {readonly action: 'delete-profile'; readonly file: string}
	| {readonly action: 'replace-files'}
	| {readonly action: 'leave-result'; readonly destination: Destination};

/** The state with a sheet above its screen. */
export function openSheet(state: State, sheet: Sheet): State {
	return {...state, sheet};
}

/** The state without its sheet; under the help, another one may lie. */
export function closeSheet(state: State): State {
	return {...state, sheet: state.sheet?.sheet === 'help' ? state.sheet.under : null};
}

/** The help for what is seen now; asked for again it begins at its top. */
export function openHelp(state: State): State {
	const {sheet} = state;
	const under = sheet?.sheet === 'help' ? sheet.under : sheet;
	return openSheet(state, {sheet: 'help', top: 0, under});
}

/** Lets an answer reach the sheet that it is for, also while the help lies above it. */
export function belowHelp(state: State, answer: (state: State) => Step): Step {
	const {sheet} = state;
	if (sheet?.sheet !== 'help' || sheet.under === null) return answer(state);
	const next = answer({...state, sheet: sheet.under});
	const {sheet: under} = next.state;
	return under === null ? next : {...next, state: {...next.state, sheet: {...sheet, under}}};
}
