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
	/** What is known of a file that would be lost and does not show its certificate; null when there is nothing to say. */
	readonly about?: string | null;
	/** It holds the generated passwords of a batch. */
	readonly isPasswords?: boolean;
};

/** Files that hold one certificate and would be lost together. */
export type LostFiles = {
	readonly names: readonly string[];
	readonly thumbprint: string | null;
	readonly about: string | null;
};

export type ReviewState = {
	readonly screen: 'review';
	/** Null while the folder is looked at. */
	readonly targets: readonly TargetFile[] | null;
	readonly problems: readonly Problem[];
	/** The folder is not there yet. */
	readonly isNewFolder: boolean;
	/** Name of the file for generated passwords; null when there is none. */
	readonly passwordsFile: string | null;
	/** The preselected answer. */
	readonly choice: 'write' | 'back';
	readonly top: number;
};

export const reviewState: ReviewState = {
	screen: 'review',
	targets: null,
	problems: [],
	isNewFolder: false,
	passwordsFile: null,
	choice: 'write',
	top: 0,
};

/** True when writing would lose a file. */
export function losesFiles(state: ReviewState): boolean {
	return state.targets?.some(each => each.fate === 'replaced') ?? false;
}

/** What would be lost, by the certificate in it. */
export function lostFiles({targets}: ReviewState): LostFiles[] {
	const lost = new Map<string, LostFiles>();
	for (const {file, fate, thumbprint, about = null} of targets ?? []) {
		if (fate !== 'replaced') continue;
		const key = thumbprint ?? file;
		const before = lost.get(key) ?? {names: [], thumbprint, about};
		lost.set(key, {...before, names: [...before.names, file.replace(/^.*[\\/]/, '')]});
	}
	return [...lost.values()];
}

/** What a person recognises it by. */
export function lostText({thumbprint, about}: LostFiles): string {
	return thumbprint === null ? (about ?? 'its certificate cannot be seen') : `thumbprint ${thumbprint}`;
}

/** True when clients that trust the certificate that this one is made after do not trust this one by that. */
export function changesIssuer(job: Job | null): boolean {
	const plan = job?.drafts[0]?.outlook.plan ?? null;
	if (job === null || job.again === null || plan === null) return false;
	return renewalOf(job.again.certificate, plan).issuer !== null;
}
