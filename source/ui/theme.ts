// How every tone looks, and the few signs that are drawn; colours are never the only sign.
import type {TextProps} from 'ink';
import type {Tone} from './parts/line.js';

type Look = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;

export type Looks = Readonly<Record<Tone, Look>>;

/** The one accent colour stands for the focus; green only for what is proven. */
const coloured: Looks = {
	plain: {},
	strong: {bold: true},
	dim: {dimColor: true},
	marker: {color: 'cyan', bold: true},
	accent: {color: 'cyan', bold: true},
	chosen: {color: 'cyan', bold: true, inverse: true},
	good: {color: 'green'},
	warning: {color: 'yellow'},
	error: {color: 'red'},
};

/** What says the same without a colour: where the focus is stands out by itself. */
const colourless: Looks = {
	...coloured,
	marker: {bold: true},
	accent: {bold: true, inverse: true},
	chosen: {bold: true, inverse: true},
	good: {bold: true},
	warning: {bold: true},
	error: {bold: true},
};

/** How every tone looks; NO_COLOR takes the colours alone (no-color.org), not what is bold or dim. */
export function looksFor(hasColours: boolean): Looks {
	return hasColours ? coloured : colourless;
}

/** Characters that the fonts of Windows consoles have as well (WGL4). */
export const signs = {
	focus: '›',
	error: 'x',
	warning: '!',
	note: 'i',
	on: '●',
	off: '○',
	more: '…',
	hidden: '•',
	rule: '─',
	between: '│',
	above: '↑',
	below: '↓',
	done: '√',
	full: '█',
	empty: '░',
} as const;
