// What stays in the normal screen after leaving: what was made and where; never a password.
import {visible} from '../problem/visible.js';
import type {State} from './model/state.js';

/** A few lines, or nothing when nothing was made. */
export function summary({screens}: State): string {
	const outcomes = screens.flatMap(each => (each.screen === 'result' ? each.outcomes : []));
	const made = outcomes.filter(each => each.status === 'created');
	if (made.length === 0) return '';
	const passwords = screens.flatMap(each => (each.screen === 'result' ? (each.passwordsFile ?? []) : []));
	const lines = made.flatMap(({prepared, files, certificate}) => [
		`${visible(prepared.plan.friendlyName)}`,
		...files.map(file => `  ${visible(file)}`),
		`  Thumbprint ${certificate?.thumbprint ?? ''}`,
	]);
	return `${[...lines, ...passwords.map(file => `Passwords: ${visible(file)}`)].join('\n')}\n`;
}
