// The sheets that take the whole body: help, details, what a certificate can be used for.
import {activeKeys, keyTable} from '../keys.js';
import type {KeyRow} from '../keys/key-row.js';
import {draftOf, focusOf, hasLines} from '../model/focus.js';
import type {Sheet} from '../model/sheet.js';
import {currentScreen, type State} from '../model/state.js';
import {lookOf} from '../model/update-look.js';
import {type Drawn, readable} from '../parts/drawn.js';
import {emptyLine, fitLine, type Line, line, span, wrapText} from '../parts/line.js';
import {aboutHere, help} from './about-here.js';
import {detailLines} from './details.js';
import {labels} from './form.js';
import {kindRows} from './look-sheets.js';

type Page = Extract<Sheet, {sheet: 'help' | 'details' | 'kinds'}>;

const titles: Readonly<Record<Page['sheet'], string>> = {
	help: 'All keys that work here',
	details: 'Details',
	kinds: 'What it can be used for',
};

/** True for the sheets that take the whole body. */
export function isPage(sheet: Sheet): sheet is Page {
	return sheet.sheet in titles;
}

/** What stands in the line above it. */
export function pageTitle({sheet}: Page): string {
	return titles[sheet];
}

/** Draws it into `width` columns and `height` rows. */
export function drawPage(state: State, page: Page, width: number, height: number): Drawn {
	const rows = pageRows(state, page, width - 2);
	return readable(
		rows.map(row => (row.length === 0 ? emptyLine : [span(' '), ...row])),
		page.top,
		height,
	);
}

function pageRows(state: State, page: Page, width: number): Line[] {
	switch (page.sheet) {
		case 'help':
			return helpRows({...state, sheet: page.under}, width);
		case 'details': {
			const screen = currentScreen(state);
			return screen.screen === 'certificate' ? detailLines(draftOf(state, screen), width) : [];
		}
		case 'kinds':
			return kindRows(lookOf(state), width);
	}
}

/** The keys of the place below the help, then those of text fields and of everywhere. */
function helpRows(under: State, width: number): Line[] {
	const own = activeKeys(under);
	const isText = focusOf(under).includes('text');
	const rows = isText || !hasLines(under) ? own : [...own, ...keyTable.filter(each => each.where === 'text')];
	const groups: readonly (readonly [string, (row: KeyRow) => boolean])[] = [
		['HERE', each => each.where !== 'text' && each.where !== 'anywhere' && each.where !== 'letters'],
		['IN A LINE OF TEXT', each => each.where === 'text'],
		['EVERYWHERE', each => each.where === 'anywhere'],
	];
	const filled = groups.filter(([, isIn]) => rows.some(isIn));
	const keys = filled.flatMap(([title, isIn]) => [
		emptyLine,
		line(title, 'strong'),
		...rows.filter(isIn).flatMap(each => keyRows(under, each, width)),
	]);
	return [...helpHere(under, width), ...keys];
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

/** What is to know about the field where the focus is, in full. */
function helpHere(state: State, width: number): Line[] {
	const screen = currentScreen(state);
	if (state.sheet !== null || screen.screen !== 'certificate' || state.job === null) return [];
	const here = aboutHere(screen.stop, state.job, draftOf(state, screen)).map(({text}) => text);
	const texts = [...new Set([help[screen.stop], ...here])];
	return [
		emptyLine,
		line(labels[screen.stop].toUpperCase(), 'strong'),
		...texts.flatMap(each => wrapText(each, width - 1).map(text => line(text))),
	];
}
