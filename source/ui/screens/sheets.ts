// The sheet above a screen: help, details, menus and questions.
import {activeKeys, keyTable} from '../keys.js';
import type {KeyRow} from '../keys/key-row.js';
import {draftOf, focusOf, hasLines} from '../model/focus.js';
import {type AddSource, addSources, type Sheet} from '../model/sheet.js';
import {currentScreen, type State} from '../model/state.js';
import {lookOf} from '../model/update-look.js';
import {answerFor} from '../model/update-sheet.js';
import {button, question} from '../parts/asking.js';
import {type Drawn, drawn, rule, scrolled} from '../parts/drawn.js';
import {textLine, toneOf} from '../parts/field.js';
import {emptyLine, fitLine, type Line, line, span, wrapText} from '../parts/line.js';
import {signs} from '../theme.js';
import {detailLines} from './details.js';
import {drawLookAt, drawWhich, kindRows} from './look-sheets.js';
import {drawSave} from './save.js';
import {problemRows} from './sheet-problems.js';

/** True for the sheets that take the whole body. */
export function isWholePage({sheet}: Sheet): boolean {
	return sheet === 'help' || sheet === 'details' || sheet === 'kinds';
}

/** Draws it into `width` columns and at most `height` rows, with a titled line at its top. */
export function drawSheet(state: State, sheet: Sheet, width: number, height: number): Drawn {
	switch (sheet.sheet) {
		case 'help':
			return pages('All keys that work here', helpRows(state, width), sheet.top, width, height);
		case 'details': {
			const screen = currentScreen(state);
			if (screen.screen !== 'certificate') return drawn();
			return pages('Details', detailLines(draftOf(state, screen), width - 4), sheet.top, width, height);
		}
		case 'kinds':
			return pages('What it can be used for', kindRows(lookOf(state), width - 4), sheet.top, width, height);
		case 'which-certificate':
			return drawWhich(sheet, width, height);
		case 'look-at':
			return drawLookAt(sheet, width);
		case 'will-it-work':
			return drawWillItWork(state, sheet, width);
		case 'add-from':
			return drawn(
				rule(width, 'Add addresses from'),
				...addSources.map((source, index) => menuRow(state, source, index === sheet.selected)),
			);
		case 'add-source':
			return drawAddSource(sheet, width);
		case 'confirm':
			return drawn(
				rule(width, sheet.question),
				emptyLine,
				...wrapText(sheet.about, width - 4).map(text => line(`  ${text}`, 'dim')),
				emptyLine,
				[button('Back', !sheet.isYes), span('  '), button(sheet.yes, sheet.isYes)],
			);
		case 'save-to':
		case 'save-name':
		case 'save-difference':
			return drawSave(state, sheet, width, height);
		case 'copy-profile':
			return question(
				'Copy to a new profile of your own',
				'Its name',
				textLine(sheet.buffer, width - 16, true, 'a name'),
				problemRows(sheet.problems, width),
				width,
			);
	}
}

function pages(title: string, rows: readonly Line[], top: number, width: number, height: number): Drawn {
	const room = height - 1;
	const start = Math.min(top, Math.max(0, rows.length - room));
	const range =
		rows.length > room ? `  ${start + 1}-${Math.min(rows.length, start + room)} of ${rows.length}` : '';
	const shown = scrolled(drawn(...rows), start, room);
	return drawn(rule(width, title + range), ...shown.rows.map(row => [span('  '), ...row]));
}

