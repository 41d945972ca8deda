// Keys that are made while names are still edited: once for each certificate, and for nobody who has left.
import {generateKeyPairSync} from 'node:crypto';
import test from 'ava';
import {keyMaker} from '../../source/ui/effects/keys-ahead.js';
import {servicesIn} from './services.js';

const pair = () => generateKeyPairSync('ec', {namedCurve: 'P-256'});
const never = new AbortController().signal;

test('a key is made once for a certificate, and anew after it was dropped', async t => {
	let made = 0;
	const services = {
		...servicesIn('/'),
		generateAside: async () => {
			made++;
			return pair();
		},
	};
	const keys = keyMaker(services, never);
	const first = await keys.make(1, 'ecdsa-p256');
	t.is(await keys.make(1, 'ecdsa-p256'), first);
	t.is(made, 1);
	keys.drop(1);
	t.not(await keys.make(1, 'ecdsa-p256'), first);
	t.is(made, 2);
});

test('a key that failed is tried again, and one that is dropped is called off', async t => {
	let tries = 0;
	let signal: AbortSignal | null = null;
	const services = {
		...servicesIn('/'),
		generateAside: async (_: unknown, given: AbortSignal) => {
			signal = given;
			if (++tries === 1) throw new Error('no child process');
			return pair();
		},
	};
	const keys = keyMaker(services, never);
	await t.throwsAsync(keys.make(1, 'rsa-4096'), {message: 'no child process'});
	t.is((await keys.make(1, 'rsa-4096')).type, 'rsa-4096');
	keys.drop(1);
	t.true((signal as AbortSignal | null)?.aborted);
});
