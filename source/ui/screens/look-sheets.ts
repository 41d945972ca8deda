// The questions about what is looked at: what it is, which certificate of it, and what it can be used for.
import {kindAnswers} from '../../look/kind-answers.js';
import {kinds} from '../../profile/profile.js';
import {chosenOf, type Look, type LookAtSheet, type WhichSheet} from '../model/look.js';
import {askedIndent, question} from '../parts/asking.js';
import {type Drawn, drawn} from '../parts/drawn.js';
import {textLine} from '../parts/field.js';
import {cutLine, emptyLine, fitting, type Line, line, span, wrapText} from '../parts/line.js';
import {problemRows} from '../parts/problems.js';
import {rule} from '../parts/rule.js';
import {listWindow} from '../parts/window.js';
import {signs} from '../theme.js';

const titles = {
	open: 'Look at a file or a server',
	compare: 'Compare it with another file or server',
} as const;

/** What can be typed, as many examples as fit. */
const paths = [
	'certs/js1.pfx, js1.company.com, or with a port: js1:443',
	'certs/js1.pfx, js1.company.com, js1:443',
];

/** The question, with what is wrong with the answer so far. */
export function drawLookAt({purpose, buffer, password, asked, problems}: LookAtSheet, width: number): Drawn {
	const room = width - askedIndent;
	const typed =
		password === null
			? textLine(buffer, room, true, fitting(paths, room))
			: textLine(password.buffer(), room, true, 'of this file; empty: what is seen without', signs.hidden);
	const label = password === null ? 'Path or host' : 'Its password';
	const title = password === null ? titles[purpose] : `The password of ${buffer.text.trim()}`;
	return question(title, label, typed, belowRows(asked, problems, width), width);
}

function belowRows(asked: LookAtSheet['asked'], problems: LookAtSheet['problems'], width: number): Line[] {
	if (asked !== null) return [line('   looking … Esc stops', 'dim')];
	return problemRows(problems, width);
}

/** Which certificate of a file is to be compared, in at most `height` rows. */
export function drawWhich({look}: WhichSheet, width: number, height: number): Drawn {
	const {choices, chosen} = look;
	const rows = choices.map(({name, hasKey}, index): Line => {
		const isChosen = index === chosen;
		return cutLine(
			[
				isChosen ? span(` ${signs.focus} `, 'marker') : span('   '),
				span(`${index + 1}  ${name}`, isChosen ? 'accent' : 'plain'),
				span(hasKey ? '  with its key' : '', 'dim'),
			],
			width,
		);
	});
	const {start, end} = listWindow(rows.length, chosen, height - 1);
	return drawn(rule(width, `Which certificate of ${look.name}?`), ...rows.slice(start, end));
}

/** What the certificate that questions are about can be used for, and why not. */
export function kindRows(look: Look | null, width: number): Line[] {
	const certificate = look === null ? null : (chosenOf(look)?.certificate ?? null);
	if (look === null || certificate === null) return [];
	return kinds.flatMap(kind => [
		emptyLine,
		line(kind === 'ssl' ? 'AS AN SSL CERTIFICATE' : 'AS A SIGNING CERTIFICATE', 'strong'),
		...kindAnswers(certificate, kind, {now: look.now, withCodes: false}).flatMap(({ok, counts, message}) => {
			const tone = ok === true ? 'strong' : 'error';
			const sign = ok !== true ? signs.error : counts ? signs.done : ' ';
			return wrapText(message, width - 3).map(
				(text, index): Line => [span(index === 0 ? `${sign}  ` : '   ', tone), span(text)],
			);
		}),
	]);
}
