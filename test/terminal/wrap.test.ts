// Sentences in the columns of a terminal.
import {PassThrough} from 'node:stream';
import test from 'ava';
import {warning} from '../../source/problem/problem.js';
import {sayProblems} from '../../source/terminal/plain/conversation.js';
import {lineQuestions} from '../../source/terminal/plain/line-questions.js';
import {wrapLines} from '../../source/terminal/wrap.js';

test('lines are broken between words, and go on below what they say', t => {
	t.is(wrapLines('one two three\nfour', 8), 'one two\nthree\nfour');
	t.is(wrapLines('  x one two three', 9), '  x one\n    two\n    three');
	t.is(wrapLines(' 12  one two', 9), ' 12  one\n     two');
	t.is(wrapLines('warning: a  b\n', 13), 'warning: a  b\n');
});

test('what a label in a column says goes on in that column, where there is room', t => {
	t.is(wrapLines('  1  Names  a, b, c, d, e', 24), '  1  Names  a, b, c, d,\n            e');
	t.is(wrapLines('  1  Names of it  a, b, c', 20), '  1  Names of it  a,\n     b, c');
});

test('a word that is too long stays whole, so that it can be copied', t => {
	t.is(wrapLines('see /a/long/path now', 8), 'see\n/a/long/path\nnow');
	t.is(wrapLines('      abcdefgh ij', 4), '      abcdefgh\n      ij');
	t.is(wrapLines('abcdefgh', 4), 'abcdefgh');
});

test('problems fit into the terminal with its last column free, and what is to be copied stays as it is', async t => {
	const stdout = Object.assign(new PassThrough(), {columns: 30});
	const questions = lineQuestions({stdin: new PassThrough(), stdout}, new AbortController().signal, () => {});
	await sayProblems(questions, [warning('password-weak', 'is one that everybody guesses at once')]);
	await questions.say('a command that is longer than the terminal\n');
	questions.close();
	t.deepEqual(String(stdout.read()).split('\n'), [
		'warning: is one that',
		'everybody guesses at once',
		'[password-weak]',
		'a command that is longer than the terminal',
		'',
	]);
});
