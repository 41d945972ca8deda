// Problems in the words of rows.
import test from 'ava';
import {inRowWords} from '../../source/terminal/plain/row-words.js';
import {makePlan} from '../../source/plan/make.js';
import {emptyEntry} from '../../source/plan/override.js';
import {error} from '../../source/problem/problem.js';

test('what is missing is named as its row is', t => {
	const {problems} = makePlan(emptyEntry, {server: null, now: new Date('2026-11-23T12:00:00Z')});
	const said = problems.map(each => inRowWords(each).message);
	t.true(said.includes('the friendly name is missing'));
	t.true(said.includes('the subject is missing'));
	t.false(said.some(each => /"(friendlyName|subject|kind)"/.test(each)));
});

test('a hint that names a key names the row, and what somebody wrote stays', t => {
	const problem = error('san-missing', '"subject" is not a DNS name', {
		hint: 'add "js1" to "subjectAlternativeNames"',
	});
	t.like(inRowWords(problem), {
		message: '"subject" is not a DNS name',
		hint: 'add "js1" to the names and addresses',
	});
});
