// The end of a look: it comes once, and nothing that was put off before happens after it.
import {PassThrough} from 'node:stream';
import process from 'node:process';
import test from 'ava';
import {makeEnding} from '../../source/connect/ending.js';

const timers = () => process.getActiveResourcesInfo().filter(each => each === 'Timeout').length;

test.serial('a goodbye that was put off starts no timer once the look has ended', t => {
	const stream = new PassThrough();
	const results: string[] = [];
	const {finish, part, partIn} = makeEnding<string>(stream, result => results.push(result));
	const before = timers();
	finish('reset');
	part('late');
	partIn(1, 'later');
	finish('again');
	t.deepEqual(results, ['reset']);
	t.is(timers(), before);
	t.true(stream.destroyed);
	t.false(stream.writableEnded);
});

test.serial('what has ended by itself waits for nothing any more', t => {
	const stream = new PassThrough();
	const results: string[] = [];
	const before = timers();
	const {finish, part, partIn} = makeEnding<string>(stream, result => results.push(result));
	partIn(60_000, 'timer');
	part('goodbye');
	t.is(timers(), before + 1);
	t.true(stream.writableEnded);
	finish('closed');
	t.is(timers(), before);
	t.deepEqual(results, ['closed']);
});

test.serial('a server that does not close its half is left after a second', async t => {
	const {promise, resolve} = Promise.withResolvers<string>();
	const before = performance.now();
	makeEnding(new PassThrough(), resolve).partIn(10, 'left');
	t.is(await promise, 'left');
	t.true(performance.now() - before > 900);
});
