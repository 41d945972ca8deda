// A broken profile: every problem with its line and column.
import {sortProblems} from '../../problem/format.js';
import type {ProblemsState} from '../model/state.js';
import {type Drawn, readable} from '../parts/drawn.js';
import {emptyLine, line, wrapText} from '../parts/line.js';
import {placedProblemRows} from '../parts/problems.js';

/** Draws it into `width` columns and `height` rows. */
export function drawProblems({title, problems, top}: ProblemsState, width: number, height: number): Drawn {
	const rows = [
		emptyLine,
		...wrapText('This profile cannot be used yet. Mend it in an editor, then press Enter.', width - 2).map(
			text => line(` ${text}`),
		),
		...wrapText(title, width - 2).map(text => line(` ${text}`, 'dim')),
		emptyLine,
		...sortProblems(problems).flatMap(each => [...placedProblemRows(each, width - 2), emptyLine]),
	];
	return readable(rows, top, height);
}
