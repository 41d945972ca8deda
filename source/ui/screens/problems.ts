// A broken profile: every problem with its line and column.
import {formatPlace} from '../../problem/format.js';
import {sortProblems} from '../../problem/format.js';
import type {Problem} from '../../problem/problem.js';
import type {ProblemsState} from '../model/state.js';
import {type Drawn, readable} from '../parts/drawn.js';
import {toneOf} from '../parts/field.js';
import {emptyLine, type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

/** Draws it into `width` columns and `height` rows. */
export function drawProblems({title, problems, top}: ProblemsState, width: number, height: number): Drawn {
	const rows = [
		emptyLine,
		...wrapText('This profile cannot be used yet. Mend it in an editor, then press Enter.', width - 2).map(
			text => line(` ${text}`),
		),
		...wrapText(title, width - 2).map(text => line(` ${text}`, 'dim')),
		emptyLine,
		...sortProblems(problems).flatMap(each => [...problemRows(each, width - 2), emptyLine]),
	];
	return readable(rows, top, height);
}

/** A problem in full: place, message, hint. */
export function problemRows(problem: Problem, width: number): Line[] {
	const {severity, message, hint, place} = problem;
	const where = place?.line == null ? '' : `line ${place.line}, column ${place.column ?? 1}`;
	const file = place === null ? '' : formatPlace({...place, line: null, column: null});
	return [
		...wrapText(message, width - 4).map((text, index) => [
			index === 0 ? span(` ${signs[severity]} `, toneOf(severity)) : span('   '),
			span(text, 'strong'),
		]),
		...(hint === null ? [] : wrapText(hint, width - 4).map(text => line(`   ${text}`))),
		...(place === null ? [] : [line(`   ${[where, file].filter(each => each !== '').join(' of ')}`, 'dim')]),
	];
}
