// What came of a look at a file or a server.
import {withoutCommandLine} from '../../problem/hint.js';
import type {Problem} from '../../problem/problem.js';
import type {Look} from '../model/look.js';
import type {AnswerMessage} from '../model/messages.js';

export type Looked = Extract<AnswerMessage, {type: 'looked'}>;

/** What came of it, without the number of the question. */
export type Found = Pick<Looked, 'problems' | 'needsPassword'> & {readonly look: Omit<Look, 'id'> | null};

/** It could not be looked at, or not without a password. */
export function refused(problems: readonly Problem[], needsPassword = false): Found {
	return {look: null, problems: problems.map(withoutCommandLine), needsPassword};
}

/** It was seen. */
export function seen(look: Omit<Look, 'id'>): Found {
	return {look, problems: [], needsPassword: false};
}
