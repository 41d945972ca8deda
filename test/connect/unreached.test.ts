// Connections that never came about: what the system says, in words.
import test from 'ava';
import {presented} from '../../source/connect/presented.js';
import {stateOf, unreached} from '../../source/connect/unreached.js';
import {startTcp} from './servers.js';

for (const [code, reason, message] of [
	['ECONNREFUSED', 'refused', /^refuses the connection/],
	['ECONNRESET', 'broken-off', /^breaks off the connection at once/],
	['ETIMEDOUT', 'no-answer', /^does not answer/],
	['EHOSTUNREACH', 'unreachable', /^cannot be reached: no computer has this address/],
	['ENETUNREACH', 'unreachable', /^cannot be reached: no way to its network$/],
	['EADDRNOTAVAIL', 'unreachable', /^cannot be reached \(EADDRNOTAVAIL\)$/],
	['', 'unreachable', /^cannot be reached$/],
] as const)
	test(`an address that ends with ${code || 'an error without a code'} has its own words`, t => {
		const {failure} = unreached([code]);
		t.is(failure.reason, reason);
		t.regex(failure.message, message);
	});

test('of several addresses, the one that says most about the server counts', t => {
	t.is(unreached(['ENETUNREACH', 'ECONNREFUSED']).failure.reason, 'refused');
	t.is(unreached(['ENETUNREACH', 'ECONNRESET', 'EPERM']).failure.reason, 'broken-off');
	t.is(stateOf('ECONNRESET'), 'breaks-off');
	t.is(stateOf('EPERM'), 'unreachable');
});

test('a server that resets every connection is not said to be out of reach', async t => {
	const port = await startTcp(t, socket => socket.resetAndDestroy());
	const resolve = async () => ['127.0.0.1'];
	const {failure} = await presented({host: 'js1', port}, {timeoutMs: 10_000, resolve, store: null});
	t.is(failure?.reason, 'broken-off');
	t.regex(failure?.message ?? '', /^breaks off the connection/);
});
