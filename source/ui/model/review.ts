// The review screen: what will be written, what exists already, and the one question left.
import type {Problem} from '../../problem/problem.js';

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
