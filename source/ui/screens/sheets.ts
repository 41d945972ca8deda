// The sheet above a screen: menus and questions.
import {draftOnScreen} from '../model/focus.js';
import {type AddSource, addSourcesFor, type Sheet} from '../model/sheet.js';
import {currentScreen, type State} from '../model/state.js';
import {answerFor} from '../model/will-it-work.js';
import {answers, askedIndent, button, question} from '../parts/asking.js';
import {type Drawn, drawn} from '../parts/drawn.js';
import {textLine} from '../parts/field.js';
import {emptyLine, fitting, type Line, line, span, wrapText} from '../parts/line.js';
import {problemRows} from '../parts/problems.js';
import {rule} from '../parts/rule.js';
import {signs} from '../theme.js';
import {drawLookAt, drawWhich} from './look-sheets.js';
import {drawPage} from './pages.js';
import {drawSave} from './save.js';

/** Draws it into `width` columns and at most `height` rows, with a titled line at its top. */
export function drawSheet(state: State, sheet: Sheet, width: number, height: number): Drawn {
	switch (sheet.sheet) {
		case 'help':
		case 'details':
		case 'kinds':
			return drawPage(state, sheet, width, height);
		case 'which-certificate':
			return drawWhich(sheet, width, height);
		case 'look-at':
			return drawLookAt(sheet, width);
		case 'will-it-work':
			return drawWillItWork(state, sheet, width);
		case 'add-from':
			return drawn(
				rule(width, 'Add addresses from'),
				...addSourcesFor(draftOnScreen(state)).map((source, index) =>
					menuRow(state, source, index === sheet.selected),
				),
			);
		case 'add-source':
			return drawAddSource(sheet, width);
		case 'confirm':
			return drawn(
				rule(width, sheet.question),
				emptyLine,
				...wrapText(sheet.about, width - 4).map(text => line(`   ${text}`, 'dim')),
				emptyLine,
				answers(button('Back', !sheet.isYes), button(sheet.yes, sheet.isYes)),
			);
		case 'save-to':
		case 'save-name':
		case 'save-difference':
			return drawSave(state, sheet, width, height);
		case 'copy-profile':
			return question(
				'Copy to a new profile of your own',
				'Its name',
				textLine(sheet.buffer, width - askedIndent, true, 'a name'),
				problemRows(sheet.problems, width),
				width,
			);
	}
}

function drawWillItWork(state: State, sheet: Extract<Sheet, {sheet: 'will-it-work'}>, width: number): Drawn {
	const screen = currentScreen(state);
	const typed = textLine(
		sheet.buffer,
		width - askedIndent,
		true,
		'an address as a client or printer uses it',
	);
	const answer = answerFor(state, sheet.buffer.text);
	const title = 'Will it work for …?';
	if (answer === null) return question(title, 'Address', typed, [emptyLine, emptyLine], width);
	if ('coveredBy' in answer)
		return question(
			title,
			'Address',
			typed,
			[[span(` ${signs.done} yes`, 'strong'), span(`, ${answer.coveredBy.value} covers it`)], emptyLine],
			width,
		);
	const rows = [
		...wrapText(answer.reason, width - 9).map(
			(text, index): Line => [
				index === 0 ? span(` ${signs.error} no: `, 'error') : span('       '),
				span(text),
			],
		),
		answer.add === null || screen.screen === 'look'
			? emptyLine
			: line(`   Enter adds ${answer.add.value}`, 'dim'),
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
		isSelected ? span(` ${signs.focus} `, 'marker') : span('   '),
		span(sources[source], isSelected ? 'accent' : 'plain'),
		span(name, 'dim'),
	];
}

const asked = {
	server: {
		label: 'Server',
		empty: ['js1.company.com, or with a port: js1.company.com:443', 'js1.company.com, js1.company.com:443'],
	},
	certificate: {label: 'File', empty: ['path of a .cer, .pem, .pfx or .p12 file']},
	text: {label: 'File', empty: ['path of a text file']},
} as const;

function drawAddSource(sheet: Extract<Sheet, {sheet: 'add-source'}>, width: number): Drawn {
	const {source, buffer, password, problems} = sheet;
	const {label, empty} = asked[source];
	const typed =
		password === null
			? textLine(buffer, width - askedIndent, true, fitting(empty, width - askedIndent))
			: textLine(password.buffer(), width - askedIndent, true, 'the password of this PFX', signs.hidden);
	return question(
		`Add addresses from ${sources[source]}`,
		password === null ? label : 'Password',
		typed,
		sheet.asked === null ? problemRows(problems, width) : [line('   looking … Esc stops', 'dim')],
		width,
	);
}
