// How every tone looks, and the few signs that are drawn; colours are never the only sign.
import type {TextProps} from 'ink';
import type {Tone} from './parts/line.js';

type Look = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;

/** The one accent colour stands for the focus; green only for what is proven. */
export const looks: Readonly<Record<Tone, Look>> = {
	plain: {},
	strong: {bold: true},
	dim: {dimColor: true},
	accent: {color: 'cyan', bold: true},
	chosen: {color: 'cyan', bold: true, inverse: true},
	good: {color: 'green'},
	warning: {color: 'yellow'},
	error: {color: 'red'},
};

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
	done: '√',
	full: '█',
	empty: '░',
} as const;
