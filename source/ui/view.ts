// State → every row of the screen: title, body, sheet, messages, footer.
import {changedCount} from './model/judging.js';
import {currentScreen, isTooSmall, type Screen, smallest, type State} from './model/state.js';
import {type Drawn, fitHeight, type Point} from './parts/drawn.js';
import {footer} from './parts/footer.js';
import {cutLine, emptyLine, type Line, line, lineWidth, span, spread, type Tone} from './parts/line.js';
import {marksAbove, marksBelow, rule} from './parts/rule.js';
import {drawBatch} from './screens/batch.js';
import {drawCertificate} from './screens/certificate.js';
import {messageBar} from './screens/message-bar.js';
import {drawLook} from './screens/look.js';
import {comparedLooks} from './model/update-comparison.js';
import {drawComparison} from './screens/look-comparison.js';
import {drawPage, isPage, pageTitle} from './screens/pages.js';
import {drawProblems} from './screens/problems.js';
import {drawResult, resultTitle} from './screens/result.js';
import {drawReview} from './screens/review.js';
import {drawSheet} from './screens/sheets.js';
import {drawStart} from './screens/start.js';

export type View = {
	/** Exactly as many as the screen has. */
	readonly rows: readonly Line[];
	readonly cursor: Point | null;
};

/** Rows around the body and the messages: title, two lines, the footer. */
const around = 4;

/** Draws the whole screen. */
export function view(state: State): View {
	const {columns, rows} = state.size;
	if (isTooSmall(state.size)) return tooSmall(columns, rows);
	const messages = messageBar(state, columns);
	const body = drawBody(state, columns, rows - around - messages.length);
	const {sheet} = state;
	const title = sheet !== null && isPage(sheet) ? pageTitle(sheet) : '';
	return {
		rows: [
			titleLine(state, columns),
			rule(columns, title, marksAbove(body.hidden, columns)),
			...body.rows,
			rule(columns, '', marksBelow(body.hidden, columns)),
			...messages,
			footer(state, columns),
		],
		cursor: body.cursor === null ? null : {x: body.cursor.x, y: body.cursor.y + 2},
	};
}

function drawBody(state: State, width: number, height: number): Drawn {
	const {sheet} = state;
	if (sheet === null) return fitHeight(drawScreen(state, width, height), height);
	if (isPage(sheet)) return drawPage(state, sheet, width, height);
	const whole = drawSheet(state, sheet, width, height);
	const above = fitHeight(whole, Math.min(height, whole.rows.length), whole.cursor?.y ?? null);
	const left = height - above.rows.length;
	const screen = fitHeight(drawScreen(state, width, left), left);
	return {
		...above,
		rows: [...screen.rows.map(unfocused), ...above.rows],
		cursor: above.cursor === null ? null : {x: above.cursor.x, y: above.cursor.y + left},
	};
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
			return drawStart(screen, width, height);
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

/** Screens that show what is there already, not what a profile makes. */
const withoutProfile: ReadonlySet<Screen['screen']> = new Set([
	'start',
	'look',
	'comparison',
	'problems',
	'result',
]);

function titleLine(state: State, width: number): Line {
	const [title, about] = titleOf(state);
	const head = span(` ${title}`, 'strong');
	const right = cutLine(titleRight(state), width - lineWidth([head]) - 3);
	// A name of which only the first letters fit says nothing.
	const room = width - lineWidth([head, ...right]) - 4;
	const said = about === '' || room < leastAbout ? [] : cutLine([span(`  ${about}`, 'dim')], room + 2);
	return spread([head, ...said], right, width);
}

const leastAbout = 16;

function titleRight(state: State): Line {
	const {job} = state;
	if (job === null || withoutProfile.has(currentScreen(state).screen))
		return [span('safeq-cert-tui ', 'dim')];
	const changed = changedCount(state);
	return [
		span(`profile ${job.profile.name}`, 'dim'),
		span(changed === 0 ? ' ' : changed === 1 ? ', changed ' : `, ${changed} changed `),
	];
}

function titleOf(state: State): readonly [string, string] {
	const {job, screens} = state;
	const screen = screens.at(-1);
	switch (screen?.screen) {
		case 'certificate': {
			const draft = job?.drafts[screen.index];
			const kind = draft?.entry.kind?.value === 'signing' ? 'Signing certificate' : 'SSL certificate';
			const count = job?.drafts.length ?? 1;
			const name = draft?.outlook.preview?.friendlyName ?? '';
			return [kind, count > 1 ? `${screen.index + 1} of ${count}  ${name}` : name];
		}
		case 'look':
			return ['What is in it', screen.look.name];
		case 'comparison':
			return [
				'Compared',
				comparedLooks(state)
					.map(({name}) => name)
					.join(', '),
			];
		case 'problems':
			return ['Problems in a profile', ''];
		case 'batch':
			return [job?.profile.name ?? 'Certificates', ''];
		case 'review':
			return ['Review', 'nothing is written yet'];
		case 'result':
			return [resultTitle(screen), ''];
		default:
			return ['SafeQ certificates', 'signing and SSL'];
	}
}

function tooSmall(columns: number, rows: number): View {
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
