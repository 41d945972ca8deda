// What `compare` says to people: the answer in a sentence, who has what, and what differs.
import type {Comparison} from '../../look/comparison.js';
import {
	type ComparedField,
	type ComparedGroup,
	comparisonPart,
	eachItsOwn,
	hasEachItsOwn,
	isSigningUnseen,
} from '../../look/comparison-parts.js';
import {wrapLine} from '../wrap.js';

const columns = 100;

/** The whole report, with line ends. */
export function formatComparisons(comparisons: readonly Comparison[]): string {
	return [...comparisons.map(formatComparison), ...advice(comparisons)].join('\n');
}

function formatComparison(comparison: Comparison): string {
	const {title, sentence, groups, missing, differ, fields} = comparisonPart(comparison);
	const lines = [
		title,
		...wrapLine(`  ${sentence}`, columns),
		...groups.flatMap(group => ['', ...formatGroup(group)]),
		...(missing.length === 0 ? [] : ['']),
		...missing.map(each => `  ?  ${each}`),
		...(fields.length === 0 ? [] : ['', `  ${differ}`]),
		...fields.flatMap(formatField),
	];
	return `${lines.join('\n')}\n`;
}

function formatGroup({letter, holders, about, thumbprint, sha256, more}: ComparedGroup): string[] {
	const rows = [
		holders,
		about,
		...(thumbprint === null ? [] : [`Thumbprint           ${thumbprint}`]),
		...(sha256 === null ? [] : [`SHA-256 fingerprint  ${sha256}`]),
		...(more === null ? [] : [more]),
	];
	return rows.map((row, index) => `  ${index === 0 ? letter : ' '}  ${row}`);
}

function formatField({label, values}: ComparedField): string[] {
	return [
		`    ${label}`,
		...values.flatMap(({letter, lines}) =>
			lines.map((line, index) => `      ${index === 0 ? letter : ' '}  ${line}`),
		),
	];
}

/** What to do where the program cannot see what matters. */
function advice(comparisons: readonly Comparison[]): string[] {
	const notes: string[] = [];
	if (isSigningUnseen(comparisons))
		notes.push(
			[
				'Where the signing certificate cannot be seen, compare the files that the Job Services were',
				'installed with:',
				'  safeq-cert-tui compare js1.pfx js2.pfx',
				...(comparisons.length > 1 ? ['--kind ssl compares what servers present alone.'] : []),
				'',
			].join('\n'),
		);
	if (hasEachItsOwn(comparisons))
		notes.push(`${wrapLine(`${eachItsOwn}: --kind signing compares that alone.`, columns).join('\n')}\n`);
	return notes;
}
