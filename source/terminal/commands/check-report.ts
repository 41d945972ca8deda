// What `check` says to people: one target line by line, several as a table.
import type {CheckAnswer} from '../../describe/check-definition.js';
import {visible} from '../../problem/visible.js';
import {questionLabel} from '../../look/question-label.js';
import {daysLeft} from '../../look/certificate-answers.js';
import {targetName} from '../../look/target-name.js';
import type {CheckedTarget, CheckStatus} from './check-target.js';

const ends: Readonly<Record<CheckStatus, string>> = {
	ok: 'All is well.',
	negative: 'Not all is well: see the lines with "x".',
	'could-not-look': 'Could not look at everything: see the lines with "?".',
};

/** `ok`, `x`, `?`; `-` for a negative one that does not count. */
function mark({ok, counts}: Pick<CheckAnswer, 'ok' | 'counts'>): string {
	if (ok === true) return 'ok';
	if (!counts) return '-';
	return ok === null ? '?' : 'x';
}

/** Line by line, with line ends. */
export function formatChecked({looked, answers, status}: CheckedTarget): string {
	const isFile = looked.target.type === 'file';
	const width = Math.max(...answers.map(each => questionLabel(each, isFile).length));
	const lines = answers.map(
		each =>
			`  ${mark(each).padEnd(2)}  ${questionLabel(each, isFile).padEnd(width)}  ${visible(each.message)}\n`,
	);
	const [certificate] = looked.certificates;
	const fingerprints =
		certificate === undefined
			? ''
			: `\n  Thumbprint           ${certificate.thumbprint}\n  SHA-256 fingerprint  ${certificate.sha256}\n`;
	return `${visible(targetName(looked.target))}\n${lines.join('')}${fingerprints}\n${ends[status]}\n`;
}

/** A row for each target, and below it what is wrong with it. */
export function formatTable(checked: readonly CheckedTarget[], now: Date): string {
	const rows = checked.map(({looked, answers, status}) => {
		const [certificate] = looked.certificates;
		const left = certificate === undefined ? null : daysLeft(certificate, now);
		const isFile = looked.target.type === 'file';
		return {
			cells: [
				{ok: 'ok', negative: 'x', 'could-not-look': '?'}[status],
				visible(targetName(looked.target)),
				certificate?.notAfter.toISOString().slice(0, 10) ?? '',
				left === null ? '' : String(left),
				certificate?.thumbprint ?? '',
			],
			wrong: answers
				.filter(each => each.counts && each.ok !== true)
				.map(each => `${questionLabel(each, isFile)}: ${visible(each.message)}`),
		};
	});
	const head = ['', 'target', 'expires', 'days left', 'thumbprint'];
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map(({cells}) => cells[column]?.length ?? 0)),
	);
	const line = (cells: readonly string[]) =>
		`${cells.map((cell, column) => (column === 3 ? cell.padStart(widths[3] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd();
	const indent = ' '.repeat((widths[0] ?? 0) + 2);
	const table = rows.flatMap(({cells, wrong}) => [line(cells), ...wrong.map(each => `${indent}  ${each}`)]);
	const count = (status: CheckStatus) => checked.filter(each => each.status === status).length;
	const counts = `${checked.length} targets: ${count('ok')} ok, ${count('negative')} not well, ${count('could-not-look')} could not be looked at`;
	return `${[line(head), ...table, '', counts].join('\n')}\n`;
}
