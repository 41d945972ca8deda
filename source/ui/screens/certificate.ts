// The certificate screen: the form, and beside it the certificate that comes out.
import {type CertificateState, detailsFrom, listHeight, type Stop, stopsOf} from '../model/certificate.js';
import {draftOf} from '../model/focus.js';
import type {Draft, Job} from '../model/job.js';
import {isWide, type State} from '../model/state.js';
import {below, beside, type Drawn, drawn, fitHeight, nothingDrawn, readable} from '../parts/drawn.js';
import {emptyLine} from '../parts/line.js';
import {drawAddresses} from './address-list.js';
import {detailLines} from './details.js';
import {drawField} from './form.js';

/** The fields in groups; a gap stands between them where there is room. */
const groups: readonly (readonly Stop[])[] = [
	['server'],
	['addresses'],
	['friendlyName', 'subject', 'validity'],
	['key', 'encryption', 'outputs'],
	['folder', 'fileName', 'password', 'again'],
];

/** The choices of the key fit into this many columns. */
const narrowestForm = 57;

/** Draws it into `width` columns and `height` rows. */
export function drawCertificate(
	state: State,
	screen: CertificateState,
	width: number,
	height: number,
): Drawn {
	const {job} = state;
	if (job === null) return nothingDrawn;
	const draft = draftOf(state, screen);
	const focus = state.sheet === null ? screen.stop : null;
	if (!isWide(width, detailsFrom)) return drawForm(job, draft, screen.stop, focus, width, height);
	const left = Math.max(narrowestForm, width - 68);
	const right = width - left - 3;
	// In the list the pages are those of the list.
	const key = screen.stop === 'addresses' ? 'Ctrl+D' : 'PgDn';
	return beside(
		drawForm(job, draft, screen.stop, focus, left, height),
		left,
		readable(detailLines(draft, right - 1), screen.detailsTop, height, key),
		right,
	);
}

function drawForm(
	job: Job,
	draft: Draft,
	stop: Stop,
	focus: Stop | null,
	width: number,
	height: number,
): Drawn {
	const present = stopsOf(job, draft);
	const shown = groups
		.map(group => group.filter(each => present.includes(each)))
		.filter(each => each.length > 0);
	const fields = shown.flat().filter(each => each !== 'addresses').length;
	const forList = listHeight(job, draft, height);
	// What is left over becomes air: first between the groups, then above them.
	const spare = Math.max(0, height - fields - forList);
	const parts: Drawn[] = spare >= shown.length ? [drawn(emptyLine)] : [];
	let keep = 0;
	for (const [index, group] of shown.entries()) {
		if (index > 0 && index <= spare) parts.push(drawn(emptyLine));
		for (const each of group) {
			const top = parts.reduce((sum, part) => sum + part.rows.length, 0);
			const part =
				each === 'addresses'
					? drawAddresses(draft, focus === 'addresses', width, forList)
					: drawField(each, job, draft, focus, width);
			if (each === stop || (each === 'server' && stop === 'this-computer'))
				keep = top + (part.cursor?.y ?? 0);
			parts.push(part);
		}
	}
	return fitHeight(below(...parts), height, keep);
}
