// The start screen: tasks, then profiles, and what the chosen one would make.
import {isWide} from '../model/state.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import type {ListedProfile} from '../../profile/list.js';
import {type StartItem, type StartState, startItems} from '../model/start.js';
import {beside, type Drawn, drawn, fitHeight, nothingDrawn} from '../parts/drawn.js';
import {textLine} from '../parts/field.js';
import {
	cutLine,
	emptyLine,
	fitLine,
	type Line,
	line,
	lineWidth,
	span,
	spokenSpan,
	spread,
	type Tone,
	wrapText,
} from '../parts/line.js';
import {listWindow} from '../parts/window.js';
import {signs} from '../theme.js';
import {startPanel} from './start-panel.js';

/** In fewer columns what the chosen one makes stands in the rows for messages. */
export const panelFrom = 96;

/** Draws it into `width` columns and `height` rows; the forms of the `changed` files hold changes. */
export function drawStart(screen: StartState, changed: Changed, width: number, height: number): Drawn {
	if (!isWide(width, panelFrom)) return drawList(screen, changed, width, height);
	const right = Math.min(52, Math.floor(width * 0.42));
	const left = width - right - 3;
	const about = drawn(...startPanel(screen, right - 1));
	return beside(
		fitHeight(drawList(screen, changed, left, height), height),
		left,
		fitHeight(about, height),
		right,
	);
}

type Changed = ReadonlySet<string>;

function drawList(screen: StartState, changed: Changed, width: number, height: number): Drawn {
	const least = listRows(screen, changed, width, airs.none).rows.length;
	// Air above the list only where the list does not need the row.
	const head = screen.filter === null && least >= height ? nothingDrawn : filterLine(screen, width);
	const room = height - head.rows.length;
	const choices = [airs.between, airs.explained, airs.none].map(air => listRows(screen, changed, width, air));
	const {rows, selected} =
		choices.find(each => each.rows.length <= room) ?? listRows(screen, changed, width, airs.none);
	const {start, end} = listWindow(rows.length, selected, room);
	const hidden = [{above: start, below: rows.length - end, key: null, edge: null}];
	return {rows: [...head.rows, ...rows.slice(start, end)], cursor: head.cursor, hidden};
}

/** How much room the tasks take: a row each, with an explanation, with a gap as well. */
const airs = {none: 0, explained: 1, between: 2} as const;
type Air = (typeof airs)[keyof typeof airs];

/** Every row, and which one is chosen. */
function listRows(
	screen: StartState,
	changed: Changed,
	width: number,
	air: Air,
): {readonly rows: readonly Line[]; readonly selected: number} {
	const items = startItems(screen);
	const columns = nameColumns(items, width);
	const rows: Line[] = [];
	let selected = 0;
	for (const [index, item] of items.entries()) {
		const isFirstProfile = item.item === 'profile' && items[index - 1]?.item !== 'profile';
		if (index === 0 && item.item === 'task') rows.push(line(' WHAT DO YOU NEED?', 'strong'));
		if (isFirstProfile && rows.length > 0) rows.push(emptyLine);
		if (isFirstProfile) rows.push(line(' PROFILES', 'strong'));
		if (item.item === 'task' && air >= airs.between) rows.push(emptyLine);
		if (index === screen.selected) selected = rows.length;
		const isChanged = item.found !== null && changed.has(item.found.file);
		rows.push(itemRow(item, index === screen.selected, isChanged, width, columns));
		if (item.item === 'task' && air >= airs.explained)
			rows.push(...wrapText(item.task.about, width - 4).map(text => [spokenSpan(`   ${text}`, 'dim', '')]));
	}
	if (screen.found === null) rows.push(emptyLine, line('   looking for profiles …', 'dim'));
	else if (items.length === 0) rows.push(line('   nothing matches; Esc shows all again', 'dim'));
	return {rows, selected};
}

function filterLine({filter}: StartState, width: number): Drawn {
	if (filter === null) return drawn(emptyLine);
	const label = [span(' / ', 'accent')];
	const {line: text, cursor} = textLine(filter, width - 4, true, 'type to filter');
	return {rows: [[...label, ...text], emptyLine], cursor: {x: 3 + cursor, y: 0}};
}

/** Beside a name stand its kind and its place. */
const besideName = 3 + 2 + '4 certificates'.length + 2 + './profiles'.length + 1;

/** As wide as the longest name, as far as there is room. */
function nameColumns(items: readonly StartItem[], width: number): number {
	const names = items.map(each => (each.item === 'task' ? 0 : lineWidth(nameOf(each.found, 'plain'))));
	return Math.min(Math.max(16, ...names), Math.max(16, width - besideName));
}

function itemRow(
	item: StartItem,
	isSelected: boolean,
	isChanged: boolean,
	width: number,
	columns: number,
): Line {
	const marker = isSelected ? span(` ${signs.focus} `, 'marker') : span('   ');
	if (item.item === 'task')
		return cutLine(
			[
				marker,
				spokenSpan(
					item.task.title,
					isSelected ? 'accent' : 'plain',
					`${item.task.title}: ${item.task.about}`,
				),
				...(isChanged ? [span('  changed', 'warning')] : []),
			],
			width,
		);
	const {found} = item;
	const errors = found.problems.filter(each => each.severity === 'error').length;
	const name = fitLine(nameOf(found, isSelected ? 'accent' : 'plain'), columns);
	const about = errors > 0 ? span(countOf(found.problems), 'error') : span(kindWords(found), 'dim');
	const right = [...(isChanged ? [span('changed  ', 'warning')] : []), span(originWords(found), 'dim')];
	return spread([marker, ...name, span('  '), about], right, width - 1);
}

function nameOf({name, problems}: ListedProfile, tone: Tone): Line {
	return [...(hasErrors(problems) ? [span(`${signs.error} `, 'error')] : []), span(name, tone)];
}

function countOf(problems: readonly Problem[]): string {
	const errors = problems.filter(each => each.severity === 'error').length;
	return errors === 1 ? '1 problem' : `${errors} problems`;
}

function kindWords({profile}: ListedProfile): string {
	if (profile === null) return '';
	const kinds = new Set(profile.entries.map(each => each.kind?.value ?? '?'));
	if (profile.entries.length > 1) return `${profile.entries.length} certificates`;
	return kinds.has('ssl') ? 'SSL' : 'signing';
}

const places = {
	path: '',
	'current folder': './profiles',
	'user folder': 'your folder',
	shipped: 'shipped',
} as const;

function originWords({origin}: ListedProfile): string {
	return places[origin];
}
