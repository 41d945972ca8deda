// Keys on the result screen.
import type {Command} from '../keys/key-row.js';
import type {Job} from './job.js';
import {leaveForStart} from './leave.js';
import {nextStepsText} from './next-steps.js';
import {endingOf, madeIn, type ResultState} from './result.js';
import {popScreen, replaceScreen, type State} from './state.js';
import {changeJob, notice, type Step, step} from './step.js';
import {scrolledTop} from './scroll.js';
import {unwritten, writtenAs} from './unwritten.js';

/** Handles a command that the key table gave to this screen. */
export function updateResult(state: State, screen: ResultState, command: Command): Step {
	const top = scrolledTop(state, screen.top, command);
	if (top !== null) return step(replaceScreen(state, {...screen, top}));
	switch (command) {
		case 'show-password':
			return step(replaceScreen(state, {...screen, isPasswordShown: !screen.isPasswordShown}));
		case 'copy-password':
			return screen.password === null
				? step(state)
				: step(state, {effect: 'copy', text: screen.password, what: 'the password'});
		case 'copy-thumbprint':
			return copyThumbprint(state, screen);
		case 'copy-steps': {
			const text = nextStepsText(madeIn(screen));
			return step(state, {effect: 'copy', text, what: 'the next steps'});
		}
		case 'back':
		case 'again':
			return leaveResult(state, screen);
		default:
			return step(state);
	}
}

function copyThumbprint(state: State, screen: ResultState): Step {
	const thumbprints = madeIn(screen).flatMap(each => each.certificate?.thumbprint ?? []);
	const what = thumbprints.length === 1 ? 'the thumbprint' : `${thumbprints.length} thumbprints`;
	return step(state, {effect: 'copy', text: thumbprints.join('\n'), what});
}

function leaveResult(state: State, screen: ResultState): Step {
	switch (endingOf(screen)) {
		case 'running':
			return stop(state, screen);
		case 'complete':
			return leaveForStart(state);
		default:
			return backToForm(state, screen);
	}
}

function stop(state: State, screen: ResultState): Step {
	if (screen.status !== 'running') return step(state);
	const stopping = replaceScreen(state, {...screen, status: 'stopping'});
	return step(notice(stopping, 'stopping; what is finished stays'), {effect: 'stop-writing'});
}

/** What could not be written goes on where it was typed; nothing of that is lost, and what is written is not made again. */
function backToForm(state: State, screen: ResultState): Step {
	const made = madeIn(screen).length;
	const back = changeJob(popScreen(state), job => withWrittenMarked(job, screen, state.nextId));
	const next = {...back, nextId: state.nextId + (state.job?.drafts.length ?? 0)};
	if (made === 0) return step(notice(next, 'everything is as it was; nothing is written yet'));
	const said = made === 1 ? '1 is written and stays' : `${made} are written and stay`;
	return step(notice(next, `${said}: Ctrl+R makes the other ${screen.count - made}`));
}

/** Should one that was made be changed and made again, then not with its key and serial number: it gets a new id. */
function withWrittenMarked(job: Job, {outcomes}: ResultState, firstId: number): Job {
	const ordered = unwritten(job).drafts;
	const made = new Set(ordered.filter((_, index) => outcomes[index]?.status === 'created'));
	const drafts = job.drafts.map((draft, index) =>
		made.has(draft)
			? {...draft, id: firstId + index, madeAhead: null, written: writtenAs(job, draft)}
			: draft,
	);
	return {...job, drafts};
}
