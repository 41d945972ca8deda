// Reading a file with much key derivation in a process of its own.
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {readContent} from '../../source/container/content.js';
import {readAside} from '../../source/look/content-aside.js';
import {address, contentWord} from '../../source/look/content-process.js';
import {ProblemError} from '../../source/problem/problem.js';
import {before} from '../cli/support.js';
import {testPlan} from '../certificate/test-plan.js';
import {pfxOf, pfxPlan} from '../interop/our-files.js';
import {slowPfx} from '../pfx/slow-pfx.js';

const password = 'password';
const [, pfx] = await pfxOf(testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('modern', 60_000)}), password);
const closed = await readContent(pfx, {password: null});

test('what comes from the other process is what is read here, the key included', async t => {
	const [aside, here] = [await readAside(pfx, closed, {password}), await readContent(pfx, {password})];
	const [key, expected] = [aside.keys[0], here.keys[0]];
	t.true(key?.privateKey !== null && key?.privateKey !== undefined);
	t.true(key?.privateKey?.equals(expected?.privateKey ?? key.privateKey));
	t.deepEqual({...key, privateKey: null}, {...expected, privateKey: null} as typeof key);
	const [certificate] = aside.certificates;
	t.deepEqual(Buffer.from(certificate?.der ?? []), Buffer.from(here.certificates[0]?.der ?? []));
	t.deepEqual(
		[aside.format, aside.mac, aside.encryption, aside.locked],
		[here.format, here.mac, here.encryption, here.locked],
	);
});

test('a wrong password is the same problem as here', async t => {
	const failure = await t.throwsAsync(readAside(pfx, closed, {password: 'no'}), {instanceOf: ProblemError});
	t.is(failure?.problems[0]?.code, 'password-wrong');
});

test('what is called off rejects with the reason, before and while it is read', async t => {
	await t.throwsAsync(readAside(pfx, closed, {password, signal: AbortSignal.abort(new Error('before'))}), {
		message: 'before',
	});
	const abort = new AbortController();
	const reading = readAside(pfx, closed, {password, signal: abort.signal});
	setTimeout(() => abort.abort(new Error('meanwhile')), 20);
	await t.throwsAsync(reading, {message: 'meanwhile'});
});

test.serial(
	'a file that uses up the memory of its process is refused, and no failure of the program',
	async t => {
		const aborts = ['--import', `data:text/javascript,process.argv[2]==='${contentWord}'&&process.abort()`];
		process.execArgv.push(...aborts);
		t.teardown(() => process.execArgv.splice(-aborts.length));
		const failure = await t.throwsAsync(readAside(pfx, closed, {password}), {instanceOf: ProblemError});
		t.is(failure?.problems[0]?.code, 'file-too-much-work');
	},
);

/** Says so as soon as a derivation has begun. */
const tellsDerivation = before(`
	import crypto from 'node:crypto';
	import {syncBuiltinESMExports} from 'node:module';
	const {pbkdf2} = crypto;
	crypto.pbkdf2 = (...args) => {
		process.send('derives');
		return pbkdf2(...args);
	};
	syncBuiltinESMExports();
`);

for (const when of ['while it starts', 'while it derives'])
	test(`its process does not outlive a program that is killed ${when}`, async t => {
		const isDeriving = when === 'while it derives';
		const execArgv = [...process.execArgv, ...(isDeriving ? tellsDerivation : [])];
		const child = fork(fileURLToPath(address), [contentWord], {serialization: 'advanced', execArgv});
		child.send({bytes: await slowPfx(), password});
		if (isDeriving) t.deepEqual(await once(child, 'message'), ['derives', undefined]);
		child.disconnect();
		// Left alone, it would end by itself once all is derived. Windows knows no signals.
		const ended = process.platform === 'win32' ? [1, null] : [null, 'SIGKILL'];
		t.deepEqual(await once(child, 'exit'), ended);
	});
