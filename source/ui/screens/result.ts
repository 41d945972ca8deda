// The result screen: progress, then what was made, the proof, and what to do next.
import {isWide} from '../model/state.js';
import {endingOf, madeIn, type ResultState} from '../model/result.js';
import {beside, type Drawn, drawn, fitHeight, readable} from '../parts/drawn.js';
import {emptyLine, type Line, line, span} from '../parts/line.js';
import {signs} from '../theme.js';
import {placedProblemRows} from '../parts/problems.js';
import {madeRows, nextRows, passwordRows, passwordsFileRows, proofRows, unmadeRows} from './result-parts.js';

/** From this width on the proof of one certificate stands beside the rest. */
const proofFrom = 110;
const proofWidth = 46;

/** What the title says. */
export function resultTitle(screen: ResultState): string {
	const made = madeIn(screen).length;
	switch (endingOf(screen)) {
		case 'running':
			return 'Writing';
		case 'complete':
			return 'Done';
		case 'failed':
			return made === 0 ? 'Not written' : 'Not all written';
		case 'stopped':
			return 'Stopped';
	}
}

/** Draws it into `width` columns and `height` rows. */
export function drawResult(screen: ResultState, width: number, height: number): Drawn {
	if (screen.status !== 'done') return fitHeight(drawn(...runningRows(screen, width)), height);
	const hasOneProof = screen.count === 1 && endingOf(screen) === 'complete';
	if (!hasOneProof || !isWide(width, proofFrom))
		return readable([...doneRows(screen, width), ...proofRows(screen, width)], screen.top, height);
	const left = width - proofWidth - 3;
	const proof = fitHeight(drawn(emptyLine, ...proofRows(screen, proofWidth)), height);
	return beside(readable(doneRows(screen, left), screen.top, height), left, proof, proofWidth);
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

function doneRows(screen: ResultState, width: number): Line[] {
	const failures = [...screen.problems, ...screen.outcomes.flatMap(each => each.problems)];
	return [
		emptyLine,
		...statusRows(screen),
		emptyLine,
		...failures.flatMap(each => [...placedProblemRows(each, width), emptyLine]),
		...passwordRows(screen),
		...passwordsFileRows(screen, width),
		...unmadeRows(screen, width),
		...madeRows(screen, width),
		...nextRows(screen, width),
	];
}

function statusRows(screen: ResultState): Line[] {
	const {count} = screen;
	const made = madeIn(screen);
	const ending = endingOf(screen);
	if (ending === 'complete') {
		const checks = made.reduce((sum, {proof}) => sum + proof.length, 0);
		const said = count === 1 ? 'Made and proven to work' : `All ${count} made, and each proven to work`;
		return [[span(` ${signs.done} ${said}`, 'good'), span(`  ${checks} checks passed`, 'dim')]];
	}
	const what = made.length === 0 ? 'Nothing was written' : `${made.length} of ${count} written`;
	const sign = ending === 'failed' ? span(` ${signs.error} `, 'error') : span('   ');
	return [[sign, span(what, 'strong')], line('   Enter goes back: all that was typed is kept', 'dim')];
}
