// State → every row of the screen: title, body, sheet, messages, footer.
import {changedFiles} from './model/forms.js';
import type {Sheet} from './model/sheet.js';
import {currentScreen, isTooSmall, type Size, smallest, type State} from './model/state.js';
import {type Drawn, fitHeight, nothingDrawn, type Point} from './parts/drawn.js';
import {footer} from './parts/footer.js';
import {emptyLine, type Line, line, type Tone} from './parts/line.js';
import {marksAbove, marksBelow, rule} from './parts/rule.js';
import {drawBatch} from './screens/batch.js';
import {drawCertificate} from './screens/certificate.js';
import {messageBar} from './screens/message-bar.js';
import {drawLook} from './screens/look.js';
import {comparedLooks} from './model/update-comparison.js';
import {drawComparison} from './screens/look-comparison.js';
import {drawPage, isPage, pageTitle} from './screens/pages.js';
import {drawProblems} from './screens/problems.js';
import {drawResult} from './screens/result.js';
import {drawReview} from './screens/review.js';
import {drawSheet} from './screens/sheets.js';
import {drawStart} from './screens/start.js';
import {titleLine} from './screens/title-line.js';

export type View = {
	/** Exactly as many as the screen has. */
	readonly rows: readonly Line[];
	readonly cursor: Point | null;
};

/** Rows around the body and the messages: title, two lines, the footer. */
const around = 4;

/** The parts of the screen, before they are put together. */
export type Parts = {
	readonly title: Line;
	readonly above: Line;
	/** The screen, or what is left of it above a sheet. */
	readonly screen: Drawn;
	/** Null without a sheet. */
	readonly sheet: Drawn | null;
	readonly below: Line;
	readonly messages: readonly Line[];
	readonly footer: Line;
};

/** Draws the whole screen. */
export function view(state: State): View {
	if (isTooSmall(state.size)) return tooSmall(state.size);
	const {title, above, screen, sheet, below, messages, footer: last} = partsOf(state);
	const body = [...(sheet === null ? screen.rows : screen.rows.map(unfocused)), ...(sheet?.rows ?? [])];
	const y = 2 + (sheet === null ? 0 : screen.rows.length);
	const {cursor} = sheet ?? screen;
	return {
		rows: [title, above, ...body, below, ...messages, last],
		cursor: cursor === null ? null : {x: cursor.x, y: cursor.y + y},
	};
}

/** What stands on the screen, part by part. */
export function partsOf(state: State): Parts {
	const {columns, rows} = state.size;
	const messages = messageBar(state, columns);
	const height = rows - around - messages.length;
	const {sheet} = state;
	const lying = sheet === null ? null : fittingSheet(state, sheet, columns, height);
	const left = height - (lying?.rows.length ?? 0);
	const screen = left === 0 ? nothingDrawn : fitHeight(drawScreen(state, columns, left), left);
	const {hidden} = lying ?? screen;
	const title = sheet !== null && isPage(sheet) ? pageTitle(sheet) : '';
	return {
		title: titleLine(state, columns),
		above: rule(columns, title, marksAbove(hidden, columns)),
		screen,
		sheet: lying,
		below: rule(columns, '', marksBelow(hidden, columns)),
		messages,
		footer: footer(state, columns, hidden),
	};
}

function fittingSheet(state: State, sheet: Sheet, width: number, height: number): Drawn {
	if (isPage(sheet)) return drawPage(state, sheet, width, height);
	const whole = drawSheet(state, sheet, width, height);
	return fitHeight(whole, Math.min(height, whole.rows.length), whole.cursor?.y ?? null);
}

/** The focus is in the sheet above: nothing else looks as if it had it. */
function unfocused(row: Line): Line {
	const toneOf = (tone: Tone) =>
		tone === 'accent' || tone === 'chosen' ? 'plain' : tone === 'marker' ? 'dim' : tone;
	return row.map(each => ({...each, tone: toneOf(each.tone)}));
}

function drawScreen(state: State, width: number, height: number): Drawn {
	const screen = currentScreen(state);
	switch (screen.screen) {
		case 'start':
			return drawStart(screen, changedFiles(state), width, height);
		case 'look':
			return drawLook(screen, width, height);
		case 'comparison':
			return drawComparison(comparedLooks(state), screen, width, height);
		case 'problems':
			return drawProblems(screen, width, height);
		case 'batch':
			return drawBatch(state.job, screen, width, height);
		case 'certificate':
			return drawCertificate(state, screen, width, height);
		case 'review':
			return drawReview(state.job, screen, width, height);
		case 'result':
			return drawResult(screen, width, height);
	}
}

function tooSmall({columns, rows}: Size): View {
	const text = [
		'This window is too small.',
		`${smallest.columns} columns and ${smallest.rows} rows are needed,`,
		`it has ${columns} and ${rows}.`,
		'Nothing is lost: make it larger.',
	];
	return {
		rows: Array.from({length: Math.max(1, rows)}, (_, index) =>
			text[index] === undefined ? emptyLine : line(text[index]),
		).map(row => (row.length === 0 ? row : row.map(each => ({...each, text: each.text.slice(0, columns)})))),
		cursor: null,
	};
}
