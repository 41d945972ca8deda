// After a batch that was stopped or failed: what is written already, and what is left to be made; pure.
import {contentOf} from './draft.js';
import type {Draft, Job} from './job.js';

/** Tells a certificate and its folder from every other one. */
export function writtenAs({folder}: Job, draft: Draft): string {
	return JSON.stringify([folder.text.trim(), draft.server.server?.fqdn ?? null, contentOf(draft)]);
}

/** True for a certificate that is written as it stands there; one that was changed since is made again. */
export function isWrittenAlready(job: Job, draft: Draft): boolean {
	return draft.written !== null && draft.written === writtenAs(job, draft);
}

/** The job with what the review makes: all that is not written already; all of it when nothing else is left. */
export function unwritten(job: Job): Job {
	const drafts = job.drafts.filter(each => !isWrittenAlready(job, each));
	return drafts.length === 0 || drafts.length === job.drafts.length ? job : {...job, drafts};
}
