// Keys on the review screen, and the way from there to the written files.
import type {Command} from '../keys/key-row.js';
import {draftEntry, judge} from './draft.js';
import type {Job} from './job.js';
import type {Order} from './effects.js';
import {startedResult} from './result.js';
import {losesFiles, lostFiles, lostText, type ReviewState, reviewState} from './review.js';
import {currentScreen, popScreen, pushScreen, replaceScreen, type State} from './state.js';
import {unwritten} from './unwritten.js';
import {changeJob, notice, type Step, step} from './step.js';

/** Shows everything that would be written; what exists already is looked up. */
export function openReview(state: State): Step {
	const judged = changeJob(state, job => ({...job, drafts: job.drafts.map(each => judge(each, state.now))}));
	if (judged.job === null) return step(judged);
	const job = unwritten(judged.job);
	const plans = job.drafts.flatMap(each => (each.outlook.plan === null ? [] : [each.outlook.plan]));
	if (plans.length < job.drafts.length) return step(notice(judged, 'mend what is marked x first', 'warning'));
	const passwordsFile = needsPasswordsFile(job) ? passwordsFileName(state.now) : null;
	return step(pushScreen(judged, {...reviewState, passwordsFile}), {
		effect: 'find-targets',
		folder: job.folder.text.trim(),
		plans,
		passwordsFile,
		password: job.password.typed.isEmpty ? null : job.password.typed,
	});
}

/** Handles a command that the key table gave to this screen. */
export function updateReview(state: State, screen: ReviewState, command: Command): Step {
	const page = Math.max(1, state.size.rows - 8);
	const shown = (change: Partial<ReviewState>) => step(replaceScreen(state, {...screen, ...change}));
	switch (command) {
		case 'less':
			return shown({choice: 'write'});
		case 'more':
			return shown({choice: 'back'});
		case 'up':
			return shown({top: Math.max(0, screen.top - 1)});
		case 'down':
			return shown({top: screen.top + 1});
		case 'page-up':
			return shown({top: Math.max(0, screen.top - page)});
		case 'page-down':
			return shown({top: screen.top + page});
		case 'back':
			return step(popScreen(state));
		case 'accept':
			return screen.choice === 'back' ? step(popScreen(state)) : confirm(state, screen);
		default:
			return step(state);
	}
}

/** In a question there is little room. */
const mostLost = 2;

function confirm(state: State, screen: ReviewState): Step {
	if (screen.targets === null) return step(notice(state, 'the folder is still looked at'));
	if (screen.problems.some(each => each.severity === 'error'))
		return step(notice(state, 'these files cannot be written; Esc goes back', 'warning'));
	if (!losesFiles(screen)) return write(state, false);
	const lost = screen.targets.filter(each => each.fate === 'replaced').length;
	const files = lostFiles(screen);
	const shown = files.slice(0, mostLost).map(each => `${each.names.join(', ')}: ${lostText(each)}.`);
	const more =
		files.length > mostLost ? [`And ${files.length - mostLost} more, which the review names.`] : [];
	const copies = 'A server that was installed with the old one goes on working with its own copy.';
	return step({
		...state,
		sheet: {
			sheet: 'confirm',
			question:
				lost === 1
					? 'Replace this file? What is in it is lost.'
					: `Replace ${lost} files? What is in them is lost.`,
			about: [...shown, ...more, copies].join(' '),
			yes: 'Replace',
			isYes: false,
			action: {action: 'replace-files'},
		},
	});
}

/** Writes everything; `overwrite` after somebody confirmed it. */
export function write(state: State, overwrite: boolean): Step {
	const {job} = state;
	if (job === null) return step(state);
	const orders = ordersOf(unwritten(job));
	const screen = currentScreen(state);
	return step(pushScreen(popScreen(state), startedResult(orders.length)), {
		effect: 'write',
		profile: job.profile,
		orders,
		folder: job.folder.text.trim(),
		overwrite,
		password: job.password.typed.isEmpty ? null : job.password.typed,
		passwordsFile: screen.screen === 'review' ? screen.passwordsFile : null,
	});
}

/** Several generated passwords cannot be shown and copied one by one. */
function needsPasswordsFile({password, drafts}: Job): boolean {
	return password.typed.isEmpty && drafts.length > 1 && drafts.some(each => each.outputs.includes('pfx'));
}

/** A new name each time: a list of passwords is never replaced. */
function passwordsFileName(now: Date): string {
	return `passwords ${now.toISOString().slice(0, 16).replace('T', ' ').replace(':', '')}.txt`;
}

function ordersOf({drafts}: Job): Order[] {
	return drafts.flatMap(draft => {
		const {plan} = draft.outlook;
		if (plan === null) return [];
		const made = draft.madeAhead?.type === plan.key ? draft.madeAhead.made : null;
		return [{draft: draft.id, entry: draftEntry(draft), plan, server: draft.server.server, made}];
	});
}
