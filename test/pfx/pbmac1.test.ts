// PBMAC1 (RFC 9579): Node's OpenSSL, which knows it, judges the files that our reader is tried on.
import tls from 'node:tls';
import test from 'ava';
import {openPfx} from '../../source/pfx/open.js';
import {testPlan} from '../certificate/test-plan.js';
import {pfxOf, pfxPlan} from '../interop/our-files.js';
import {assemble, contentInfos, pbmac1} from './test-pfx.js';

const password = 'pässword';

async function fileWith(options: Parameters<typeof pbmac1>[1]): Promise<Uint8Array> {
	const plan = testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('modern', 1000)});
	const [, pfx] = await pfxOf(plan, password);
	return assemble(contentInfos(pfx), pbmac1(password, options));
}

for (const [hash, keyLength, name] of [
	['sha256', 32, 'SHA-256'],
	['sha256', 20, 'SHA-256'],
	['sha512', 64, 'SHA-512'],
] as const)
	test(`read: PBMAC1 with HMAC-${name} and a key of ${keyLength} bytes`, async t => {
		const pfx = await fileWith({hash, keyLength});
		t.notThrows(() => tls.createSecureContext({pfx: Buffer.from(pfx), passphrase: password}));
		const {mac, keys} = await openPfx(pfx, password);
		t.deepEqual(mac, {algorithm: `PBMAC1 PBKDF2-HMAC-${name} HMAC-${name}`, iterations: 2048});
		t.is(keys.length, 1);
		await t.throwsAsync(openPfx(pfx, 'another'), {message: 'the password is wrong'});
	});

const refused = [
	[
		'an iteration count that was not used (RFC 9579, appendix A.4)',
		{wrongIterations: 2047},
		'wrong-password',
	],
	['a salt that was not used (appendix A.5)', {wrongSalt: Buffer.alloc(8, 3)}, 'wrong-password'],
	['no key length (appendix A.6)', {keyLength: null}, 'damaged'],
	['a key of 19 bytes', {keyLength: 19}, 'damaged'],
	['a key of one byte', {keyLength: 1}, 'damaged'],
] as const;

for (const [title, options, reason] of refused)
	test(`refused: PBMAC1 with ${title}`, async t => {
		const pfx = await fileWith({hash: 'sha256', keyLength: 32, ...options});
		t.throws(() => tls.createSecureContext({pfx: Buffer.from(pfx), passphrase: password}));
		const error = await t.throwsAsync(openPfx(pfx, password));
		t.like(error, {name: 'PfxError', reason});
	});
