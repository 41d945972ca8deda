// The review screen: what will be written, what exists already, and the one question left.
import {renewalOf} from '../../describe/renewal.js';
import type {Problem} from '../../problem/problem.js';
import type {Job} from './job.js';

/** A file that will be written, or that lies there and is left alone. */
export type TargetFile = {
	readonly file: string;
	readonly fate: 'new' | 'replaced' | 'untouched';
	/** Of the certificate in the file that would be lost; null when it is unknown. */
	readonly thumbprint: string | null;
};

export type ReviewState = {
	readonly screen: 'review';
	/** Null while the folder is looked at. */
	readonly targets: readonly TargetFile[] | null;
	readonly problems: readonly Problem[];
	/** The preselected answer. */
	readonly choice: 'write' | 'back';
	readonly top: number;
};

export const reviewState: ReviewState = {
	screen: 'review',
	targets: null,
	problems: [],
	choice: 'write',
	top: 0,
};

/** True when writing would lose a file. */
export function losesFiles(state: ReviewState): boolean {
	return state.targets?.some(each => each.fate === 'replaced') ?? false;
}

/** True when clients that trust the certificate that this one is made after do not trust this one by that. */
export function changesIssuer(job: Job | null): boolean {
	const plan = job?.drafts[0]?.outlook.plan ?? null;
	if (job === null || job.again === null || plan === null) return false;
	return renewalOf(job.again.certificate, plan).issuer !== null;
}
