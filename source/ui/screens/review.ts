// The review screen: what to know before, what will be in the certificates, and what happens to which file.
import {describeTrust} from '../../describe/trust.js';
import type {Problem} from '../../problem/problem.js';
import type {Job} from '../model/job.js';
import type {ReviewState, TargetFile} from '../model/review.js';
import {type Drawn, nothingDrawn, readable} from '../parts/drawn.js';
import {toneOf} from '../parts/field.js';
import {cutLine, emptyLine, type Line, line, span, type Tone, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';
import {againRows, issuerRows} from './review-again.js';
import {certificateRows, summaryRows} from './review-certificate.js';

/** Draws it into `width` columns and `height` rows; the question stands below it. */
export function drawReview(job: Job | null, screen: ReviewState, width: number, height: number): Drawn {
	if (job === null) return nothingDrawn;
	const rows = [
		...beforeRows(job, screen.problems, width),
		...againRows(job, width),
		...fileRows(job, screen, width),
		...summaryRows(job, width),
		...certificateRows(job, width),
	];
	return readable(rows, screen.top, height);
}

/** What is asked under the line below it. */
export function questionLine({targets, choice}: ReviewState): Line {
	const files = targets?.filter(each => each.fate !== 'untouched').length ?? 0;
	const button = (label: string, isOn: boolean) =>
		span(isOn ? ` ${signs.focus} ${label} ` : `   ${label} `, isOn ? 'chosen' : 'plain');
	const asked =
		targets === null
			? 'Looking at the folder …'
			: `Write ${files === 1 ? 'this file' : `these ${files} files`}?`;
	return [
		span(` ${asked}   `, 'strong'),
		button('Write', choice === 'write'),
		span('  '),
		button('Back', choice === 'back'),
	];
}

function head(text: string): Line {
	return line(` ${text}`, 'strong');
}

function beforeRows(job: Job, found: readonly Problem[], width: number): Line[] {
	const {drafts} = job;
	const warnings = [...found, ...drafts.flatMap(each => each.outlook.problems)].filter(
		each => each.severity !== 'note',
	);
	const trust = new Set(
		drafts.flatMap(({outlook: {plan}}) => (plan === null ? [] : [describeTrust(plan).text])),
	);
	return [
		emptyLine,
		head('BEFORE YOU INSTALL'),
		...issuerRows(job, width),
		...uniqueBy(warnings).flatMap(({severity, message, place}) =>
			wrapText(place === null ? message : `${message} (${place.file})`, width - 5).map((text, index) => [
				index === 0 ? span(` ${signs[severity]} `, toneOf(severity)) : span('   '),
				span(text),
			]),
		),
		...[...trust].flatMap(text => wrapText(text, width - 5).map(each => line(`   ${each}`))),
		emptyLine,
	];
}

function uniqueBy(problems: readonly Problem[]): Problem[] {
	return [...new Map(problems.map(each => [each.message, each])).values()];
}

const fates: Readonly<Record<TargetFile['fate'], {readonly word: string; readonly tone: Tone}>> = {
	new: {word: 'new', tone: 'plain'},
	replaced: {word: 'REPLACED', tone: 'warning'},
	untouched: {word: 'untouched', tone: 'dim'},
};

function fileRows({folder, drafts}: Job, {targets}: ReviewState, width: number): Line[] {
	const hasPfx = drafts.some(each => each.outputs.includes('pfx'));
	return [
		cutLine([span(' FILES', 'strong'), span(` in ${folder.text.trim()}`, 'dim')], width),
		...(targets ?? []).flatMap(({file, fate, thumbprint}) => {
			const {word, tone} = fates[fate];
			const sign = fate === 'replaced' ? `${signs.warning} ` : '  ';
			const row = cutLine([span(` ${sign}${word.padEnd(11)}`, tone), span(baseName(file), tone)], width);
			return thumbprint === null
				? [row]
				: [row, cutLine(line(`${' '.repeat(14)}what is lost: thumbprint ${thumbprint}`, 'dim'), width)];
		}),
		...(hasPfx ? [line('   the PFX can be read by you and administrators only', 'dim')] : []),
		emptyLine,
	];
}

function baseName(file: string): string {
	return file.replace(/^.*[\\/]/, '');
}
