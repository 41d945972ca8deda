// A file or a server that was looked at: what `inspect` and `check` say of it.
import type {CheckAnswer} from '../../describe/check-definition.js';
import type {InspectedPart} from '../../look/inspected-parts.js';
import {questionLabel} from '../../look/question-label.js';
import type {Problem} from '../../problem/problem.js';
import type {Look, LookState} from '../model/look.js';
import {detailRows} from '../parts/details.js';
import {type Drawn, drawn, fitHeight, scrolled} from '../parts/drawn.js';
import {toneOf} from '../parts/field.js';
import {emptyLine, fitLine, type Line, line, span, type Tone, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

/** Draws it into `width` columns and `height` rows. */
export function drawLook({look, top}: LookState, width: number, height: number): Drawn {
	const rows = lookRows(look, width);
	const room = height - 1;
	const start = Math.min(top, Math.max(0, rows.length - room));
	const more = rows.length - start - room;
	const body = fitHeight(scrolled(drawn(...rows), start, room), room);
	const below = more > 0 ? line(`   ${signs.more} ${more} more rows: PgDn`, 'dim') : emptyLine;
	return {rows: [...body.rows, below], cursor: null};
}

function lookRows({name, answers, parts}: Look, width: number): Line[] {
	const room = width - 4;
	return [
		...(answers.length === 0 ? [] : [emptyLine, line(` ${name}`, 'strong'), ...answerRows(answers, room)]),
		...parts.flatMap(each => [emptyLine, ...partRows(each, width)]),
	];
}

function partRows({title, about, details, findings, isJudged}: InspectedPart, width: number): Line[] {
	const room = width - 4;
	return [
		...wrapText(about === '' ? title : `${title}  [${about}]`, width - 2).map(text =>
			line(` ${text}`, 'strong'),
		),
		...findings.flatMap(each => findingRows(each, room)),
		...(isJudged && findings.length === 0 ? [line('   nothing is wrong with it', 'dim')] : []),
		...detailRows(details, room).map(indented),
	];
}

function findingRows({severity, message, hint}: Problem, width: number): Line[] {
	// Hints that name the command line are for other places.
	const shown = hint === null || hint.includes('safeq-cert-tui') ? [] : wrapText(hint, width - 2);
	return [
		...wrapText(message, width - 2).map((text, index) => [
			index === 0 ? span(` ${signs[severity]} `, toneOf(severity)) : span('   '),
			span(text),
		]),
		...shown.map(text => line(`   ${text}`, 'dim')),
	];
}

const labelColumns = 25;

/** A sign as in the other lists, the question, and the answer in full. */
function answerRows(answers: readonly CheckAnswer[], width: number): Line[] {
	return answers.flatMap(answer => {
		const [sign, tone] = signOf(answer);
		return wrapText(answer.message, width - labelColumns).map(
			(text, index): Line => [
				span(index === 0 ? ` ${sign} ` : '   ', tone),
				...fitLine([span(index === 0 ? questionLabel(answer, false) : '', 'dim')], labelColumns),
				span(text),
			],
		);
	});
}

function signOf({ok, counts}: CheckAnswer): readonly [string, Tone] {
	if (ok === true) return [' ', 'plain'];
	if (ok === null) return ['?', 'warning'];
	return counts ? [signs.error, 'error'] : ['-', 'dim'];
}

function indented(row: Line): Line {
	return [span('   '), ...row];
}
