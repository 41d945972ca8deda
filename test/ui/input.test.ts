// From what a terminal sends to keys, text and pastes.
import test from 'ava';
import type {Key} from 'ink';
import {readInput} from '../../source/ui/input.js';

const none: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};
const read = (input: string, key: Partial<Key> = {}, sinceText = 1000) =>
	readInput(input, {...none, ...key}, sinceText);

test('keys have names, with their modifiers in front', t => {
	t.deepEqual(read('\r', {return: true}), [{type: 'key', key: 'enter'}]);
	t.deepEqual(read('', {tab: true, shift: true}), [{type: 'key', key: 'shift+tab'}]);
	t.deepEqual(read('', {leftArrow: true, ctrl: true}), [{type: 'key', key: 'ctrl+left'}]);
	t.deepEqual(read('r', {ctrl: true}), [{type: 'key', key: 'ctrl+r'}]);
	t.deepEqual(read('_', {ctrl: true}), [{type: 'key', key: 'ctrl+_'}]);
});

test('Delete and Backspace are two keys', t => {
	t.deepEqual(read('', {delete: true}), [{type: 'key', key: 'delete'}]);
	t.deepEqual(read('', {backspace: true}), [{type: 'key', key: 'backspace'}]);
});

test('several characters at once are typed one by one', t => {
	t.deepEqual(read('jj'), [
		{type: 'text', text: 'j'},
		{type: 'text', text: 'j'},
	]);
});

test('several characters with a line end are a paste that was not bracketed', t => {
	t.deepEqual(read('a.b\rc.d\r'), [{type: 'paste', text: 'a.b\rc.d\r', isWhole: false}]);
});

test('an Enter that follows a character too soon for a person belongs to a paste', t => {
	t.deepEqual(read('\r', {return: true}, 1), [{type: 'paste', text: '\n', isWhole: false}]);
	t.deepEqual(read('', {tab: true}, 1), [{type: 'paste', text: '\t', isWhole: false}]);
});

test('control characters that arrive together are keys, not text', t => {
	t.deepEqual(read('\u000e\u000e'), [
		{type: 'key', key: 'ctrl+n'},
		{type: 'key', key: 'ctrl+n'},
	]);
});

test('a key that Ink cannot name opens the help', t => {
	t.deepEqual(read(''), [{type: 'key', key: 'f1'}]);
});

test('the release of a key and Alt with a letter are nothing', t => {
	t.deepEqual(read('a', {eventType: 'release'}), []);
	t.deepEqual(read('a', {meta: true}), []);
});

test('a Tab that is held down is as many Tabs', t => {
	t.deepEqual(read('\t\t'), [
		{type: 'key', key: 'tab'},
		{type: 'key', key: 'tab'},
	]);
});
