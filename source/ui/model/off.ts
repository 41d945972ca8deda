// Why a key does nothing now, in words for the footer; null when it works.
import {canUndo} from '../parts/text-buffer.js';
import {lineOf} from './addresses.js';
import {takesAddresses} from './certificate.js';
import {draftOf} from './focus.js';
import type {Draft} from './job.js';
import {strayServer} from './off-batch.js';
import {madeIn} from './result.js';
import {isLookedUp, listName} from './servers.js';
import {selectedItem} from './start.js';
import {currentScreen, type State} from './state.js';
import {passwordOff} from './update-password.js';
import {answerFor} from './will-it-work.js';

type WhyOff = (state: State) => string | null;

const onCertificate =
	(why: (draft: ReturnType<typeof draftOf>) => string | null): WhyOff =>
	state => {
		const screen = currentScreen(state);
		return screen.screen === 'certificate' ? why(draftOf(state, screen)) : null;
	};

export const back: WhyOff = state =>
	state.sheet === null && state.screens.length === 1 && currentScreen(state).screen === 'start'
		? 'this is the first screen; Ctrl+C leaves'
		: null;

/** On the screen of what was looked at. */
export const withoutCertificate: WhyOff = state => {
	const screen = currentScreen(state);
	const isSeen = screen.screen !== 'look' || screen.look.choices.length > 0;
	return isSeen ? null : 'no certificate can be seen here';
};

export const withoutChoice: WhyOff = state => {
	const screen = currentScreen(state);
	if (screen.screen !== 'look' || screen.look.choices.length > 1) return null;
	return screen.look.choices.length === 0
		? 'no certificate can be seen here'
		: 'there is only one certificate';
};

export const copyProfile: WhyOff = state => {
	const screen = currentScreen(state);
	const found = screen.screen === 'start' ? (selectedItem(screen)?.found ?? null) : null;
	return found?.profile ? null : 'there is no readable profile to copy';
};

export const deleteProfile: WhyOff = state => {
	const screen = currentScreen(state);
	const item = screen.screen === 'start' ? selectedItem(screen) : null;
	if (item?.item !== 'profile') return 'only a profile can be deleted';
	return item.found.origin === 'shipped' ? 'shipped profiles stay' : null;
};

export const remove: WhyOff = onCertificate(({addresses, outlook}) =>
	addresses.selected < outlook.rows.length ? null : 'no entry is chosen',
);

export const undo: WhyOff = onCertificate(({addresses, outlook}) =>
	addresses.past.length > 0 || canUndo(lineOf(addresses, outlook.rows))
		? null
		: 'nothing was changed in the list',
);

/** In "will it work for …?". */
export const addTested: WhyOff = state => {
	const {sheet} = state;
	const answer = sheet?.sheet === 'will-it-work' ? answerFor(state, sheet.buffer.text) : null;
	if (answer === null) return 'type an address first';
	if ('coveredBy' in answer) return `${answer.coveredBy.value} covers it already`;
	return answer.add === null ? answer.reason : null;
};

/** What is done for addresses, on the certificate screen. */
export const withoutAddresses: WhyOff = onCertificate(draft =>
	takesAddresses(draft) ? null : 'a signing certificate needs no addresses',
);

export const showPassword: WhyOff = state =>
	state.job?.password.typed.isEmpty ? 'nothing is typed; a strong one will be generated' : null;

export const generatePassword: WhyOff = state =>
	state.job?.password.typed.isEmpty ? 'a strong password will be generated already' : null;

/** What must be mended before anything can be written. */
export const review: WhyOff = state => {
	const {job} = state;
	if (job === null) return 'nothing is prepared';
	const unready = job.drafts.filter(each => each.outlook.plan === null);
	const looking = waitsForServers(state);
	if (looking !== null) return looking;
	const stray = strayServer(state);
	if (stray !== null) return stray;
	if (unready.length > 0) return whatIsMissing(state);
	if (job.folder.text.trim() === '') return 'say into which folder';
	return passwordOff(job.password);
};

/** What is still looked up; each look-up has a time limit of its own. Null when all is known that will be. */
export function waitsForServers({job}: State): string | null {
	const drafts = job?.drafts ?? [];
	const open = drafts.filter(isLookedUp).length;
	if (open === 0) return null;
	return drafts.length === 1
		? 'the server is still looked up'
		: `waiting for DNS: ${open} of ${drafts.length} servers`;
}

function whatIsMissing({job}: State): string {
	const drafts = job?.drafts ?? [];
	// Of several it says which one, since each has a screen of its own.
	const said = (draft: Draft, what: string) =>
		drafts.length > 1 ? `${listName(draft) || 'the marked one'}: ${what}` : what;
	const waiting = drafts.find(each => each.needsServer && each.server.server === null);
	if (waiting !== undefined) return said(waiting, 'first say for which server it is');
	const wrong = drafts.find(each => each.outlook.plan === null);
	if (wrong === undefined) return 'mend what is marked x';
	const errors = wrong.outlook.problems.filter(problem => problem.severity === 'error').length;
	return said(
		wrong,
		errors === 1 ? 'mend the error that is marked x' : `mend the ${errors} errors that are marked x`,
	);
}

export const saveProfile: WhyOff = ({job}) => (job === null ? 'nothing is open' : null);

const onResult =
	(why: (result: Extract<ReturnType<typeof currentScreen>, {screen: 'result'}>) => string | null): WhyOff =>
	state => {
		const screen = currentScreen(state);
		return screen.screen === 'result' ? why(screen) : null;
	};

export const copyThumbprint: WhyOff = onResult(screen =>
	madeIn(screen).length > 0 ? null : 'there is no certificate',
);

export const copySteps: WhyOff = onResult(screen =>
	madeIn(screen).length > 0 ? null : 'nothing was written',
);

export const showResultPassword: WhyOff = onResult(({password}) =>
	password === null ? 'no password was generated here' : null,
);

export const copyPassword: WhyOff = showResultPassword;
