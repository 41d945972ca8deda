// The sheets of saving: where to, the name, the difference.
import {type Problem, warning} from '../../problem/problem.js';
import {fileNameOf, folderOf} from '../../profile/path.js';
import {type SaveTarget, saveTargets} from '../../save/place.js';
import {addressesOfOneServer, ownOff} from '../model/save.js';
import type {Job} from '../model/job.js';
import type {SaveSheet} from '../model/sheet.js';
import type {State} from '../model/state.js';
import {answers, askedIndent, button, question} from '../parts/asking.js';
import type {DiffLine} from '../../save/difference.js';
import {type Drawn, drawn, scrolled} from '../parts/drawn.js';
import {textLine} from '../parts/field.js';
import {cutLine, emptyLine, type Line, line, span, type Tone, wrapText} from '../parts/line.js';
import {problemRows} from '../parts/problems.js';
import {marksAbove, rule} from '../parts/rule.js';
import {signs} from '../theme.js';

type DifferenceSheet = Extract<SaveSheet, {sheet: 'save-difference'}>;

const tones: Readonly<Record<DiffLine['sign'], Tone>> = {'+': 'strong', '-': 'plain', ' ': 'dim'};

/** Draws it into `width` columns and at most `height` rows. */
export function drawSave(state: State, sheet: SaveSheet, width: number, height: number): Drawn {
	switch (sheet.sheet) {
		case 'save-to':
			return drawn(
				rule(width, 'Save to'),
				...saveTargets.map((target, index) =>
					cutLine(targetRow(state, target, index === sheet.selected), width),
				),
			);
		case 'save-name':
			return question(
				sheet.target === 'new' ? 'Save to a new profile of your own' : 'Export one flat file',
				sheet.target === 'new' ? 'Its name' : 'File',
				textLine(sheet.buffer, width - askedIndent, true, 'a name'),
				problemRows(sheet.problems, width),
				width,
			);
		case 'save-difference':
			return drawDifference(state, sheet, width, height);
	}
}

/** What changes or what is new, then where it goes, then the question. */
function drawDifference({job}: State, sheet: DifferenceSheet, width: number, height: number): Drawn {
	const isNew = sheet.target !== 'own';
	const all = sheet.difference.flatMap(each => differenceRows(each, isNew, width));
	const where = wrapText(`in ${folderOf(sheet.file)}`, width - 4).map(text => line(`   ${text}`, 'dim'));
	const notes = job === null ? [] : problemRows(addressWarnings(job), width);
	const room = Math.max(3, Math.min(height - 3 - where.length - notes.length, all.length));
	const top = Math.max(0, Math.min(sheet.top, all.length - room));
	const {rows, hidden = []} = scrolled(drawn(...all), top, room, 'PgDn');
	const title = `${isNew ? 'A new file:' : 'Changes in'} ${fileNameOf(sheet.file)}`;
	return {
		rows: [
			rule(width, title, marksAbove(hidden, width)),
			...rows,
			emptyLine,
			...where,
			...notes,
			answers(button('Save', sheet.isYes), button('Back', !sheet.isYes)),
		],
		cursor: null,
		hidden: hidden.map(each => ({...each, above: 0})),
	};
}

/** A profile with placeholders is opened for the next server, where the addresses of this one are wrong. */
function addressWarnings(job: Job): Problem[] {
	const [first, ...others] = addressesOfOneServer(job);
	if (first === undefined) return [];
	const which = others.length === 0 ? `${first} is` : `${first} and ${others.length} more are`;
	return [
		warning('server-example', `${which} saved as typed: wrong when the profile is used for another server`),
	];
}

/** A line of YAML, broken under itself. */
function differenceRows({sign, text}: DiffLine, isNew: boolean, width: number): Line[] {
	const indent = /^ */.exec(text)?.[0] ?? '';
	return wrapText(text.slice(indent.length), width - 4 - indent.length).map((row, index) =>
		isNew ? line(`   ${indent}${row}`) : line(` ${index === 0 ? sign : ' '} ${indent}${row}`, tones[sign]),
	);
}

function targetRow({job}: State, target: SaveTarget, isSelected: boolean): Line {
	const marker = isSelected ? span(` ${signs.focus} `, 'marker') : span('   ');
	const tone = isSelected ? 'accent' : 'plain';
	const why = target === 'own' && job !== null ? ownOff(job) : null;
	const texts: Readonly<Record<SaveTarget, string>> = {
		own: `the profile itself: ${why?.replace(/: .*/, '') ?? fileNameOf(job?.profile.file ?? '')}`,
		new: 'a new profile of your own',
		export: 'one flat file for a colleague, without what it extends',
	};
	return [marker, span(texts[target], why === null ? tone : 'dim')];
}
