// Problems in full, each with its sign and its hint, broken at words.
import {formatPlace} from '../../problem/format.js';
import {withoutCommandLine} from '../../problem/hint.js';
import {type Problem, type Severity, wholeFile} from '../../problem/problem.js';
import {signs} from '../theme.js';
import {toneOf} from './field.js';
import {type Line, line, span, type Tone, wrapText} from './line.js';

/** Every problem and its hint, in `width` columns; `indent` 1 puts the sign where that of a field stands. */
export function problemRows(problems: readonly Problem[], width: number, indent: 0 | 1 = 1): Line[] {
	const room = width - 3 - indent;
	const air = ' '.repeat(indent);
	return problems.flatMap(each => {
		const {hint} = withoutCommandLine(each);
		return [
			...signedRows(each.message, each.severity, each.severity === 'note' ? 'dim' : 'plain', room, air),
			...(hint === null ? [] : wrapText(hint, room).map(text => line(`${air}  ${text}`, 'dim'))),
		];
	});
}

/** One problem of a file or of a run: its message stands out, and its place is said. */
export function placedProblemRows(problem: Problem, width: number): Line[] {
	const {severity, message, hint, place} = problem;
	const where = place?.line == null ? '' : `line ${place.line}, column ${place.column ?? 1}`;
	const file = place === null ? '' : formatPlace(wholeFile(place.file));
	const placeText = [where, file].filter(each => each !== '').join(' of ');
	return [
		...signedRows(message, severity, 'strong', width - 4),
		...(hint === null ? [] : wrapText(hint, width - 4).map(text => line(`   ${text}`))),
		...(placeText === '' ? [] : [line(`   ${placeText}`, 'dim')]),
	];
}

/** A text behind the sign of a problem. */
function signedRows(text: string, severity: Severity, tone: Tone, room: number, air = ' '): Line[] {
	return wrapText(text, room).map((row, index) => [
		index === 0 ? span(`${air}${signs[severity]} `, toneOf(severity)) : span(`${air}  `),
		span(row, tone),
	]);
}
