// A file or a server that was looked at: what `inspect` and `check` say of it.
import type {CheckAnswer} from '../../describe/check-definition.js';
import type {InspectedPart} from '../../look/inspected-parts.js';
import {questionLabel} from '../../look/question-label.js';
import type {Problem} from '../../problem/problem.js';
import type {Look, LookState} from '../model/look.js';
import {detailRows} from '../parts/details.js';
import {type Drawn, readable} from '../parts/drawn.js';
import {toneOf} from '../parts/field.js';
import {emptyLine, fitLine, type Line, line, span, spread, type Tone, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

/** Draws it into `width` columns and `height` rows. */
export function drawLook({look, top}: LookState, width: number, height: number): Drawn {
	const choice = choiceRows(look, width);
	const body = readable(lookRows(look, width), top, height - choice.length);
	return {...body, rows: [...choice, ...body.rows]};
}

/** Of several certificates in a file, the one that questions are about. */
function choiceRows({choices, chosen}: Look, width: number): Line[] {
	const choice = choices[chosen];
	if (choice === undefined || choices.length < 2) return [];
	const key = choice.hasKey ? ', with its key' : '';
	const text = [span(`${chosen + 1} of ${choices.length}: ${choice.name}`, 'strong'), span(key, 'dim')];
	const row = spread([span(' ASK ABOUT  ', 'dim'), ...text], [span('Tab: another one ', 'dim')], width);
	return [row, emptyLine];
}

function lookRows(look: Look, width: number): Line[] {
	const {name, answers, parts, choices, chosen} = look;
	const room = width - 4;
	// A file has a part of its own before those of its certificates; the chosen one comes next.
	const marked = choices.length < 2 ? undefined : parts[chosen + 1];
	const others = parts.filter(each => each !== marked);
	const ordered = marked === undefined ? parts : [...others.slice(0, 1), marked, ...others.slice(1)];
	return [
		...(answers.length === 0 ? [] : [emptyLine, line(` ${name}`, 'strong'), ...answerRows(answers, room)]),
		...ordered.flatMap(each => [emptyLine, ...partRows(each, width, each === marked)]),
	];
}

function partRows(part: InspectedPart, width: number, isChosen: boolean): Line[] {
	const {title, about, details, findings, isJudged} = part;
	const room = width - 4;
	return [
		...wrapText(about === '' ? title : `${title}  [${about}]`, width - 2).map((text, index) => [
			isChosen && index === 0 ? span(signs.focus, 'accent') : span(' '),
			span(text, 'strong'),
		]),
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
