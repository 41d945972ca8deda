// The certificates of a batch, one in a row, the line for further servers, and what all of them share.
import {isWide} from '../model/state.js';
import type {BatchState} from '../model/batch.js';
import {detailsFrom} from '../model/certificate.js';
import {isChanged} from '../model/draft.js';
import type {Draft, Job} from '../model/job.js';
import {isExample, isLookedUp, lacksIp, listName} from '../model/servers.js';
import {isWrittenAlready} from '../model/unwritten.js';
import {batchStops} from '../model/update-batch.js';
import {below, beside, type Drawn, drawn, fitHeight, nothingDrawn, readable} from '../parts/drawn.js';
import {gutter, gutterWidth, textField, textLine} from '../parts/field.js';
import {cutLine, emptyLine, fitLine, type Line, lineWidth, span, widthOf} from '../parts/line.js';
import {listWindow} from '../parts/window.js';
import {signs} from '../theme.js';
import {detailLines} from './details.js';
import {labels} from './form.js';
import {drawPassword} from './password-field.js';

const kindWidth = 9;
const aboutWidth = 24;

/** Draws it into `width` columns and `height` rows; the chosen certificate stands beside the list where it fits. */
export function drawBatch(job: Job | null, screen: BatchState, width: number, height: number): Drawn {
	if (job === null) return nothingDrawn;
	const chosen = job.drafts[screen.selected] ?? job.drafts.at(-1);
	if (!isWide(width, detailsFrom) || chosen === undefined) return drawList(job, screen, width, height);
	const right = Math.floor(width * 0.4);
	const left = width - right - 4;
	// Enter shows it whole: the panel only says what stands in the row.
	const about = readable(detailLines(chosen, right - 1, false), 0, height, 'Enter');
	return beside(drawList(job, screen, left, height), left, about, right);
}

function drawList(job: Job, screen: BatchState, width: number, height: number): Drawn {
	const shared = batchStops(job)
		.filter(each => each !== 'list')
		.map(stop => drawShared(job, screen, stop, width));
	const room = Math.max(2, height - shared.length - 3);
	const {start, end} = listWindow(job.drafts.length, screen.selected, room);
	const range = end - start < job.drafts.length ? `, ${start + 1}-${end} shown` : '';
	const count = job.drafts.length === 1 ? '1 CERTIFICATE' : `${job.drafts.length} CERTIFICATES`;
	const nameWidth = Math.min(
		Math.max(20, width - gutterWidth - kindWidth - aboutWidth - 2),
		Math.max(20, ...job.drafts.map(each => widthOf(listName(each)))),
	);
	const rows = job.drafts
		.slice(start, end)
		.map((draft, at) => drawDraft(job, screen, draft, start + at, {nameWidth, width}));
	const head = drawn([span(` ${count}`, 'strong'), span(range, 'dim')]);
	return fitHeight(below(head, ...rows, drawTyping(job, screen, width), drawn(emptyLine), ...shared), height);
}

function drawShared(job: Job, screen: BatchState, stop: BatchState['stop'], width: number): Drawn {
	if (stop === 'list') return nothingDrawn;
	const look = {label: labels[stop], isFocused: screen.stop === stop, severity: null, width};
	if (stop !== 'folder')
		return drawPassword(stop, job.password, look, '(one for each, in a file; or type one)');
	return textField({
		...look,
		buffer: job.folder,
		empty: '(where the files go)',
		aside: [],
		isAsideAtEdge: false,
		mask: null,
	});
}

/** The last line, on which the names of further servers are typed. */
function drawTyping({drafts}: Job, {stop, selected, typed, renaming}: BatchState, width: number): Drawn {
	const isTyping = stop === 'list' && renaming === null && selected >= drafts.length;
	const empty = isTyping
		? 'name of another server; several at once when pasted'
		: 'type or paste servers here';
	const text = textLine(typed, width - gutterWidth - 3, isTyping, empty);
	const row = [
		span(isTyping ? `${signs.focus} ` : '  ', 'accent'),
		span('+ ', isTyping ? 'accent' : 'dim'),
		...text.line,
	];
	return {rows: [cutLine(row, width)], cursor: isTyping ? {x: gutterWidth + 1 + text.cursor, y: 0} : null};
}

function drawDraft(
	job: Job,
	{stop, selected, renaming}: BatchState,
	draft: Draft,
	index: number,
	{nameWidth, width}: {readonly nameWidth: number; readonly width: number},
): Drawn {
	const isSelected = stop === 'list' && index === selected;
	const {plan, preview, problems} = draft.outlook;
	const errors = problems.filter(each => each.severity === 'error').length;
	const severity =
		errors > 0 ? 'error' : problems.some(each => each.severity === 'warning') ? 'warning' : null;
	if (isSelected && renaming !== null) {
		const text = textLine(renaming, width - gutterWidth - 2, true, 'name of the server');
		return {rows: [[...gutter(true, null), ...text.line]], cursor: {x: gutterWidth + text.cursor, y: 0}};
	}
	const name = listName(draft);
	const friendlyName = plan?.friendlyName ?? preview?.friendlyName ?? '';
	const kind = draft.entry.kind?.value === 'signing' ? 'signing' : 'SSL';
	const row: Line = [
		...gutter(isSelected, severity),
		...fitLine([span(name, isSelected ? 'accent' : 'plain')], nameWidth),
		span(` ${kind.padEnd(kindWidth)}`, 'dim'),
		...aboutSpans(job, draft, errors),
	];
	const left = width - lineWidth(row) - 2;
	const isWide = friendlyName !== name && left >= 24;
	const aside = isWide
		? fitLine([], Math.max(0, gutterWidth + nameWidth + kindWidth + aboutWidth - lineWidth(row)))
		: [];
	return drawn(cutLine(isWide ? [...row, ...aside, span(`  ${friendlyName}`, 'dim')] : row, width));
}

function aboutSpans(job: Job, draft: Draft, errors: number): Line {
	const isWaiting = draft.needsServer && draft.server.server === null;
	if (isWaiting) return [span('for which server?', 'error')];
	if (errors > 0) return [span(errors === 1 ? '1 error' : `${errors} errors`, 'error')];
	const count = draft.outlook.rows.length;
	const addresses = count === 0 ? '' : count === 1 ? '1 address' : `${count} addresses`;
	const missing = isLookedUp(draft) ? ', DNS …' : lacksIp(draft) ? ', no IP' : '';
	const state = isWrittenAlready(job, draft)
		? '  written'
		: draft.isNew
			? '  new'
			: isExample(job, draft)
				? '  example'
				: isChanged(draft)
					? '  changed'
					: '';
	return [
		span(addresses, 'dim'),
		span(missing, isLookedUp(draft) ? 'dim' : 'warning'),
		span(state, isExample(job, draft) ? 'warning' : 'dim'),
	];
}