function drawWillItWork(state: State, sheet: Extract<Sheet, {sheet: 'will-it-work'}>, width: number): Drawn {
	const screen = currentScreen(state);
	const typed = textLine(sheet.buffer, width - 16, true, 'an address as a client or printer uses it');
	const answer = answerFor(state, sheet.buffer.text);
	const title = 'Will it work for …?';
	if (answer === null) return question(title, 'Address', typed, [emptyLine, emptyLine], width);
	if ('coveredBy' in answer)
		return question(
			title,
			'Address',
			typed,
			[[span(`  ${signs.done} yes`, 'strong'), span(`, ${answer.coveredBy.value} covers it`)], emptyLine],
			width,
		);
	const rows = [
		...wrapText(answer.reason, width - 9).map(
			(text, index): Line => [
				index === 0 ? span(`  ${signs.error} no: `, 'error') : span('        '),
				span(text),
			],
		),
		answer.add === null || screen.screen === 'look'
			? emptyLine
			: line(`    Enter adds ${answer.add.value}`, 'dim'),
	];
	return question(title, 'Address', typed, rows, width);
}

const sources: Readonly<Record<AddSource, string>> = {
	'this-computer': 'this computer: its names and addresses',
	dns: 'DNS: all addresses of the server',
	server: 'a running server: what its certificate says now',
	certificate: 'a certificate or PFX file',
	text: 'a text file: one name a line, CSV, an old script',
	sort: 'or put the list in order',
};

function menuRow(state: State, source: AddSource, isSelected: boolean): Line {
	const name = source === 'this-computer' && state.thisComputer !== null ? ` (${state.thisComputer})` : '';
	return [
		isSelected ? span(` ${signs.focus} `, 'accent') : span('   '),
		span(sources[source], isSelected ? 'accent' : 'plain'),
		span(name, 'dim'),
	];
}

const asked = {
	server: {label: 'Server', empty: 'js1.company.com, or with a port: js1.company.com:443'},
	certificate: {label: 'File', empty: 'path of a .cer, .pem, .pfx or .p12 file'},
	text: {label: 'File', empty: 'path of a text file'},
} as const;

function drawAddSource(sheet: Extract<Sheet, {sheet: 'add-source'}>, width: number): Drawn {
	const {source, buffer, password, isBusy, problems} = sheet;
	const {label, empty} = asked[source];
	const typed =
		password === null
			? textLine(buffer, width - 16, true, empty)
			: textLine(password.buffer(), width - 16, true, 'the password of this PFX', signs.hidden);
	const rows = problems.flatMap(({severity, message, hint}) => [
		line(`  ${signs[severity]} ${message}`, toneOf(severity)),
		...(hint === null ? [] : [line(`    ${hint}`, 'dim')]),
	]);
	return question(
		`Add addresses from ${sources[source]}`,
		password === null ? label : 'Password',
		typed,
		isBusy ? [line('  looking …', 'dim')] : rows,
		width,
	);
}

/** The keys of the place below the help, then those of text fields and of everywhere. */
function helpRows(state: State, width: number): Line[] {
	const under = {...state, sheet: null};
	const own = activeKeys(under);
	const isText = focusOf(under).includes('text');
	const rows = isText || !hasLines(under) ? own : [...own, ...keyTable.filter(each => each.where === 'text')];
	const groups: readonly (readonly [string, (row: KeyRow) => boolean])[] = [
		['HERE', each => each.where !== 'text' && each.where !== 'anywhere' && each.where !== 'letters'],
		['IN A LINE OF TEXT', each => each.where === 'text'],
		['EVERYWHERE', each => each.where === 'anywhere'],
	];
	const filled = groups.filter(([, isIn]) => rows.some(isIn));
	return filled.flatMap(([title, isIn]) => [
		emptyLine,
		line(title, 'strong'),
		...rows.filter(isIn).flatMap(each => keyRows(under, each, width)),
	]);
}

function keyRows(state: State, row: KeyRow, width: number): Line[] {
	const why = row.off?.(state) ?? null;
	const text = why === null ? row.about : `${row.about} (not now: ${why})`;
	return wrapText(text, Math.max(20, width - 24)).map(
		(part, index): Line => [
			...fitLine([span(index === 0 ? row.shown : '', why === null ? 'strong' : 'dim')], 16),
			span(part, why === null ? 'plain' : 'dim'),
		],
	);
}
