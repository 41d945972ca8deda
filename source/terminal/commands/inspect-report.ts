// What `inspect` says about one file, for people.
import type {Inspected} from '../../describe/inspection-json.js';
import {type InspectedPart, inspectedParts} from '../../look/inspected-parts.js';
import type {Problem} from '../../problem/problem.js';
import {visible} from '../../problem/visible.js';
import {detailRows, row} from '../rows.js';

/** The whole text about a file, with line ends. */
export function formatInspected(file: string, inspected: Inspected): string {
	return inspectedParts(file, inspected).map(formatPart).join('\n');
}

function formatPart({title, about, details, findings, isJudged}: InspectedPart): string {
	const found = isJudged && findings.length === 0 ? ['none'] : findings.flatMap(formatFinding);
	const lines = [
		about === '' ? title : `${title}  [${about}]`,
		...detailRows(details),
		...row('Findings', found),
	];
	return `${lines.join('\n')}\n`;
}

function formatFinding({severity, code, message, hint}: Problem): string[] {
	const first = `${severity}: ${visible(message)} [${code}]`;
	return hint === null ? [first] : [first, `  hint: ${visible(hint)}`];
}
