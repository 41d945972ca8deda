// The password field: empty means generated; typed ones are repeated once and judged.
import {checkPassword} from '../../plan/password.js';
import type {Command} from '../keys/key-row.js';
import {isEditCommand, type TextBuffer} from '../parts/text-buffer.js';
import type {Stop} from './certificate.js';
import {noPassword, type PasswordChoice} from './job.js';
import {Secret} from './secret.js';
import type {State} from './state.js';
import {changeJob, notice, type Step, step} from './step.js';

/** Applies a change of text to one of the two lines. */
export function insertPassword(state: State, stop: Stop, change: (buffer: TextBuffer) => TextBuffer): State {
	return changePassword(state, choice => {
		const line = stop === 'again' ? 'again' : 'typed';
		return judged({...choice, [line]: new Secret(change(choice[line].buffer()))});
	});
}

/** Commands of the password field. */
export function editPassword(state: State, stop: Stop, command: Command): Step {
	if (command === 'show-password')
		return step(changePassword(state, choice => ({...choice, isShown: !choice.isShown})));
	if (command === 'generate-password')
		return step(
			notice(
				changePassword(state, () => noPassword),
				'a strong password will be generated',
			),
		);
	if (!isEditCommand(command)) return step(state);
	return step(
		changePassword(state, choice => {
			const line = stop === 'again' ? 'again' : 'typed';
			return judged({...choice, [line]: choice[line].edit(command)});
		}),
	);
}

/** Without a first line there is no second one. */
export function settlePassword(state: State): State {
	return changePassword(state, choice => (choice.typed.isEmpty ? noPassword : choice));
}

/** Why the password cannot be used yet; null when it can, or when one is generated. */
export function passwordOff({typed, again, isShown}: PasswordChoice): string | null {
	// What can be seen does not have to be typed twice.
	if (typed.isEmpty || typed.equals(again) || (isShown && again.isEmpty)) return null;
	return again.isEmpty ? 'type the password a second time, or show it' : 'the two passwords differ';
}

function judged(choice: PasswordChoice): PasswordChoice {
	return {...choice, problems: choice.typed.isEmpty ? [] : checkPassword(choice.typed.reveal())};
}

function changePassword(state: State, change: (choice: PasswordChoice) => PasswordChoice): State {
	return changeJob(state, job => ({...job, password: change(job.password)}));
}
