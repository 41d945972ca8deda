// What became of entries that were added to the list of addresses, counted and in words.
import type {LeftOut} from '../../plan/listed-names.js';

/** What became of entries that were added. */
export type Added = {
	readonly fresh: number;
	readonly doubled: number;
	readonly wrong: number;
	/** Entries that were written as a URL or with a port and became their host. */
	readonly hosts: number;
};

/** What came of a paste. */
export type Pasted = {readonly added: Added; readonly leftOut: LeftOut};

/** What came of both parts of one paste. */
export function bothPasted(a: Pasted, b: Pasted): Pasted {
	return {
		added: {
			fresh: a.added.fresh + b.added.fresh,
			doubled: a.added.doubled + b.added.doubled,
			wrong: a.added.wrong + b.added.wrong,
			hosts: a.added.hosts + b.added.hosts,
		},
		leftOut: {
			comments: a.leftOut.comments + b.leftOut.comments,
			headings: a.leftOut.headings + b.leftOut.headings,
			words: a.leftOut.words + b.leftOut.words,
		},
	};
}

/** `5 new, 1 already there, 1 wrong`, for the notice after a paste. */
export function describeAdded({fresh, doubled, wrong, hosts}: Added): string {
	const parts = [
		`${fresh} new`,
		...(doubled > 0 ? [`${doubled} already there`] : []),
		...(wrong > 0 ? [`${wrong} wrong: marked x, Enter mends`] : []),
		...(hosts > 0 ? [`${hosts} shortened to the host`] : []),
	];
	return parts.join(', ');
}
