// The bytes that a terminal sends for a key, by the key's name.

const named: Readonly<Record<string, string>> = {
	enter: '\r',
	escape: '\x1b',
	tab: '\t',
	'shift+tab': '\x1b[Z',
	backspace: '\x7f',
	delete: '\x1b[3~',
	space: ' ',
	up: '\x1b[A',
	down: '\x1b[B',
	right: '\x1b[C',
	left: '\x1b[D',
	home: '\x1b[H',
	end: '\x1b[F',
	pageup: '\x1b[5~',
	pagedown: '\x1b[6~',
	'ctrl+left': '\x1b[1;5D',
	'ctrl+right': '\x1b[1;5C',
	'alt+left': '\x1b[1;3D',
	'alt+right': '\x1b[1;3C',
	f1: '\x1bOP',
	f2: '\x1bOQ',
};

/** `a`, `enter`, `ctrl+c`, `alt+b` … → what xterm sends. Throws for a name that it does not know. */
export function keySequence(key: string): string {
	const sequence = named[key];
	if (sequence !== undefined) return sequence;
	const [, modifier, letter = ''] = /^(ctrl|alt)\+(.)$/.exec(key) ?? [];
	if (modifier === 'ctrl') return String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 0x1f);
	if (modifier === 'alt') return `\x1b${letter}`;
	if ([...new Intl.Segmenter().segment(key)].length === 1) return key;
	throw new Error(`no key is named "${key}"`);
}
