// The sheets of saving: where to, the name, the difference.
import {fileNameOf, folderOf} from '../../profile/path.js';
import {type SaveTarget, saveTargets} from '../../save/place.js';
import {ownOff} from '../model/save.js';
import type {SaveSheet} from '../model/sheet.js';
import type {State} from '../model/state.js';
import {answers, askedIndent, button, question} from '../parts/asking.js';
import type {DiffLine} from '../../save/difference.js';
import {type Drawn, drawn} from '../parts/drawn.js';
import {textLine} from '../parts/field.js';
import {cutLine, emptyLine, type Line, line, span, type Tone} from '../parts/line.js';
import {problemRows} from '../parts/problems.js';
import {rule} from '../parts/rule.js';
import {signs} from '../theme.js';

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
		case 'save-difference': {
			const room = Math.max(3, Math.min(height - 5, sheet.difference.length));
			const top = Math.min(sheet.top, Math.max(0, sheet.difference.length - room));
			const shown = sheet.difference.slice(top, top + room);
			const isNew = sheet.target !== 'own';
			const rows = shown.map(
				({sign, text}): Line =>
					cutLine([isNew ? span(`  ${text}`) : span(`  ${sign} ${text}`, tones[sign])], width),
			);
			const left = sheet.difference.length - top - room;
			return drawn(
				cutLine(rule(width, `${isNew ? 'A new file:' : 'Changes in'} ${fileNameOf(sheet.file)}`), width),
				...rows,
				left > 0 ? line(`  … ${left} more lines: Down`, 'dim') : emptyLine,
				cutLine(
					[
						...answers(button('Save', sheet.isYes), button('Back', !sheet.isYes)),
						span(`  in ${folderOf(sheet.file)}`, 'dim'),
					],
					width,
				),
			);
		}
	}
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
