// The question what to look at, and the comparison of two.
import {type Difference, differences} from '../../describe/differences.js';
import type {Certificate} from '../../certificate/certificate.js';
import type {ComparisonSheet, Look, LookAtSheet} from '../model/look.js';
import {question} from '../parts/asking.js';
import type {Drawn} from '../parts/drawn.js';
import {textLine, toneOf} from '../parts/field.js';
import {emptyLine, type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';

const titles = {
	open: 'Look at a file or a server',
	compare: 'Compare it with another file or server',
} as const;

/** The question, with what is wrong with the answer so far. */
export function drawLookAt({purpose, buffer, password, asked, problems}: LookAtSheet, width: number): Drawn {
	const room = width - 16;
	const typed =
		password === null
			? textLine(buffer, room, true, 'certs/js1.pfx, js1.company.com, or with a port: js1:443')
			: textLine(password.buffer(), room, true, 'of this file; empty: what is seen without', signs.hidden);
	const label = password === null ? 'Path or host' : 'Its password';
	return question(titles[purpose], label, typed, belowRows(asked, problems, width), width);
}

function belowRows(asked: LookAtSheet['asked'], problems: LookAtSheet['problems'], width: number): Line[] {
	if (asked !== null) return [line('  looking … Esc stops', 'dim')];
	return problems.flatMap(({severity, message, hint}) => [
		...wrapText(message, width - 6).map((text, index) =>
			line(index === 0 ? `  ${signs[severity]} ${text}` : `    ${text}`, toneOf(severity)),
		),
		...(hint === null ? [] : wrapText(hint, width - 6).map(text => line(`    ${text}`, 'dim'))),
	]);
}

/** What two certificates have in common, and every field in which they differ. */
export function comparisonRows(look: Look | null, {other}: ComparisonSheet, width: number): Line[] {
	const [a, b] = [look?.certificate ?? null, other.certificate];
	if (look === null || a === null || b === null) return [];
	const same = a.sha256 === b.sha256;
	return [
		emptyLine,
		line(verdict(a, b), 'strong'),
		emptyLine,
		...aboutRows('A', look.name, a, width),
		...aboutRows('B', other.name, b, width),
		...(same ? [] : [emptyLine, line('WHAT DIFFERS', 'strong')]),
		...(same ? [] : differences([a, b]).flatMap(each => differenceRows(each, width))),
	];
}

function verdict(a: Certificate, b: Certificate): string {
	if (a.sha256 === b.sha256) return 'It is the same certificate.';
	const sameKey = Buffer.compare(a.publicKey.spki, b.publicKey.spki) === 0;
	return sameKey ? 'Two certificates with the same key.' : 'Two certificates with different keys.';
}

function aboutRows(letter: string, name: string, certificate: Certificate, width: number): Line[] {
	return [
		...wrapText(name, width - 3).map((text, index) => [
			span(index === 0 ? `${letter}  ` : '   ', 'strong'),
			span(text),
		]),
		line(`   thumbprint ${certificate.thumbprint}`, 'dim'),
	];
}

function differenceRows({label, values}: Difference, width: number): Line[] {
	return [
		line(label, 'dim'),
		...values.flatMap((lines, index) => {
			const shown = lines === null ? ['(none)'] : lines.length === 0 ? ['(nothing more)'] : lines;
			return shown
				.flatMap(each => wrapText(each, width - 5))
				.map((text, row) => [
					span(row === 0 ? `  ${index === 0 ? 'A' : 'B'}  ` : '     ', 'strong'),
					span(text),
				]);
		}),
	];
}
