// One line of text under a cursor, edited grapheme by grapheme; pure.

/** `cursor` is an offset in UTF-16 units that always stands between two graphemes. */
export type TextBuffer = {
	readonly text: string;
	readonly cursor: number;
	/** What it was before each change, the last one newest; left out while nothing was changed. */
	readonly past?: readonly TextBuffer[];
	/** Only suggested: what is typed takes its place. */
	readonly isOffered?: boolean;
	/** What changed it last; more of the same is one change with it, until the cursor is moved. */
	readonly change?: Change;
};

type Change = 'typed' | 'pasted' | EditCommand;

const undoSteps = 100;

const editCommands = [
	'left',
	'right',
	'word-left',
	'word-right',
	'home',
	'end',
	'backspace',
	'delete',
	'delete-word',
	'delete-to-end',
	'delete-to-start',
	'undo',
] as const;
export type EditCommand = (typeof editCommands)[number];

/** True for the commands that edit a line of text. */
export function isEditCommand(command: string): command is EditCommand {
	return editCommands.some(each => each === command);
}

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The user-perceived characters of `text`. */
export function graphemesOf(text: string): string[] {
	// ASCII without CR LF has one grapheme per character, and is nearly all there is.
	if (/^[\x20-\x7e]*$/.test(text)) return [...text];
	return Array.from(segmenter.segment(text), each => each.segment);
}

/** A buffer that holds `text`, with the cursor behind it. */
export function textBuffer(text: string): TextBuffer {
	return {text, cursor: text.length};
}

/** A suggestion: it is taken as it is, or replaced by what is typed, or edited once the cursor was moved. */
export function offeredText(text: string): TextBuffer {
	return {...textBuffer(text), isOffered: true};
}

/** Puts `text` in at the cursor; a combining mark joins the grapheme before it. */
export function insertText(buffer: TextBuffer, text: string): TextBuffer {
	if (buffer.isOffered) return changed(buffer, text, text.length, 'typed');
	const whole = buffer.text.slice(0, buffer.cursor) + text + buffer.text.slice(buffer.cursor);
	const cursor = boundaryAtOrAfter(whole, buffer.cursor + text.length);
	return changed(buffer, whole, cursor, graphemesOf(text).length === 1 ? 'typed' : 'pasted');
}

/** Applies one editing command. */
export function editText(buffer: TextBuffer, command: EditCommand): TextBuffer {
	const {text, cursor, past = []} = buffer;
	const moved = (to: number): TextBuffer => ({text, cursor: to, past});
	const without = (from: number, to: number): TextBuffer => {
		const rest = text.slice(0, from) + text.slice(to);
		return changed(buffer, rest, boundaryAtOrAfter(rest, from), command);
	};
	switch (command) {
		case 'left':
			return moved(boundaryBefore(text, cursor));
		case 'right':
			return moved(boundaryAtOrAfter(text, cursor + 1));
		case 'word-left':
			return moved(wordStart(text, cursor));
		case 'word-right':
			return moved(wordEnd(text, cursor));
		case 'home':
			return moved(0);
		case 'end':
			return moved(text.length);
		case 'backspace':
			return without(buffer.isOffered ? 0 : boundaryBefore(text, cursor), cursor);
		case 'delete':
			return without(cursor, boundaryAtOrAfter(text, cursor + 1));
		case 'delete-word':
			return without(wordStart(text, cursor), cursor);
		case 'delete-to-end':
			return without(cursor, text.length);
		case 'delete-to-start':
			return without(0, cursor);
		case 'undo': {
			const before = past.at(-1);
			return before === undefined ? buffer : {...before, past: past.slice(0, -1)};
		}
	}
}

/** True when a change can be taken back. */
export function canUndo({past = []}: TextBuffer): boolean {
	return past.length > 0;
}

function changed(before: TextBuffer, text: string, cursor: number, change: Change): TextBuffer {
	if (text === before.text) return before;
	const {past = []} = before;
	const goesOn = change === before.change && (change === 'typed' || /^(backspace|delete)$/.test(change));
	const earlier: TextBuffer = {text: before.text, cursor: before.cursor};
	return {text, cursor, change, past: goesOn ? past : [...past.slice(1 - undoSteps), earlier]};
}

function boundaryBefore(text: string, offset: number): number {
	return offset - (graphemesOf(text.slice(0, offset)).at(-1)?.length ?? 0);
}

function boundaryAtOrAfter(text: string, offset: number): number {
	let at = 0;
	for (const grapheme of graphemesOf(text)) {
		if (at >= offset) break;
		at += grapheme.length;
	}
	return at;
}

/** Words are runs of letters and digits, so that a jump stops at every label of a host name. */
function wordStart(text: string, offset: number): number {
	const before = /[\p{L}\p{N}\p{M}]*[^\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, offset));
	return before === null ? 0 : before.index;
}

function wordEnd(text: string, offset: number): number {
	const after = /^[^\p{L}\p{N}\p{M}]*[\p{L}\p{N}\p{M}]*/u.exec(text.slice(offset));
	return offset + (after?.[0].length ?? 0);
}
