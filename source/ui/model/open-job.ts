// Opens what is prepared: one certificate on its screen, several as a list; keys and servers are asked for at once.
import {thisComputerWord} from '../../machine/find-servers.js';
import {batchState} from './batch.js';
import {certificateState} from './certificate.js';
import type {Draft, Job} from './job.js';
import {judgeNow} from './judging.js';
import {pushScreen, type State} from './state.js';
import {notice, type Step, step, then} from './step.js';
import {askForServer, takeThisComputer} from './update-server.js';

const exampleText = 'example servers: type or paste your own, and they take the place of these';

/** The state with the job opened above the screen that is seen. */
export function openJob(state: State, job: Job, now: Date): Step {
	const [first, second] = job.drafts;
	if (first === undefined) return step(state);
	const opened: State = {...state, now, job, nextId: state.nextId + job.drafts.length};
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

/** Shows again what somebody went back from: Esc loses nothing. */
export function reopenJob(state: State, job: Job): Step {
	const [first] = job.drafts;
	if (first === undefined) return step(state);
	const shown = pushScreen(state, job.drafts.length > 1 ? batchState : certificateState(0, first));
	return step(notice(shown, 'these are your changes from before; nothing of them is written yet'));
}

/** Looks for the server that the command line named. */
function nameServer(state: State, draft: Draft): Step {
	const isThisComputer = draft.server.buffer.text.toLowerCase() === thisComputerWord;
	return isThisComputer ? takeThisComputer(state, draft) : askForServer(state, draft);
}
