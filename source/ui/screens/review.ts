// The review screen: what to know before, what will be in the certificates, and what happens to which file.
import {describeTrust} from '../../describe/trust.js';
import type {CertificatePlan} from '../../plan/plan.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import type {Job} from '../model/job.js';
import {lostFiles, lostText, type ReviewState, type TargetFile} from '../model/review.js';
import {reviewWarnings} from '../model/review-warnings.js';
import {unwritten} from '../model/unwritten.js';
import {type Drawn, nothingDrawn, readable} from '../parts/drawn.js';
import {cutLine, emptyLine, type Line, line, span, type Tone, wrapText} from '../parts/line.js';
import {problemRows} from '../parts/problems.js';
import {signs} from '../theme.js';
import {againRows, issuerRows} from './review-again.js';
import {certificateRows, summaryRows} from './review-certificate.js';

/** Draws it into `width` columns and `height` rows; the question stands below it. */
export function drawReview(opened: Job | null, screen: ReviewState, width: number, height: number): Drawn {
	if (opened === null) return nothingDrawn;
	const job = unwritten(opened);
	const rows = [
		...lostRows(screen, width),
		...beforeRows(job, screen.problems, width),
		...againRows(job, width),
		...fileRows(job, screen, width),
		...summaryRows(job, width),
		...certificateRows(job, width),
	];
	return readable(rows, screen.top, height);
}

/** What is asked under the line below it. */
export function questionLine({targets, choice, problems}: ReviewState): Line {
	const files = targets?.filter(each => each.fate !== 'untouched').length ?? 0;
	const button = (label: string, isOn: boolean) =>
		span(isOn ? ` ${signs.focus} ${label} ` : `   ${label} `, isOn ? 'chosen' : 'plain');
	const asked =
		targets === null
			? 'Looking at the folder …'
			: hasErrors(problems)
				? 'This cannot be written.'
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

/** First of all: nobody should have to scroll to see what is lost. */
function lostRows(screen: ReviewState, width: number): Line[] {
	const lost = lostFiles(screen);
	if (lost.length === 0) return [];
	return [
		emptyLine,
		head('WHAT IS LOST'),
		...lost.flatMap(each => [
			...wrapText(each.names.join(', '), width - 5).map((text, index) => [
				span(index === 0 ? ` ${signs.warning} ` : '   ', 'warning'),
				span(text, 'warning'),
			]),
			...wrapText(lostText(each), width - 5).map(text => line(`   ${text}`)),
		]),
	];
}

function beforeRows(job: Job, found: readonly Problem[], width: number): Line[] {
	const plans = job.drafts.flatMap(({outlook: {plan}}) => plan ?? []);
	const isMixed = new Set(plans.map(each => each.kind)).size > 1;
	const kindPrefix = ({kind}: CertificatePlan) => (isMixed ? `${kind === 'ssl' ? 'SSL' : 'Signing'}: ` : '');
	const trust = new Set(plans.map(each => kindPrefix(each) + describeTrust(each).text));
	return [
		emptyLine,
		head('BEFORE YOU INSTALL'),
		...issuerRows(job, width),
		...problemRows(reviewWarnings(job, found), width - 1),
		...[...trust].flatMap(text => wrapText(text, width - 5).map(each => line(`   ${each}`))),
		emptyLine,
	];
}

const fates: Readonly<Record<TargetFile['fate'], {readonly word: string; readonly tone: Tone}>> = {
	new: {word: 'new', tone: 'plain'},
	replaced: {word: 'REPLACED', tone: 'warning'},
	untouched: {word: 'untouched', tone: 'dim'},
};

function fileRows({folder, drafts}: Job, {targets, isNewFolder}: ReviewState, width: number): Line[] {
	const hasPfx = drafts.some(each => each.outputs.includes('pfx'));
	const hasList = targets?.some(each => each.isPasswords) ?? false;
	// In full, whatever was typed.
	const [first] = targets ?? [];
	const where = first === undefined ? folder.text.trim() : folderOf(first.file);
	return [
		cutLine([span(' FILES', 'strong'), span(` in ${where}`, 'dim')], width),
		...(isNewFolder ? [line('   new        the folder itself: it does not exist yet')] : []),
		...(targets ?? []).map(({file, fate}) => {
			const {word, tone} = fates[fate];
			const sign = fate === 'replaced' ? `${signs.warning} ` : '  ';
			return cutLine([span(` ${sign}${word.padEnd(11)}`, tone), span(baseName(file), tone)], width);
		}),
		...(hasPfx
			? wrapText(
					`${hasList ? 'PFX files and the list of passwords' : 'the PFX'} can be read by you and administrators only`,
					width - 5,
				).map(text => line(`   ${text}`, 'dim'))
			: []),
		emptyLine,
	];
}

function baseName(file: string): string {
	return file.replace(/^.*[\\/]/, '');
}

function folderOf(file: string): string {
	return file.replace(/[\\/][^\\/]*$/, '');
}
