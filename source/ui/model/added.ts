// What became of entries that were added to the list of addresses, counted and in words.
import {describeLeftOut, type LeftOut} from '../../plan/listed-names.js';

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
			descriptions: a.leftOut.descriptions + b.leftOut.descriptions,
			words: a.leftOut.words + b.leftOut.words,
		},
	};
}

/** `5 new, 1 already there, the heading left out, 1 wrong`, for the notice; what is to be done comes last. */
export function describeAdded({added, leftOut}: Pasted): string {
	const {fresh, doubled, wrong, hosts} = added;
	const left = describeLeftOut(leftOut);
	const parts = [
		`${fresh} new`,
		...(doubled > 0 ? [`${doubled} already there`] : []),
		...(hosts > 0 ? [`${hosts} shortened to the host`] : []),
		...(left === null ? [] : [left]),
		...(wrong > 0 ? [`${wrong} wrong: marked x, Ctrl+R goes there`] : []),
	];
	return parts.join(', ');
}
