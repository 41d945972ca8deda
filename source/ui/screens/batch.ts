// The certificates of a batch, one in a row, and what they share.
import type {BatchState} from '../model/batch.js';
import {detailsFrom} from '../model/certificate.js';
import {isChanged} from '../model/draft.js';
import type {Draft, Job} from '../model/job.js';
import {batchStops} from '../model/update-batch.js';
import {below, beside, type Drawn, drawn, fitHeight, nothingDrawn} from '../parts/drawn.js';
import {gutter, gutterWidth, textField} from '../parts/field.js';
import {cutLine, emptyLine, fitLine, type Line, line, span} from '../parts/line.js';
import {listWindow} from '../parts/window.js';
import {detailLines} from './details.js';
import {drawPassword, labels} from './form.js';

/** Draws it into `width` columns and `height` rows; the chosen certificate stands beside the list where it fits. */
export function drawBatch(job: Job | null, screen: BatchState, width: number, height: number): Drawn {
	if (job === null) return nothingDrawn;
	const chosen = job.drafts[screen.selected];
	if (width < detailsFrom || chosen === undefined) return drawList(job, screen, width, height);
	const right = Math.floor(width * 0.4);
	const left = width - right - 4;
	const about = fitHeight(drawn(...detailLines(chosen, right - 1)), height);
	// Enter shows it whole: the panel only says what stands in the row.
	return beside(drawList(job, screen, left, height), left, about, right);
}

function drawList(job: Job, screen: BatchState, width: number, height: number): Drawn {
	const shared = batchStops(job)
		.filter(each => each !== 'list')
		.map((stop): Drawn => {
			const look = {label: labels[stop], isFocused: screen.stop === stop, severity: null, width};
			if (stop !== 'folder')
				return drawPassword(stop, job.password, look, '(one for each, into a file; or type one for all)');
			return textField({
				...look,
				buffer: job.folder,
				empty: '(where the files go)',
				aside: [],
				isAsideAtEdge: false,
				mask: null,
			});
		});
	const room = Math.max(3, height - shared.length - 4);
	const {start, end} = listWindow(job.drafts.length, screen.selected, room);
	const range = end - start < job.drafts.length ? `  ${start + 1}-${end}` : '';
	const rows = job.drafts
		.slice(start, end)
		.map((draft, at) => draftLine(draft, screen.stop === 'list' && start + at === screen.selected, width));
	const head = [emptyLine, line(` ${job.drafts.length} CERTIFICATES${range}`, 'strong')];
	return fitHeight(below(drawn(...head, ...rows, emptyLine), ...shared), height);
}

function draftLine(draft: Draft, isSelected: boolean, width: number): Line {
	const {plan, problems, rows} = draft.outlook;
	const errors = problems.filter(each => each.severity === 'error').length;
	const isWaiting = draft.needsServer && draft.server.server === null;
	const severity =
		errors > 0 ? 'error' : problems.some(each => each.severity === 'warning') ? 'warning' : null;
	const name = plan?.friendlyName ?? draft.texts.friendlyName.text;
	const about =
		errors === 0
			? `${rows.length === 0 ? '' : rows.length === 1 ? '1 address' : `${rows.length} addresses`}`
			: isWaiting
				? 'for which server?'
				: errors === 1
					? '1 error'
					: `${errors} errors`;
	const nameWidth = Math.max(20, width - gutterWidth - 34);
	return cutLine(
		[
			...gutter(isSelected, severity),
			...fitLine([span(name, isSelected ? 'accent' : 'plain')], nameWidth),
			span(` ${(draft.entry.kind?.value === 'signing' ? 'signing' : 'SSL').padEnd(9)}`, 'dim'),
			span(about, errors > 0 ? 'error' : 'dim'),
			span(isChanged(draft) ? '  changed' : '', 'dim'),
		],
		width,
	);
}
