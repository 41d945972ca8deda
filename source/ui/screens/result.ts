// The result screen: progress, then files, fingerprints, the proof, and what to do next.
import {nextSteps, type WrittenFiles} from '../../describe/next-steps.js';
import type {Outcome} from '../../generate.js';
import type {ResultState} from '../model/result.js';
import {type Drawn, drawn, fitHeight, scrolled} from '../parts/drawn.js';
import {explained} from '../parts/details.js';
import {emptyLine, type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';
import {problemRows} from './problems.js';

/** Draws it into `width` columns and `height` rows. */
export function drawResult(screen: ResultState, width: number, height: number): Drawn {
	const rows = screen.status === 'done' ? doneRows(screen, width) : runningRows(screen, width);
	const top = Math.min(screen.top, Math.max(0, rows.length - height));
	return fitHeight(scrolled(drawn(...rows), top, height), height);
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
			span(signs.full.repeat(full), 'accent'),
			span(signs.empty.repeat(columns - full), 'dim'),
			span(`  ${done} of ${count}`),
		],
		...(last === undefined ? [] : [line(` ${last}`, 'dim')]),
	];
}

function doneRows(screen: ResultState, width: number): Line[] {
	const {outcomes, count, problems} = screen;
	const made = outcomes.filter(each => each.status === 'created').length;
	const rows: Line[] = [emptyLine];
	if (made === count && problems.length === 0)
		rows.push([
			span(` ${signs.done} `, 'good'),
			span(count === 1 ? 'Made, and proven to work' : `All ${count} made, and proven to work`, 'good'),
		]);
	else rows.push([span(` ${signs.error} `, 'error'), span(`${made} of ${count} made`, 'strong')]);
	rows.push(emptyLine);
	const failures = [...problems, ...outcomes.flatMap(each => each.problems)];
	rows.push(...failures.flatMap(each => [...problemRows(each, width), emptyLine]));
	const shown = outcomes.filter(each => each.certificate !== null && each.status === 'created');
	if (shown.length === 1 && shown[0] !== undefined) rows.push(...oneRows(screen, shown[0], width));
	else rows.push(...batchRows(screen, shown, width));
	return rows;
}

function oneRows(screen: ResultState, outcome: Outcome, width: number): Line[] {
	const indented = (row: Line): Line => [span('   '), ...row];
	return [
		...passwordRows(screen),
		line(' FILES', 'strong'),
		...outcome.files.map(file => line(`   ${file}`)),
		emptyLine,
		line(' FINGERPRINTS', 'strong'),
		...explained('Thumbprint', outcome.certificate?.thumbprint ?? '', width - 6).map(indented),
		...explained('SHA-256', outcome.certificate?.sha256 ?? '', width - 6).map(indented),
		emptyLine,
		line(' PROOF', 'strong'),
		...outcome.proof.map(
			({check, ok, detail}): Line => [
				span(`   ${ok ? signs.done : signs.error} `, ok ? 'good' : 'error'),
				span(check),
				span(detail === null ? '' : `  ${detail}`, 'dim'),
			],
		),
		emptyLine,
		line(' NEXT', 'strong'),
		...nextSteps(outcome.prepared.plan, writtenFiles(outcome)).flatMap(({title, text, command}, index) => [
			...wrapText(`${index + 1}  ${title}`, width - 6).map(row => line(`   ${row}`)),
			...(text === undefined ? [] : wrapText(text, width - 8).map(row => line(`      ${row}`, 'dim'))),
			...(command === undefined
				? []
				: command
						.split('\n')
						.flatMap(part => wrapText(part, width - 8).map(row => line(`      ${row}`, 'accent')))),
		]),
	];
}

function passwordRows({password, isPasswordShown}: ResultState): Line[] {
	if (password === null) return [];
	return [
		line(' PASSWORD of the PFX, shown this once: keep it now', 'strong'),
		isPasswordShown
			? line(`   ${password.reveal()}`, 'accent')
			: line(`   ${signs.hidden.repeat(password.length)}`),
		emptyLine,
	];
}

function batchRows({passwordsFile}: ResultState, outcomes: readonly Outcome[], width: number): Line[] {
	return [
		...(passwordsFile === null
			? []
			: [
					line(' PASSWORDS', 'strong'),
					...wrapText(passwordsFile, width - 4).map(row => line(`   ${row}`)),
					emptyLine,
				]),
		...outcomes.flatMap(({prepared, certificate, files}) => [
			line(` ${prepared.plan.friendlyName}`, 'strong'),
			...files.map(file => line(`   ${file}`)),
			line(`   Thumbprint ${certificate?.thumbprint ?? ''}`, 'dim'),
			emptyLine,
		]),
	];
}

function writtenFiles({prepared, files}: Outcome): WrittenFiles {
	return Object.fromEntries(
		prepared.files.filter(each => files.includes(each.path)).map(({output, path}) => [output, path]),
	);
}
