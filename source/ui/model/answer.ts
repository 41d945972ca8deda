// Answers of the machine: what was found, made, written; late ones, for what is gone, change nothing.
import type {Outcome} from '../../generate.js';
import {hasErrors} from '../../problem/problem.js';
import {makeJob} from './draft.js';
import {judgeNow} from './judging.js';
import type {AnswerMessage} from './messages.js';
import {isWanted, openWanted} from './opening.js';
import {openOrReopen} from './open-job.js';
import {changesIssuer, losesFiles, type ReviewState} from './review.js';
import {withWritten} from './result.js';
import {isAllExample} from './servers.js';
import {inScreenWords} from './screen-words.js';
import {changeScreen, currentScreen, pushScreen, type State} from './state.js';
import {changeDraft, draftById, notice, type Step, step} from './step.js';
import {nameFirst, profileSaved, showDifference} from './update-save.js';
import {tokenKeysFound} from './update-comparison.js';
import {looked} from './update-look.js';
import {takeNames} from './update-add-from.js';
import {serverFound} from './update-server.js';
import {profileCopied, profilesFound} from './update-start.js';

type Answer<T extends AnswerMessage['type']> = Extract<AnswerMessage, {type: T}>;

/** Takes one answer in. */
export function answer(state: State, message: AnswerMessage): Step {
	switch (message.type) {
		case 'profiles-found':
			return profilesFound(state, message.found);
		case 'profile-read':
			return openProfile(state, message);
		case 'this-computer-found':
			return step({...state, thisComputer: message.name});
		case 'server-found':
			return step(serverFound(state, message.draft, message.asked, message.server, message.problems));
		case 'looked':
			return looked(state, message);
		case 'token-keys-found':
			return step(tokenKeysFound(state, message.look, message.keys));
		case 'key-made':
			return step(
				changeDraft(state, message.draft, draft =>
					draft.key === message.madeAhead.type ? {...draft, madeAhead: message.madeAhead} : draft,
				),
			);
		case 'paused': {
			const draft = draftById(state, message.draft);
			return draft?.changes === message.changes ? judgeNow(state, message.draft) : step(state);
		}
		case 'names-found':
			return takeNames(state, message);
		case 'targets-found':
			return step(
				changeScreen({...state, now: message.now}, 'review', screen => {
					const {targets} = message;
					const problems = message.problems.map(inScreenWords);
					const {isNewFolder = false, passwordsFile = screen.passwordsFile} = message;
					const found: ReviewState = {...screen, targets, problems, isNewFolder, passwordsFile};
					const isDoubtful =
						losesFiles(found) || changesIssuer(state.job) || isAllExample(state.job) || hasErrors(problems);
					return {...found, choice: isDoubtful ? 'back' : found.choice};
				}),
			);
		case 'written':
			return step(
				changeScreen(withOutcome(state, message.outcome, message.passwordsFile), 'result', screen => ({
					...screen,
					outcomes: [...screen.outcomes, message.outcome],
					password: message.password,
				})),
			);
		case 'finished': {
			const {outcomes, passwordsFile} = message;
			// Once more, in their order: they were finished in another one.
			const known = outcomes.reduce((before, each) => withOutcome(before, each, passwordsFile), state);
			return step(
				changeScreen(known, 'result', screen => ({
					...screen,
					status: 'done',
					outcomes: outcomes.map(inWords),
					problems: message.problems.map(inScreenWords),
					passwordsFile,
				})),
			);
		}
		case 'copied':
			return step(copied(state, message));
		case 'profile-copied':
			return profileCopied(state, message.file, message.problems);
		case 'profile-deleted': {
			const [problem] = message.problems;
			const said = problem === undefined ? `deleted ${nameFirst(message.file)}` : problem.message;
			return step(notice(state, said, problem === undefined ? 'plain' : 'error'), {effect: 'find-profiles'});
		}
		case 'profile-compared':
			return step(showDifference(state, message));
		case 'profile-saved':
			return profileSaved(state, message);
		case 'noticed':
			return step({...state, notice: message.notice});
		case 'wanted':
			return openWanted(state, message);
	}
}

/** The state that knows of another certificate for the summary, when it was made. */
function withOutcome(state: State, outcome: Outcome, passwordsFile: string | null): State {
	if (outcome.status !== 'created') return state;
	const {prepared, files, certificate} = outcome;
	const name = prepared.plan.friendlyName;
	const fresh = {name, files, thumbprint: certificate?.thumbprint ?? '', passwordsFile};
	return {...state, written: withWritten(state.written, fresh)};
}

function inWords(outcome: Outcome): Outcome {
	return {...outcome, problems: outcome.problems.map(inScreenWords)};
}

/** Only what is known to be on the clipboard counts as kept. */
function copied(state: State, {what, way, isPassword}: Answer<'copied'>): State {
	const kept = isPassword
		? changeScreen(state, 'result', screen => ({
				...screen,
				isPasswordKept: screen.isPasswordKept || way === 'program',
				isPasswordSent: screen.isPasswordSent || way === 'terminal',
			}))
		: state;
	if (way === 'program') return notice(kept, `copied ${what}`);
	if (way === 'terminal')
		return notice(kept, `asked the terminal to copy ${what}; if nothing pastes, select it with the mouse`);
	return notice(kept, `nothing here can copy: select ${what} with the mouse`, 'warning');
}

function openProfile(asked: State, message: Answer<'profile-read'>): Step {
	const {profile, problems, title, now} = message;
	const {opening} = asked;
	if (!isWanted(asked, title)) return step(opening?.title === title ? {...asked, opening: null} : asked);
	const state: State = {...asked, opening: null};
	// Enter was pressed twice, and the first one opened it.
	if (currentScreen(state).screen !== 'start') return step(state);
	if (profile === null) return step(pushScreen(state, {screen: 'problems', title, problems, top: 0}));
	const job = makeJob(profile, message.servers, message.folder, state.nextId, now);
	return openOrReopen(state, job, now);
}
