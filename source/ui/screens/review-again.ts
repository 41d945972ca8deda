// On the review: what a certificate that is made after another one has otherwise.
import {type Change, type Renewal, renewalOf} from '../../describe/renewal.js';
import type {Job} from '../model/job.js';
import {toneOf} from '../parts/field.js';
import {emptyLine, type Line, line, span, type Tone, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

/** Rows of one list that are shown at most; all names stand in the details. */
const mostNames = 12;

/** The difference to the old certificate; nothing for a job that has none. */
export function againRows({again, drafts}: Job, width: number): Line[] {
	const plan = drafts[0]?.outlook.plan ?? null;
	if (again === null || plan === null) return [];
	const renewal = renewalOf(again.certificate, plan);
	const {added, removed, changes} = renewal;
	return [
		[span(' COMPARED WITH', 'strong'), span(` ${again.name}`)],
		line(`   thumbprint ${again.certificate.thumbprint}`, 'dim'),
		...nameRows('+', added, width),
		...nameRows('-', removed, width),
		line(`   ${namesSentence(renewal)}`, 'dim'),
		...changes.flatMap(each => changeRows(each, width, '  ', 'dim')),
		...again.problems.flatMap(({severity, message}) =>
			wrapText(message, width - 5).map((text, index) => [
				span(index === 0 ? ` ${signs[severity]} ` : '   ', toneOf(severity)),
				span(text),
			]),
		),
		emptyLine,
	];
}

/** The issuer, when clients that trust the old certificate do not trust the new one by that. */
export function issuerRows({again, drafts}: Job, width: number): Line[] {
	const plan = drafts[0]?.outlook.plan ?? null;
	const issuer = again === null || plan === null ? null : renewalOf(again.certificate, plan).issuer;
	return issuer === null ? [] : changeRows(issuer, width, `${signs.warning} `, 'warning');
}

function namesSentence({added, removed, kept}: Renewal): string {
	if (added.length + removed.length === 0) return kept === 1 ? 'the same name' : `the same ${kept} names`;
	return kept === 1 ? '1 name stays' : `${kept} names stay`;
}

function nameRows(sign: '+' | '-', names: readonly string[], width: number): Line[] {
	const shown = names.slice(0, mostNames);
	const more = names.length - shown.length;
	return [
		...shown.flatMap(name =>
			wrapText(name, width - 6).map((text, index) => [
				span(index === 0 ? `   ${sign} ` : '     ', 'strong'),
				span(text),
			]),
		),
		...(more > 0 ? [line(`   ${sign} and ${more} more`, 'dim')] : []),
	];
}

function changeRows({label, before, after}: Change, width: number, sign: string, tone: Tone): Line[] {
	const text = `${label}: ${before} → ${after}`;
	return wrapText(text, width - 5).map((row, index) => [
		span(index === 0 ? ` ${sign}` : '   ', tone),
		span(row),
	]);
}
