// What Ink reports as input → keys by name, typed text, and pastes, however the terminal delivers them.
import type {Key} from 'ink';

export type InputEvent =
	/**
	 * `isSoon`: it came so close behind something else that nobody can have seen what that did. `isRepeat`: it is the key
	 * before, pressed twice or held down.
	 */
	| {readonly type: 'key'; readonly key: string; readonly isSoon: boolean; readonly isRepeat?: boolean}
	/** One character, or as many as arrived at once. */
	| {readonly type: 'text'; readonly text: string}
	/**
	 * `isWhole`: all of it arrived at once (bracketed); else the rest of the last line may follow. `isFresh`: nothing
	 * came just before, so that what stands in the line already was typed and is not its beginning. `typed`: what it is
	 * where no list is kept.
	 */
	| {
			readonly type: 'paste';
			readonly text: string;
			readonly isWhole: boolean;
			readonly isFresh: boolean;
			readonly typed?: readonly InputEvent[];
	  };

/** Milliseconds since the last input of any kind was dealt with, and since the last paste without brackets was. */
export type Since = {readonly input: number; readonly paste: number};

/** A key this soon after another one answers nothing that was on the screen. */
const soonMilliseconds = 8;

/** A key that is held down comes again after half a second at most, on some systems a whole one; then much sooner. */
const repeatMilliseconds = 1000;

/** Long pastes arrive in several reads; the next one follows as soon as the program is ready for it. */
const pasteMilliseconds = 30;

/**
 * Reads one report of Ink's `useInput`. A slow line delivers several keys at once, and old Windows consoles cannot
 * bracket a paste: only text on several lines was pasted, and in a list a row of a table. All else was typed: text, and
 * Tab, Enter and the other keys between it.
 */
export function readInput(input: string, key: Key, since: Since): InputEvent[] {
	if (key.eventType === 'release') return [];
	const isSoon = since.input < soonMilliseconds;
	const goesOn = since.paste < pasteMilliseconds;
	const pasted = (text: string, more: {readonly typed?: readonly InputEvent[]} = {}): InputEvent[] => [
		{type: 'paste', text, isWhole: false, isFresh: !goesOn && !isSoon, ...more},
	];
	// Esc and the next key in one read look like that key with Alt; nothing is bound to Alt and one of these.
	if (key.meta && (key.return || key.tab || (key.ctrl && specialKey(key) === null)))
		return [
			{type: 'key', key: 'escape', isSoon},
			...readInput(input, {...key, meta: false}, {...since, input: 0}),
		];
	const name = namedKey(input, key);
	if (name !== null) {
		if (goesOn && (name === 'enter' || name === 'tab')) return pasted(name === 'enter' ? '\n' : '\t');
		return [{type: 'key', key: name, isSoon}];
	}
	if (key.meta) return [];
	if (goesOn || hasLines(input)) return pasted(input);
	const typed = input
		.split(/(\r\n|[\x00-\x1f])/)
		.filter(each => each !== '')
		.map(
			(each, index): InputEvent =>
				/^[\x00-\x1f]/.test(each)
					? {type: 'key', key: controlName(each), isSoon: isSoon || index > 0}
					: {type: 'text', text: each},
		);
	return hasColumns(input) ? pasted(input, {typed}) : typed;
}

/** Hands on what `readInput` makes of each report; `clock` counts milliseconds. */
export function inputReader(
	dispatch: (event: InputEvent) => void,
	clock: () => number,
): (input: string, key: Key) => void {
	let lastInput = Number.NEGATIVE_INFINITY;
	let lastPaste = Number.NEGATIVE_INFINITY;
	let lastKey: {readonly key: string; readonly at: number} | null = null;
	return (input, key) => {
		const begin = clock();
		const events = readInput(input, key, {input: begin - lastInput, paste: begin - lastPaste});
		for (const event of events) {
			const isRepeat =
				event.type === 'key' && lastKey?.key === event.key && begin - lastKey.at < repeatMilliseconds;
			lastKey = event.type === 'key' ? {key: event.key, at: begin} : null;
			dispatch(isRepeat ? {...event, isRepeat} : event);
		}
		// What waited while this was dealt with came no later than this.
		lastInput = clock();
		if (events.some(each => each.type === 'paste')) lastPaste = lastInput;
	};
}

/** With control characters in it, it was typed. */
function piecesOf(input: string, separator: RegExp): readonly string[] {
	if (/[^\P{Cc}\t\r\n]/u.test(input)) return [];
	return input.split(separator).filter(each => each.trim() !== '');
}

function hasLines(input: string): boolean {
	return piecesOf(input, /[\r\n]/).length > 1;
}

/** A row as tables are copied: an address is among its cells. */
function hasColumns(input: string): boolean {
	const cells = piecesOf(input, /[\t\r\n]/);
	return cells.length > 1 && cells.some(each => /[.:*]/.test(each));
}

function namedKey(input: string, key: Key): string | null {
	const modifiers = `${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'alt+' : ''}${key.shift ? 'shift+' : ''}`;
	const special = specialKey(key);
	// Ink cannot name a function key: it reports one as an input of nothing. They all open the help.
	if (special === null && input === '' && !key.ctrl && !key.meta) return 'f1';
	// A lone line feed is Enter of some terminals, or Ctrl+J.
	if (special === null && (input === '\n' || (key.ctrl && input === 'j'))) return 'enter';
	if (special === 'escape') return 'escape';
	if (special === 'enter') return 'enter';
	if (special !== null) return modifiers + special;
	if (key.ctrl && [...input].length === 1) return `ctrl+${input === ' ' ? 'space' : input}`;
	return null;
}

function specialKey(key: Key): string | null {
	if (key.return) return 'enter';
	if (key.escape) return 'escape';
	if (key.tab) return 'tab';
	if (key.backspace) return 'backspace';
	if (key.delete) return 'delete';
	if (key.upArrow) return 'up';
	if (key.downArrow) return 'down';
	if (key.leftArrow) return 'left';
	if (key.rightArrow) return 'right';
	if (key.pageUp) return 'pageup';
	if (key.pageDown) return 'pagedown';
	if (key.home) return 'home';
	if (key.end) return 'end';
	return null;
}

function controlName(character: string): string {
	if (/^[\r\n]/.test(character)) return 'enter';
	if (character === '\t') return 'tab';
	const code = character.charCodeAt(0);
	return `ctrl+${String.fromCharCode(code + (code <= 26 ? 96 : 64))}`;
}
