// What `compare` says to people: the answer in a sentence, who has what, and what differs.
import {instantText} from '../../describe/instant.js';
import {formatForWindows} from '../../plan/distinguished-name-text.js';
import {visible} from '../../problem/visible.js';
import type {Seen} from './compare-look.js';
import {sentence} from './compare-sentence.js';
import type {Comparison, Purpose} from './comparison.js';
import type {Group} from './sighting.js';
import {targetName} from './target-name.js';

const titles: Readonly<Record<Purpose, string>> = {
	certificate: 'Certificate',
	ssl: 'SSL certificate (what a server presents)',
	signing: 'Signing certificate (what a server publishes for its tokens)',
};

const columns = 100;

/** Lines of at most 100 columns, the indentation included, broken between words. */
function wrap(text: string): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last === undefined || last.length + word.length + 3 > columns) lines.push(word);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}

/** A, B, … Z, then numbers. */
function letter(index: number): string {
	return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** The whole report, with line ends. */
export function formatComparisons(comparisons: readonly Comparison[], seen: readonly Seen[]): string {
	return [...comparisons.map(formatComparison), ...advice(comparisons, seen)].join('\n');
}

function formatComparison(comparison: Comparison): string {
	const {of, groups, missing} = comparison;
	const lines = [
		titles[of],
		...wrap(visible(capital(sentence(comparison)))).map(line => `  ${line}`),
		...groups.flatMap((group, index) => ['', ...formatGroup(group, letter(index))]),
		...(missing.length === 0 ? [] : ['']),
		...missing.map(({target, message}) => `  ?  ${visible(targetName(target))}: ${visible(message)}`),
		...formatDifferences(comparison),
	];
	return `${lines.join('\n')}\n`;
}

/** Names of files and servers stay as they are. */
function capital(text: string): string {
	return text.startsWith('no ') ? `N${text.slice(1)}` : text;
}

function formatGroup({holders, lead}: Group, name: string): string[] {
	const {certificate, thumbprint, sha256} = lead;
	const more = Math.max(...holders.map(({sightings}) => sightings.length)) - 1;
	const rows = [
		holders.map(({target}) => visible(targetName(target))).join(', '),
		certificate === null
			? 'only its fingerprint or its key is published, not the certificate'
			: `${visible(formatForWindows(certificate.subject))}, valid to ${instantText(certificate.notAfter)}`,
		...(thumbprint === null ? [] : [`Thumbprint           ${thumbprint}`]),
		...(sha256 === null ? [] : [`SHA-256 fingerprint  ${sha256}`]),
		...(more > 0 ? [`and ${more} more ${more === 1 ? 'key' : 'keys'} published at the same time`] : []),
	];
	return rows.map((row, index) => `  ${index === 0 ? name : ' '}  ${row}`);
}

const keyWords = (sameKey: boolean | null) =>
	sameKey === true ? ' (the key is the same)' : sameKey === false ? ', besides the key' : '';

function formatDifferences({differences, groups, sameKey}: Comparison): string[] {
	if (differences.length === 0) return [];
	const names = groups.flatMap(({lead}, index) => (lead.certificate === null ? [] : [letter(index)]));
	return [
		'',
		`  What differs${keyWords(sameKey)}`,
		...differences.flatMap(({label, values}) => [
			`    ${visible(label)}`,
			...values.flatMap((lines, index) => formatValue(names[index] ?? '', lines)),
		]),
	];
}

function formatValue(name: string, lines: readonly string[] | null): string[] {
	if (lines === null) return [`      ${name}  (none)`];
	if (lines.length === 0) return [`      ${name}  (nothing more)`];
	return lines.map((line, index) => `      ${index === 0 ? name : ' '}  ${line}`);
}

/** What to do where the program cannot see what matters. */
function advice(comparisons: readonly Comparison[], seen: readonly Seen[]): string[] {
	const unseen = seen.flatMap(({looked, keys}) =>
		looked.failure === null && keys !== null && keys.status !== 'published'
			? [`  ${visible(targetName(looked.target))} ${visible(keys.reason)}`]
			: [],
	);
	const notes: string[] = [];
	if (unseen.length > 0)
		notes.push(
			[
				'The signing certificate cannot be seen from outside:',
				...unseen,
				'  Compare the files that the Job Services were installed with:',
				'  safeq-cert-tui compare js1.pfx js2.pfx\n',
			].join('\n'),
		);
	if (comparisons.some(({of, same}) => of === 'ssl' && same === false))
		notes.push(
			'Servers may well have an SSL certificate each. The signing certificate must be the same in the\nwhole near roaming group: --kind signing compares that alone.\n',
		);
	return notes;
}
