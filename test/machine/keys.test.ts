// Keys: the right kinds, at most so many at a time, and nobody waits after an abort.
import {availableParallelism} from 'node:os';
import {createPrivateKey, sign, verify} from 'node:crypto';
import test from 'ava';
import {makeQueue} from '../../source/machine/concurrency.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import {keyTypes} from '../../source/profile/profile.js';

const details = {
	'rsa-2048': {modulusLength: 2048, publicExponent: 65_537n},
	'rsa-3072': {modulusLength: 3072, publicExponent: 65_537n},
	'rsa-4096': {modulusLength: 4096, publicExponent: 65_537n},
	'ecdsa-p256': {namedCurve: 'prime256v1'},
	'ecdsa-p384': {namedCurve: 'secp384r1'},
} as const;

for (const type of keyTypes) {
	test(`${type} gives a key pair of that size or curve whose halves belong together`, async t => {
		const {publicKey, privateKey} = await thisMachine().generateKeyPair(type);
		t.deepEqual({...publicKey.asymmetricKeyDetails}, details[type]);
		t.deepEqual({...privateKey.asymmetricKeyDetails}, details[type]);
		const data = Buffer.from('to be signed');
		t.true(verify('sha256', data, publicKey, sign('sha256', data, privateKey)));
		const pkcs8 = privateKey.export({type: 'pkcs8', format: 'der'});
		t.true(createPrivateKey({key: pkcs8, type: 'pkcs8', format: 'der'}).equals(privateKey));
	});
}

test('two keys are never the same', async t => {
	const machine = thisMachine();
	const [one, two] = await Promise.all([
		machine.generateKeyPair('ecdsa-p256'),
		machine.generateKeyPair('ecdsa-p256'),
	]);
	t.false(one.privateKey.equals(two.privateKey));
});

/** Work that ends when told, and notes that it began. */
function makeWork() {
	const {promise, resolve, reject} = Promise.withResolvers<string>();
	const state = {begun: false, resolve, reject};
	const work = () => {
		state.begun = true;
		return promise;
	};
	return {state, work};
}

test('the queue starts no more than its limit, in order', async t => {
	const queue = makeQueue(2);
	const works = [makeWork(), makeWork(), makeWork(), makeWork()];
	const results = works.map(({work}) => queue(work));
	const begun = () => works.map(({state}) => state.begun);
	t.deepEqual(begun(), [true, true, false, false]);
	works[1]?.state.resolve('second');
	t.is(await results[1], 'second');
	await Promise.resolve();
	t.deepEqual(begun(), [true, true, true, false]);
	works[0]?.state.reject(new Error('failed'));
	await t.throwsAsync(results[0] ?? Promise.resolve(), {message: 'failed'});
	await Promise.resolve();
	t.deepEqual(begun(), [true, true, true, true]);
	works[2]?.state.resolve('third');
	works[3]?.state.resolve('fourth');
	t.deepEqual(await Promise.all(results.slice(2)), ['third', 'fourth']);
});

test('an abort rejects waiting and running work at once, and waiting work never begins', async t => {
	const queue = makeQueue(1);
	const controller = new AbortController();
	const [running, waiting, other] = [makeWork(), makeWork(), makeWork()];
	const results = [queue(running.work, controller.signal), queue(waiting.work, controller.signal)];
	const third = queue(other.work);
	const reason = new Error('cancelled');
	controller.abort(reason);
	for (const result of results) t.is(await t.throwsAsync(result), reason);
	t.false(other.state.begun, 'the running work keeps its place until it ends');
	running.state.resolve('too late');
	other.state.resolve('done');
	t.is(await third, 'done');
	t.false(waiting.state.begun);
	t.is(await t.throwsAsync(queue(makeWork().work, controller.signal)), reason);
});

test('an abort does not wait for the keys that are being made', async t => {
	const machine = thisMachine();
	const controller = new AbortController();
	const keys = Array.from({length: availableParallelism() + 20}, () =>
		machine.generateKeyPair('rsa-2048', controller.signal),
	);
	const settled = Promise.allSettled(keys);
	controller.abort(new Error('cancelled'));
	// Before anything that another thread has done can be heard of.
	const nextTurn = new Promise<null>(resolve => setImmediate(resolve, null));
	const results = await Promise.race([settled, nextTurn]);
	t.true(results?.every(({status}) => status === 'rejected'));
});

test('the clock and the randomness are the real ones', t => {
	const machine = thisMachine();
	t.true(Math.abs(machine.now().getTime() - Date.now()) < 10_000);
	t.is(machine.randomBytes(16).length, 16);
	t.notDeepEqual(machine.randomBytes(16), machine.randomBytes(16));
});
