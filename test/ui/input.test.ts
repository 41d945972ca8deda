// From what a terminal sends to keys, text and pastes.
import test from 'ava';
import type {Key} from 'ink';
import {type InputEvent, inputReader, readInput, type Since} from '../../source/ui/input.js';
import {noKey} from './no-key.js';

const longAgo: Since = {input: 1000, paste: 1000};
const read = (input: string, key: Partial<Key> = {}, since: Partial<Since> = {}) =>
	readInput(input, {...noKey, ...key}, {...longAgo, ...since});
const key = (name: string, isSoon = false): InputEvent => ({type: 'key', key: name, isSoon});
const text = (typed: string): InputEvent => ({type: 'text', text: typed});
const paste = (pasted: string, isFresh = true): InputEvent => ({
	type: 'paste',
	text: pasted,
	isWhole: false,
	isFresh,
});

test('keys have names, with their modifiers in front', t => {
	t.deepEqual(read('\r', {return: true}), [key('enter')]);
	t.deepEqual(read('', {tab: true, shift: true}), [key('shift+tab')]);
	t.deepEqual(read('', {leftArrow: true, ctrl: true}), [key('ctrl+left')]);
	t.deepEqual(read('r', {ctrl: true}), [key('ctrl+r')]);
	t.deepEqual(read('_', {ctrl: true}), [key('ctrl+_')]);
});

test('Delete and Backspace are two keys', t => {
	t.deepEqual(read('', {delete: true}), [key('delete')]);
	t.deepEqual(read('', {backspace: true}), [key('backspace')]);
});

for (const [name, sent, events] of [
	['text', 'jj', [text('jj')]],
	['text and Tab', 'js1\t', [text('js1'), key('tab', true)]],
	['Tab and Space', '\t ', [key('tab'), text(' ')]],
	['text, Tab and text', 'Name\tjs1', [text('Name'), key('tab', true), text('js1')]],
	['an entry and Enter', '10.0.0.1\r', [text('10.0.0.1'), key('enter', true)]],
	['Enter, twice', '\r\r', [key('enter'), key('enter', true)]],
	['Tab, held down', '\t\t', [key('tab'), key('tab', true)]],
	['Ctrl+R and Enter', '\u0012\r', [key('ctrl+r'), key('enter', true)]],
	[
		'text, Enter, text and a control key',
		'a\rb\u0012',
		[text('a'), key('enter', true), text('b'), key('ctrl+r', true)],
	],
] as const)
	test(`on a slow line, ${name} in one read are what was typed`, t => {
		t.deepEqual(read(sent), [...events]);
	});

test('on a slow line, Esc and the next key in one read are both pressed', t => {
	t.deepEqual(read('', {return: true, meta: true}), [key('escape'), key('enter', true)]);
	t.deepEqual(read('t', {ctrl: true, meta: true}), [key('escape'), key('ctrl+t', true)]);
	t.deepEqual(read('', {leftArrow: true, meta: true}), [key('alt+left')]);
});

test('several lines at once are a paste that was not bracketed', t => {
	t.deepEqual(read('a.b\rc.d\r'), [paste('a.b\rc.d\r')]);
	t.deepEqual(read('a.b\r\n\r\nc.d'), [paste('a.b\r\n\r\nc.d')]);
});

test('a row of a table is a paste in a list, and was typed elsewhere', t => {
	const row = 'print1\t10.0.0.1\r';
	const typed = [text('print1'), key('tab', true), text('10.0.0.1'), key('enter', true)];
	t.deepEqual(read(row), [{...paste(row), typed}]);
});

test('what follows a paste without a pause belongs to it, Enter and Tab too', t => {
	t.deepEqual(read('\r', {return: true}, {paste: 5}), [paste('\n', false)]);
	t.deepEqual(read('', {tab: true}, {paste: 5}), [paste('\t', false)]);
	t.deepEqual(read('om', {}, {paste: 5}), [paste('om', false)]);
	t.deepEqual(read('\r', {return: true}, {paste: 200}), [key('enter')]);
});

test('the pause is counted from when the paste was dealt with, however long that took', t => {
	let time = 0;
	const events: InputEvent[] = [];
	const report = inputReader(
		event => {
			events.push(event);
			time += 500;
		},
		() => time,
	);
	report('a.b\rc.d\re', noKey);
	time += 2;
	report('\r', {...noKey, return: true});
	time += 100;
	report('\r', {...noKey, return: true});
	t.deepEqual(events, [paste('a.b\rc.d\re'), paste('\n', false), key('enter')]);
});

test('a key that follows another one too soon for a person is marked', t => {
	t.deepEqual(read('\r', {return: true}, {input: 1}), [key('enter', true)]);
});

test('a key that is held down, or pressed again within a second, is marked', t => {
	let time = 0;
	const marks: boolean[] = [];
	const report = inputReader(
		event => marks.push(event.type === 'key' && (event.isRepeat ?? false)),
		() => time,
	);
	const enter = (after: number) => {
		time += after;
		report('\r', {...noKey, return: true});
	};
	enter(0);
	enter(500);
	enter(33);
	enter(1000);
	time += 100;
	report('q', noKey);
	enter(100);
	t.deepEqual(marks, [false, true, true, false, false, false]);
});

test('control characters that arrive together are keys, not text', t => {
	t.deepEqual(read('\u000e\u000e'), [key('ctrl+n'), key('ctrl+n', true)]);
});

test('a key that Ink cannot name opens the help', t => {
	t.deepEqual(read(''), [key('f1')]);
});

test('the release of a key and Alt with a letter are nothing', t => {
	t.deepEqual(read('a', {eventType: 'release'}), []);
	t.deepEqual(read('a', {meta: true}), []);
});
