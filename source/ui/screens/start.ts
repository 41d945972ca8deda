// The start screen: tasks, then profiles, and what the chosen one would make.
import type {Problem} from '../../problem/problem.js';
import type {ListedProfile} from '../../profile/list.js';
import type {ProfileEntry} from '../../profile/profile.js';
import {subjectText} from '../model/written-text.js';
import {type StartItem, type StartState, startItems, usableProfile} from '../model/start.js';
import type {State} from '../model/state.js';
import {beside, type Drawn, drawn, fitHeight} from '../parts/drawn.js';
import {textLine} from '../parts/field.js';
import {explained} from '../parts/details.js';
import {cutLine, emptyLine, fitLine, type Line, line, span, spread, wrapText} from '../parts/line.js';
import {listWindow} from '../parts/window.js';
import {signs} from '../theme.js';

/** In fewer columns what the chosen one makes stands in the rows for messages. */
export const panelFrom = 96;

/** Draws it into `width` columns and `height` rows. */
export function drawStart(state: State, screen: StartState, width: number, height: number): Drawn {
	if (width < panelFrom) return drawList(screen, width, height);
	const right = Math.min(52, Math.floor(width * 0.42));
	const left = width - right - 3;
	const about = drawn(...panel(state, screen, right - 1));
	return beside(fitHeight(drawList(screen, left, height), height), left, fitHeight(about, height), right);
}

function drawList(screen: StartState, width: number, height: number): Drawn {
	const head = filterLine(screen, width);
	const room = height - head.rows.length;
	const choices = [airs.between, airs.explained, airs.none].map(air => listRows(screen, width, air));
	const {rows, selected} =
		choices.find(each => each.rows.length <= room) ?? listRows(screen, width, airs.none);
	const {start, end} = listWindow(rows.length, selected, room);
	return {rows: [...head.rows, ...rows.slice(start, end)], cursor: head.cursor};
}

/** How much room the tasks take: a row each, with an explanation, with a gap as well. */
const airs = {none: 0, explained: 1, between: 2} as const;
type Air = (typeof airs)[keyof typeof airs];

/** Every row, and which one is chosen. */
function listRows(
	screen: StartState,
	width: number,
	air: Air,
): {readonly rows: readonly Line[]; readonly selected: number} {
	const items = startItems(screen);
	const rows: Line[] = [];
	let selected = 0;
	for (const [index, item] of items.entries()) {
		const isFirstProfile = item.item === 'profile' && items[index - 1]?.item !== 'profile';
		if (index === 0 && item.item === 'task') rows.push(line('   WHAT DO YOU NEED?', 'dim'));
		if (isFirstProfile && rows.length > 0) rows.push(emptyLine);
		if (isFirstProfile) rows.push(line('   PROFILES', 'dim'));
		if (item.item === 'task' && air >= airs.between) rows.push(emptyLine);
		if (index === screen.selected) selected = rows.length;
		rows.push(itemRow(item, index === screen.selected, width));
		if (item.item === 'task' && air >= airs.explained)
			rows.push(cutLine(line(`   ${item.task.about}`, 'dim'), width));
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

function itemRow(item: StartItem, isSelected: boolean, width: number): Line {
	const marker = isSelected ? span(` ${signs.focus} `, 'accent') : span('   ');
	if (item.item === 'task')
		return cutLine([marker, span(item.task.title, isSelected ? 'accent' : 'strong')], width);
	const {found} = item;
	const errors = found.problems.filter(each => each.severity === 'error').length;
	const sign = errors > 0 ? span(`${signs.error} `, 'error') : span('');
	const name = fitLine([sign, span(found.name, isSelected ? 'accent' : 'plain')], 30);
	const about = errors > 0 ? span(countOf(found.problems), 'error') : span(kindOf(found), 'dim');
	return spread([marker, ...name, span(' '), about], [span(placeOf(found), 'dim')], width - 1);
}

function countOf(problems: readonly Problem[]): string {
	const errors = problems.filter(each => each.severity === 'error').length;
	return errors === 1 ? '1 problem' : `${errors} problems`;
}

function kindOf({profile}: ListedProfile): string {
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

function placeOf({origin}: ListedProfile): string {
	return places[origin];
}

/** What the chosen line would make. */
function panel(state: State, screen: StartState, width: number): Line[] {
	const item = startItems(screen)[screen.selected];
	const found = item?.found ?? null;
	if (item === undefined) return [];
	const [name, what] = item.item === 'task' ? [item.task.title, item.task.about] : [item.found.name, ''];
	const about = found?.description ?? what;
	const head = [
		emptyLine,
		line(name, 'strong'),
		...wrapText(about, width).map(text => line(text, 'dim')),
		emptyLine,
	];
	if (found === null) return head;
	const profile = usableProfile(found);
	if (profile === null) return [...head, ...brokenRows(found.problems, width)];
	const shown = profile.entries.slice(0, 4);
	const more = profile.entries.length - shown.length;
	return [
		...head,
		...shown.flatMap(entry => [...entryRows(entry, width), emptyLine]),
		...(more > 0 ? [line(`and ${more} more`, 'dim'), emptyLine] : []),
		...explained('FILE', found.file, width),
		...(state.thisComputer === null ? [] : explained('HERE', state.thisComputer, width)),
	];
}

function entryRows(entry: ProfileEntry, width: number): Line[] {
	const names = entry.subjectAlternativeNames?.value.map(each => each.value) ?? [];
	return [
		...explained(
			'MAKES',
			entry.kind?.value === 'signing' ? 'a signing certificate' : 'an SSL certificate',
			width,
		),
		...explained('NAMED', entry.friendlyName?.value ?? '', width),
		...explained('SUBJECT', subjectText(entry.subject?.value), width),
		...(names.length === 0 ? [] : explained('FOR', names.slice(0, 6).join(', '), width)),
	];
}

function brokenRows(problems: readonly Problem[], width: number): Line[] {
	return problems
		.slice(0, 4)
		.flatMap(each => [
			...wrapText(`${signs[each.severity]} ${each.message}`, width).map(text =>
				line(text, each.severity === 'error' ? 'error' : 'warning'),
			),
		]);
}
