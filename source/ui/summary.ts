// What stays in the normal screen after leaving: what was made and where; never a password.
import {visible} from '../problem/visible.js';
import type {State} from './model/state.js';

/** A few lines for every certificate of the session, or nothing when nothing was made. */
export function summary({written}: State): string {
	if (written.length === 0) return '';
	const lists = new Set(written.flatMap(each => each.passwordsFile ?? []));
	const lines = written.flatMap(({name, files, thumbprint}) => [
		visible(name),
		...files.map(file => `  ${visible(file)}`),
		`  Thumbprint ${thumbprint}`,
	]);
	return `${[...lines, ...[...lists].map(file => `Passwords: ${visible(file)}`)].join('\n')}\n`;
}
