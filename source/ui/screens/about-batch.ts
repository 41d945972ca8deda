// What is to know about the place where the focus is in the list of a batch.
import type {BatchState} from '../model/batch.js';
import type {Job} from '../model/job.js';
import {isExample, isLookedUp, lacksIp, serverNameOf} from '../model/servers.js';
import {isWrittenAlready} from '../model/unwritten.js';
import {type Message, said} from '../parts/messages.js';
import {help} from './about-here.js';

/** What is wrong with the chosen certificate, or what belongs there. */
export function aboutBatch(job: Job, {stop, selected, renaming}: BatchState): Message {
	const draft = job.drafts[selected];
	if (stop === 'password')
		return said('One that is typed is for all; else each PFX has its own, listed in a file');
	if (stop !== 'list') return said(help[stop]);
	if (renaming !== null) return said('Names, subject and file name follow; Esc leaves it as it was');
	if (draft === undefined) return said('Each server gets a certificate like the others; paste a whole list');
	const problem = draft.outlook.problems.find(each => each.severity === 'error');
	if (problem !== undefined)
		return {sign: 'error', text: `${problem.message}; Enter opens it`, tone: 'plain'};
	if (isWrittenAlready(job, draft))
		return said('It is written: the review leaves it as it is, unless you change it');
	if (isExample(job, draft))
		return said('An example: paste your own servers, or change its name with Ctrl+E');
	if (isLookedUp(draft)) return said('DNS is asked for its addresses');
	if (lacksIp(draft))
		return said('DNS does not know it: who connects by its address is refused; Enter opens it, to add one');
	return said(
		serverNameOf(draft) === null
			? 'Enter opens it; type or paste to add servers'
			: 'Type or paste to add servers; Ctrl+E is another name for this one',
	);
}
