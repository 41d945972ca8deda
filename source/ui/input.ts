// What Ink reports as input → keys by name, typed text, and pastes, however the terminal delivers them.
import type {Key} from 'ink';
import {graphemesOf} from './parts/text-buffer.js';

export type InputEvent =
	| {readonly type: 'key'; readonly key: string}
	/** One grapheme. */
	| {readonly type: 'text'; readonly text: string}
	/** `isWhole`: all of it arrived at once (bracketed); else the rest of the last line may follow. */
	| {readonly type: 'paste'; readonly text: string; readonly isWhole: boolean};

/** A line end this soon after a character was not typed by a person. */
const burstMilliseconds = 8;

/**
 * Reads one report of Ink's `useInput`. Several characters at once are a paste when they hold a line end or a
 * tab (old Windows consoles cannot bracket it), else they are typed one by one. `sinceText` is the time in
 * milliseconds since the last typed character: a lone Enter or Tab in a burst belongs to a paste as well.
 */
export function readInput(input: string, key: Key, sinceText: number): InputEvent[] {
	if (key.eventType === 'release') return [];
	const name = namedKey(input, key);
	if (name !== null) {
		const isBreak = name === 'enter' || name === 'tab';
		if (isBreak && sinceText < burstMilliseconds)
			return [{type: 'paste', text: name === 'enter' ? '\n' : '\t', isWhole: false}];
		return [{type: 'key', key: name}];
	}
	if (key.meta) return [];
	// A Tab that is held down while the program is busy.
	if (/^\t+$/.test(input) && sinceText >= burstMilliseconds)
		return [...input].map(() => ({type: 'key', key: 'tab'}));
	if (/[\r\n\t]/.test(input)) return [{type: 'paste', text: input, isWhole: false}];
	return graphemesOf(input).map(each =>
		/^[\x00-\x1f]$/.test(each) ? {type: 'key', key: controlName(each)} : {type: 'text', text: each},
	);
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
	if (key.ctrl && graphemesOf(input).length === 1) return `ctrl+${input === ' ' ? 'space' : input}`;
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
	const code = character.charCodeAt(0);
	return `ctrl+${String.fromCharCode(code + (code <= 26 ? 96 : 64))}`;
}
