// The result screen: progress, then what was made, the proof, and what to do next.
import type {Outcome} from '../../generate.js';
import type {ResultState} from '../model/result.js';
import {beside, type Drawn, drawn, fitHeight, readable} from '../parts/drawn.js';
import {emptyLine, type Line, line, span} from '../parts/line.js';
import {signs} from '../theme.js';
import {problemRows} from './problems.js';
import {batchRows, fingerprintRows, madeRows, nextRows, passwordRows, proofRows} from './result-parts.js';

/** From this width on the proof stands beside the rest. */
const proofFrom = 110;
const proofWidth = 46;

/** Draws it into `width` columns and `height` rows. */
export function drawResult(screen: ResultState, width: number, height: number): Drawn {
	if (screen.status !== 'done') return fitHeight(drawn(...runningRows(screen, width)), height);
	const only = onlyOutcome(screen);
	if (only === null || width < proofFrom) return readable(doneRows(screen, only, width), screen.top, height);
	const left = width - proofWidth - 3;
	const proof = drawn(emptyLine, ...proofRows(only, proofWidth));
	return beside(readable(doneRows(screen, only, left, false), screen.top, height), left, proof, proofWidth);
}

/** The outcome, when there is one certificate and it was made. */
function onlyOutcome({count, outcomes}: ResultState): Outcome | null {
	const [first] = outcomes;
	return count === 1 && first?.status === 'created' ? first : null;
}

function runningRows({outcomes, count, status}: ResultState, width: number): Line[] {
	const done = outcomes.length;
	const columns = Math.min(50, width - 20);
	const full = Math.round((columns * done) / Math.max(1, count));
	const last = outcomes.at(-1)?.prepared.plan.friendlyName;
	return [
		emptyLine,
		line(status === 'stopping' ? ' Stopping: what is finished stays …' : ' Making and proving …', 'strong'),
		emptyLine,
		[
			span(' '),
			span(signs.full.repeat(full)),
			span(signs.empty.repeat(columns - full), 'dim'),
			span(`  ${done} of ${count}`),
		],
		...(last === undefined ? [] : [line(` ${last}`, 'dim')]),
	];
}

function doneRows(screen: ResultState, only: Outcome | null, width: number, withProof = true): Line[] {
	const failures = [...screen.problems, ...screen.outcomes.flatMap(each => each.problems)];
	return [
		emptyLine,
		statusLine(screen, only),
		emptyLine,
		...failures.flatMap(each => [...problemRows(each, width), emptyLine]),
		...(only === null ? batchRows(screen, width) : []),
		...(only === null
			? []
			: [
					...passwordRows(screen),
					...madeRows(only, width),
					...fingerprintRows(only, width),
					...nextRows(only, width),
					...(withProof ? proofRows(only, width) : []),
				]),
	];
}

function statusLine({outcomes, count, problems}: ResultState, only: Outcome | null): Line {
	const made = outcomes.filter(each => each.status === 'created').length;
	if (only !== null)
		return [
			span(` ${signs.done} Made and proven to work`, 'good'),
			span(`  ${only.proof.length} checks passed`, 'dim'),
		];
	if (made === count && problems.length === 0)
		return [span(` ${signs.done} All ${count} made, and each proven to work`, 'good')];
	return [span(` ${signs.error} `, 'error'), span(`${made} of ${count} made`, 'strong')];
}
