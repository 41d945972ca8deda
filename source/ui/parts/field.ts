// One field of a form: sign, label, and a line of text or a row of choices.
import type {Severity} from '../../problem/problem.js';
import {signs} from '../theme.js';
import type {Drawn} from './drawn.js';
import {
	cutLine,
	fitLine,
	type Line,
	lineWidth,
	type Span,
	span,
	spokenSpan,
	spread,
	type Tone,
	widthOf,
} from './line.js';
import type {TextBuffer} from './text-buffer.js';
import {textWindow} from './window.js';

export const gutterWidth = 3;
export const labelWidth = 14;

export type FieldLook = {
	readonly label: string;
	readonly isFocused: boolean;
	readonly severity: Severity | null;
	readonly width: number;
};

const severityTone: Readonly<Record<Severity, Tone>> = {error: 'error', warning: 'warning', note: 'dim'};

/** The sign of a severity: a letter, so that it is seen without colours too. */
function severitySpan(severity: Severity | null): Span {
	if (severity === null) return span(' ');
	return spokenSpan(signs[severity], severityTone[severity], `${severity}: `);
}

export function toneOf(severity: Severity): Tone {
	return severityTone[severity];
}

/** The focus marker and the sign of the worst problem, at the left of every field and entry. */
export function gutter(isFocused: boolean, severity: Severity | null): Line {
	return [
		isFocused ? span(signs.focus, 'marker') : span(' '),
		severity === 'note' ? span(' ') : severitySpan(severity),
		span(' '),
	];
}

/** Sign and label: what every field begins with. */
function labelled(look: FieldLook, value: Line): Line {
	const shown = spokenSpan(look.label, look.isFocused ? 'accent' : 'plain', `${look.label}:`);
	const label = fitLine([shown], labelWidth);
	return cutLine([...gutter(look.isFocused, look.severity), ...label, ...value], look.width);
}

export type TextLook = FieldLook & {
	readonly buffer: TextBuffer;
	/** What is shown, dim, while the field is empty. */
	readonly empty: string;
	/** What stands behind the text; at the right edge when it can be chosen itself. */
	readonly aside: Line;
	readonly isAsideAtEdge: boolean;
	/** Replaces every character; null: they are shown. */
	readonly mask: string | null;
};

/** A field that takes a line of text; it has the terminal's cursor when it is focused. */
export function textField(look: TextLook): Drawn {
	const {buffer, isFocused, width, aside, mask} = look;
	const start = gutterWidth + labelWidth;
	const asideWidth = aside.length === 0 ? 0 : lineWidth(aside) + 2;
	const room = Math.max(8, width - start - asideWidth);
	const value = textLine(buffer, room, isFocused, look.empty, mask);
	const behind = look.isAsideAtEdge
		? spread(value.line, aside, width - start)
		: [...value.line, span('   '), ...aside];
	const line = labelled(look, aside.length === 0 ? value.line : behind);
	return {rows: [line], cursor: isFocused ? {x: start + value.cursor, y: 0} : null};
}

/** The visible part of a line of text and the column of its cursor. */
export function textLine(
	buffer: TextBuffer,
	width: number,
	isFocused: boolean,
	empty: string,
	mask: string | null = null,
): {readonly line: Line; readonly cursor: number} {
	if (buffer.text === '') return {line: [span(empty, 'dim')], cursor: 0};
	if (!isFocused)
		return {
			line: cutLine([span(mask === null ? buffer.text : mask.repeat(buffer.text.length))], width),
			cursor: 0,
		};
	if (buffer.isOffered) {
		const offered = [span(buffer.text, 'chosen'), span('  typing replaces it', 'dim')];
		return {line: cutLine(offered, width), cursor: Math.min(width - 1, widthOf(buffer.text))};
	}
	const {text, cursor, moreBefore, moreAfter} = textWindow(buffer, width - 2, mask);
	const line = [
		...(moreBefore ? [span(signs.more, 'dim')] : []),
		span(text),
		...(moreAfter ? [span(signs.more, 'dim')] : []),
	];
	return {line, cursor: cursor + (moreBefore ? 1 : 0)};
}

export type Choice = {
	readonly label: string;
	readonly isOn: boolean;
	/** For a screen reader, where the label is short because of its neighbours. */
	readonly said?: string;
};

/** A field with a few choices in a row, of which one is on. */
export function choiceField(look: FieldLook, choices: readonly Choice[], aside: Line = []): Drawn {
	const spans = choices.flatMap(({label, isOn, said = label}, index): Span[] => [
		...(index === 0 ? [] : [span(' ')]),
		spokenSpan(
			`${isOn ? signs.on : signs.off} ${label}`,
			isOn ? (look.isFocused ? 'accent' : 'plain') : 'dim',
			isOn ? `${said}, ${index + 1} of ${choices.length}` : '',
		),
	]);
	const room = look.width - gutterWidth - labelWidth;
	const value =
		aside.length > 0 && lineWidth(spans) + 2 + lineWidth(aside) <= room
			? [...spans, span('  '), ...aside]
			: spans;
	return {rows: [labelled(look, value)], cursor: null};
}
