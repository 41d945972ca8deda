// Opens what is prepared: one certificate on its screen, several as a list; keys and servers are asked for at once.
import {thisComputerWord} from '../../machine/find-servers.js';
import {asideWith, formOf, withoutForm} from './forms.js';
import {batchState} from './batch.js';
import {certificateState} from './certificate.js';
import type {Draft, Job} from './job.js';
import {holdsChanges, judgeNow} from './judging.js';
import {pushScreen, type State} from './state.js';
import {notice, type Step, step, then} from './step.js';
import {askForServer, takeThisComputer} from './update-server.js';

const exampleText = 'example servers: type or paste your own, and they take the place of these';

/** Opens the job above the screen that is seen; one that somebody went back from opens as it was left. */
export function openOrReopen(state: State, job: Job, now: Date): Step {
	const left = formOf(state, job);
	return left === null ? openJob(state, job, now) : reopenJob(state, left);
}

function openJob(state: State, job: Job, now: Date): Step {
	const [first, second] = job.drafts;
	if (first === undefined) return step(state);
	const opened: State = {
		...state,
		now,
		job,
		aside: asideWith(state),
		nextId: state.nextId + job.drafts.length,
	};
	const asked = job.drafts.reduce(
		(before, draft) => then(before, next => nameServer(next, draft)),
		step(opened),
	);
	if (second !== undefined) {
		const opensExample = job.profile.origin === 'shipped';
		return then(asked, next => {
			const shown = pushScreen(next, batchState);
			return step(opensExample ? notice(shown, exampleText, 'warning') : shown);
		});
	}
	return then(
		then(asked, next => step(pushScreen(next, certificateState(0, next.job?.drafts[0] ?? first)))),
		next => judgeNow(next, first.id),
	);
}

/** Esc loses nothing, and neither does another form that was opened since. */
function reopenJob(state: State, job: Job): Step {
	const [first] = job.drafts;
	if (first === undefined) return step(state);
	const opened: State = {...state, job, aside: withoutForm(asideWith(state), job)};
	const selected = job.typed.text === '' ? 0 : job.drafts.length;
	const list = {...batchState, typed: job.typed, selected};
	const shown = pushScreen(opened, job.drafts.length > 1 ? list : certificateState(0, first));
	const said = holdsChanges(job)
		? 'these are your changes from before; nothing of them is written yet'
		: 'this is the form as you left it; nothing of it is written yet';
	return step(notice(shown, said));
}

/** Looks for the server that the command line named. */
function nameServer(state: State, draft: Draft): Step {
	const isThisComputer = draft.server.buffer.text.toLowerCase() === thisComputerWord;
	return isThisComputer ? takeThisComputer(state, draft) : askForServer(state, draft);
}
