// The system's resolver in a process of its own.
import test from 'ava';
import {openSystemResolver} from '../../source/machine/system-resolver.js';

test('names are looked up side by side, a name that nobody knows has a code', async t => {
	const {lookUp, close} = openSystemResolver();
	t.teardown(close);
	const [local, again, unknown] = await Promise.all([
		lookUp('localhost'),
		lookUp('localhost'),
		lookUp('nothing.invalid').catch((cause: unknown) => cause),
	]);
	t.true(local.includes('127.0.0.1') || local.includes('::1'));
	t.deepEqual(again, local);
	t.true(
		unknown instanceof Error && 'code' in unknown && /^(ENOTFOUND|EAI_AGAIN)$/.test(String(unknown.code)),
	);
});

test('where no such process can be had, this one asks', async t => {
	const {lookUp, close} = openSystemResolver('process.exit(1)');
	t.teardown(close);
	t.true((await lookUp('localhost')).length > 0);
});

test('a resolver that is closed before its first name starts nothing', t => {
	t.notThrows(openSystemResolver().close);
});
