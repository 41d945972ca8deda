// Where the keys go now: from the most specific place to the most general.
import type {BatchState} from './batch.js';
import type {CertificateState, Stop} from './certificate.js';
import type {Draft, Job} from './job.js';
import {endingOf, type ResultState} from './result.js';
import type {Sheet} from './sheet.js';
import {currentScreen, type State} from './state.js';

export type Where =
	| 'start'
	| 'look'
	| 'comparison'
	| 'filter'
	| 'problems'
	| 'batch'
	| 'server'
	| 'addresses'
	| 'address'
	| 'blank'
	| 'editing'
	| 'found'
	| 'find'
	| 'choice'
	| 'password'
	| 'text'
	| 'form'
	| 'list'
	| 'job'
	| 'review'
	| 'writing'
	| 'result'
	| 'unwritten'
	| 'made'
	| 'menu'
	| 'ask'
	| 'question'
	| 'test'
	| 'tested'
	| 'pages'
	| 'letters'
	| 'anywhere';

/** The places whose keys work now. `text` among them: typed characters go into a field; `letters`: they are keys. */
export function focusOf(state: State): readonly Where[] {
	if (state.sheet !== null) return [...sheetFocus(state, state.sheet), 'anywhere'];
	const screen = currentScreen(state);
	switch (screen.screen) {
		case 'start':
			return screen.filter === null ? ['start', 'letters', 'anywhere'] : ['filter', 'text', 'anywhere'];
		case 'look':
			return ['look', 'letters', 'anywhere'];
		case 'comparison':
			return ['comparison', 'letters', 'anywhere'];
		case 'problems':
			return ['problems', 'letters', 'anywhere'];
		case 'batch':
			return [...batchFocus(screen, state.job), 'form', 'job', 'anywhere'];
		case 'certificate':
			return [...certificateFocus(screen, draftOf(state, screen)), 'form', 'list', 'job', 'anywhere'];
		case 'review':
			return ['review', 'letters', 'anywhere'];
		case 'result':
			return [...resultFocus(screen), 'letters', 'anywhere'];
	}
}

/** True when typed characters are text, not keys. */
export function isTyping(state: State): boolean {
	const focus = focusOf(state);
	return focus.some(each => each === 'text' || each === 'addresses' || each === 'batch');
}

/** True when Enter answers a question, so that it must not be pressed unseen. */
export function isAsking(state: State): boolean {
	const focus = focusOf(state);
	return focus.some(each => each === 'ask' || each === 'review' || each === 'result' || each === 'unwritten');
}

/** True where the list of addresses or of servers takes what comes in. */
export function isInList(state: State): boolean {
	const screen = currentScreen(state);
	if (state.sheet !== null) return false;
	if (screen.screen === 'batch') return screen.stop === 'list' && screen.renaming === null;
	return screen.screen === 'certificate' && screen.stop === 'addresses';
}

/** True for screens that have a line of text somewhere. */
export function hasLines(state: State): boolean {
	return ['start', 'batch', 'certificate'].includes(currentScreen(state).screen);
}

/** The draft that a certificate screen edits. */
export function draftOf(state: State, screen: CertificateState): Draft {
	const draft = state.job?.drafts[screen.index];
	if (draft === undefined) throw new Error('a certificate screen without its certificate');
	return draft;
}

/** The draft of the certificate screen; null on every other one. */
export function draftOnScreen(state: State): Draft | null {
	const screen = currentScreen(state);
	return screen.screen === 'certificate' ? draftOf(state, screen) : null;
}

function batchFocus({stop, selected, renaming}: BatchState, job: Job | null): readonly Where[] {
	if (stop !== 'list') return stopFocus(stop);
	const isOnRow = renaming === null && selected < (job?.drafts.length ?? 0);
	return isOnRow ? ['batch'] : ['server', 'text'];
}

function resultFocus(screen: ResultState): readonly Where[] {
	const ending = endingOf(screen);
	if (ending === 'running') return ['writing'];
	return ending === 'complete' ? ['result', 'made'] : ['unwritten', 'made'];
}

function sheetFocus(state: State, sheet: Sheet): readonly Where[] {
	switch (sheet.sheet) {
		case 'help':
		case 'details':
		case 'kinds':
			return ['pages', 'letters'];
		case 'add-from':
		case 'which-certificate':
		case 'save-to':
			return ['menu', 'letters'];
		case 'confirm':
			return ['ask', 'letters'];
		case 'save-difference':
			return ['ask', 'pages', 'letters'];
		case 'will-it-work':
			return [currentScreen(state).screen === 'certificate' ? 'test' : 'tested', 'text'];
		case 'add-source':
		case 'copy-profile':
		case 'look-at':
		case 'save-name':
			return ['question', 'text'];
	}
}

function certificateFocus(screen: CertificateState, draft: Draft): readonly Where[] {
	if (screen.stop !== 'addresses') return stopFocus(screen.stop);
	const {addresses, outlook} = draft;
	if (addresses.filter?.isTyping) return ['find', 'text'];
	if (addresses.editing !== null) return ['editing', 'text'];
	const found: readonly Where[] = addresses.filter === null ? [] : ['found'];
	if (addresses.selected < outlook.rows.length) return [...found, 'addresses'];
	return [...found, ...(addresses.draft.text === '' ? (['blank'] as const) : []), 'address', 'text'];
}

function stopFocus(stop: Stop): readonly Where[] {
	switch (stop) {
		case 'this-computer':
		case 'key':
		case 'encryption':
		case 'outputs':
			return ['choice', 'letters'];
		case 'password':
		case 'again':
			return ['password', 'text'];
		default:
			return ['text'];
	}
}
