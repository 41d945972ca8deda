// Typed and pasted text: into the place that takes it, as keys where letters are keys, or nowhere, which is said.
import {graphemesOf} from '../parts/text-buffer.js';
import {draftOf, isInList, isTyping} from './focus.js';
import type {InputMessage} from './messages.js';
import {currentScreen, type State} from './state.js';
import {notice, type Step, step, then} from './step.js';
import {pasteIntoList, typeIntoList} from './update-addresses.js';
import {updateBatch} from './update-batch.js';
import {typeIntoField} from './update-certificate.js';
import {openLookAt} from './update-look-at.js';
import {pasteServers} from './update-servers.js';
import {typeIntoSheet} from './update-sheet.js';
import {typeIntoFilter} from './update-start.js';

/** Typed text; `pressKey` gets what is a key here. */
export function takeText(state: State, text: string, pressKey: (state: State, key: string) => Step): Step {
	if (isTyping(state)) return typeText(state, text);
	const [first = '', ...rest] = graphemesOf(text);
	const press = (before: Step, each: string) =>
		then(before, next => pressKey(next, each === ' ' ? 'space' : each));
	// One key, or one that is held down.
	if (rest.every(each => each === first)) return [first, ...rest].reduce(press, step(state));
	// Old consoles paste as if somebody typed, only faster.
	if (takesPath(state) && isPath(text)) return lookAt(state, text);
	const opened = press(step(state), first);
	if (isTyping(opened.state)) return then(opened, next => typeText(next, rest.join('')));
	return nowhere(state);
}

/** Pasted text: many entries into the list, one line into a field, nowhere where nothing is typed. */
export function paste(
	state: State,
	{text, isWhole, isFresh}: Omit<Extract<InputMessage, {type: 'paste'}>, 'type'>,
): Step {
	const screen = currentScreen(state);
	if (screen.screen === 'certificate' && isInList(state))
		return pasteIntoList(state, draftOf(state, screen), text, {isWhole, isFresh});
	if (state.sheet === null && screen.screen === 'batch' && screen.stop === 'list' && screen.renaming === null)
		return pasteServers(state, screen, text, isWhole);
	if (!isTyping(state) && !takesPath(state)) return nowhere(state);
	// A line end behind the text came along when it was copied; it is not part of it.
	const line = text.replace(/\r?\n$|\r$/, '');
	if (/[\r\n]/.test(line))
		return step(notice(state, `several lines were pasted: ${placeForLines(state)}`, 'warning'));
	if (line === '') return step(state);
	if (takesPath(state)) return lookAt(state, line);
	return typeText(state, takesPassword(state) ? line : line.replaceAll('\t', ' '));
}

/** Where a list can be pasted; this field takes one line, and nothing was put in. */
function placeForLines(state: State): string {
	const screen = currentScreen(state);
	if (state.sheet === null && screen.screen === 'start') return 'open a task first, then paste them there';
	const isAtServer = state.sheet === null && screen.screen === 'certificate' && screen.stop === 'server';
	return isAtServer
		? 'Tab to the list of addresses, then paste them there'
		: 'this field takes one, so nothing was put in';
}

function typeText(state: State, text: string): Step {
	if (state.sheet !== null) return typeIntoSheet(state, state.sheet, text);
	const screen = currentScreen(state);
	if (screen.screen === 'start') return step(typeIntoFilter(state, screen, text));
	if (screen.screen === 'batch') return updateBatch(state, screen, {text});
	if (screen.screen !== 'certificate') return step(state);
	return screen.stop === 'addresses'
		? step(typeIntoList(state, draftOf(state, screen), text))
		: typeIntoField(state, screen, text);
}

function nowhere(state: State): Step {
	return step(notice(state, 'nothing is typed here, so what was pasted went nowhere', 'warning'));
}

function takesPassword(state: State): boolean {
	const {sheet} = state;
	if (sheet !== null) return 'password' in sheet && sheet.password !== null;
	const screen = currentScreen(state);
	return screen.screen !== 'start' && 'stop' in screen && /^(password|again)$/.test(screen.stop);
}

/** Where nothing is typed, but a pasted path or host says what somebody wants: to look at it. */
function takesPath(state: State): boolean {
	const screen = currentScreen(state);
	return state.sheet === null && screen.screen === 'start' && screen.filter === null;
}

/** The first character alone says nothing: `/` is a key there too. */
function isPath(text: string): boolean {
	return /^.+[\\/:.]/.test(text);
}

function lookAt(state: State, text: string): Step {
	return step(openLookAt(state, 'open', text.trim()));
}
