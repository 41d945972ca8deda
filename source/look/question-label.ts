// What the answers about a target are called.
import type {CheckAnswer} from '../describe/check-definition.js';
import {visible} from '../problem/visible.js';

const labels: Readonly<Record<CheckAnswer['check'], string>> = {
	file: 'file',
	resolves: 'resolves to',
	answers: 'answers',
	tls: 'TLS',
	'client-certificate': 'client certificate',
	presents: 'presents',
	covers: 'covers',
	trusted: 'trusted here',
	dates: 'dates',
	'same-as': 'same certificate',
	kind: 'kind',
};

/** The question in a word or two, with the address that it is about. */
export function questionLabel({check, subject}: CheckAnswer, isFile: boolean): string {
	if (check === 'presents' && isFile) return 'holds';
	return subject === null ? labels[check] : `${labels[check]} ${visible(subject)}`;
}
