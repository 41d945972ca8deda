// Which problem belongs to which field of the certificate screen, and where the first one stands that is in the way.
import type {Problem} from '../../problem/problem.js';
import {type Stop, stopsOf} from './certificate.js';
import type {Draft, Job} from './job.js';
import {strayServer} from './off-batch.js';
import {currentScreen, replaceScreen, type State} from './state.js';
import {changeDraft} from './step.js';
import {passwordOff} from './update-password.js';

/** The profile keys that a stop stands for. */
const fieldsOf: Partial<Record<Stop, RegExp>> = {
	addresses: /^subjectAlternativeNames/,
	friendlyName: /^friendlyName/,
	subject: /^subject(\.|$)/,
	validity: /^(validity|notBefore|notAfter)/,
	key: /^(key|signatureHash|keyUsage|extendedKeyUsage)(\.|$)/,
	encryption: /^pfx/,
	outputs: /^outputs/,
	fileName: /^fileName/,
};

/** True when a problem at this key of a profile stands at this stop. */
export function isAbout(stop: Stop, field: string | null): boolean {
	return field !== null && fieldsOf[stop]?.test(field) === true;
}

/** What is wrong with the field of a stop, worst first. */
export function problemsAt(stop: Stop, job: Job, draft: Draft): readonly Problem[] {
	const rank = {error: 0, warning: 1, note: 2};
	return [...unsortedProblemsAt(stop, job, draft)].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function unsortedProblemsAt(stop: Stop, job: Job, draft: Draft): readonly Problem[] {
	if (stop === 'server') return draft.server.problems;
	if (stop === 'password') return job.password.problems;
	// That nobody said yet for which server it is stands at the server alone.
	const isWaiting = draft.server.server === null;
	return draft.outlook.problems.filter(
		({field, code}) => isAbout(stop, field) && !(isWaiting && code === 'placeholder-without-server'),
	);
}

/** The field that has to be dealt with before this certificate can be written; null when none has. */
function blockingStop(job: Job, draft: Draft): Stop | null {
	if (draft.needsServer && draft.server.server === null) return 'server';
	const isWrong = (stop: Stop) => problemsAt(stop, job, draft)[0]?.severity === 'error';
	const present = stopsOf(job, draft);
	if (draft.outlook.plan === null) return present.find(isWrong) ?? null;
	if (!present.includes('folder')) return null;
	if (job.folder.text.trim() === '') return 'folder';
	if (passwordOff(job.password) === null) return null;
	return present.includes('again') ? 'again' : 'password';
}

/** The state with the focus on the first thing that is in the way of the review. */
export function goToBlocking(state: State): State {
	const screen = currentScreen(state);
	const {job} = state;
	if (job === null || state.sheet !== null) return state;
	const all = job.drafts.map((draft, index) => ({draft, index, stop: blockingStop(job, draft)}));
	const isHere = ({index}: {readonly index: number}) =>
		screen.screen === 'certificate' && index === screen.index;
	const found = all.filter(each => each.stop !== null);
	const first = found.find(isHere) ?? found[0];
	if (screen.screen === 'batch') {
		if (strayServer(state) !== null) {
			const selected = screen.renaming === null ? job.drafts.length : screen.selected;
			return replaceScreen(state, {...screen, stop: 'list', selected});
		}
		if (first !== undefined) return replaceScreen(state, {...screen, stop: 'list', selected: first.index});
		if (job.folder.text.trim() === '') return replaceScreen(state, {...screen, stop: 'folder'});
		return passwordOff(job.password) === null
			? state
			: replaceScreen(state, {...screen, stop: job.password.typed.isEmpty ? 'password' : 'again'});
	}
	if (screen.screen !== 'certificate' || first === undefined || first.stop === null) return state;
	const {draft, index, stop} = first;
	const shown = replaceScreen(state, {...screen, index, stop});
	if (stop !== 'addresses') return shown;
	const isInList = screen.index === index && screen.stop === stop;
	return changeDraft(shown, draft.id, each => withNextWrong(each, isInList));
}

/** The first wrong address; who stands at a wrong one already goes to the next, and after the last to the first. */
function withNextWrong(draft: Draft, isInList: boolean): Draft {
	const {addresses, outlook} = draft;
	const wrong = outlook.rows.flatMap((each, index) => (each.severity === 'error' ? [index] : []));
	const next = wrong.includes(addresses.selected) ? wrong.find(each => each > addresses.selected) : undefined;
	const selected = (isInList ? next : undefined) ?? wrong[0];
	return selected === undefined
		? draft
		: {...draft, addresses: {...addresses, filter: null, editing: null, selected}};
}
