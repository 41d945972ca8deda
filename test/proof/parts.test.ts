// The parts of a proof that no file can spoil.
import {X509Certificate} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {readCertificate} from '../../source/certificate/read.js';
import {openPfx} from '../../source/pfx/open.js';
import type {OpenedPfx} from '../../source/pfx/pfx.js';
import {formatAddress} from '../../source/plan/ip-address.js';
import {comparePfx} from '../../source/proof/compare-pfx.js';
import {proveIdentities, uncoveredName} from '../../source/proof/identities.js';
import {proveTls} from '../../source/proof/tls.js';
import {proveToken} from '../../source/proof/token.js';
import {within} from '../../source/proof/within.js';
import {goodInput, issue, keyPair, now, password, sslPlan} from './material.js';

const failed = (opened: OpenedPfx, plan = sslPlan(), certificate: Uint8Array = new Uint8Array()) =>
	comparePfx(plan, certificate, opened)
		.filter(each => !each.ok)
		.map(each => each.check);

test('a key and a certificate that are not linked by the same localKeyId', async t => {
	const {plan, certificate, pfx} = await goodInput(sslPlan());
	const opened = await openPfx(pfx ?? new Uint8Array(), password);
	t.deepEqual(failed(opened, plan, certificate), []);
	for (const localKeyId of [null, 'AB']) {
		const keys = opened.keys.map(each => ({...each, localKeyId}));
		const certificates = opened.certificates.map(each => ({...each, localKeyId}));
		t.deepEqual(failed({...opened, keys}, plan, certificate), ['localKeyId joins key and certificate']);
		t.deepEqual(failed({...opened, certificates}, plan, certificate), [
			'localKeyId joins key and certificate',
		]);
	}
});

test('a PFX without a key or without a certificate fails in one line', t => {
	const empty: OpenedPfx = {keys: [], certificates: [], encryption: [], mac: null, skipped: ['secretBag']};
	t.deepEqual(failed(empty), ['PFX holds this certificate and one key']);
});

test('the name that must be refused is near to the first name, and covered by none', t => {
	t.is(uncoveredName([{type: 'dns', value: '*.company.com'}]), 'not-covered.n1.company.com');
	t.is(uncoveredName([{type: 'ip', value: '10.0.0.1'}]), 'not-covered.n1.invalid');
	t.is(uncoveredName([{type: 'dns', value: '10.0.0.1'}]), 'not-covered.n1.invalid');
	t.is(
		uncoveredName([
			{type: 'dns', value: 'a.com'},
			{type: 'dns', value: '*.n1.a.com'},
			{type: 'dns', value: 'not-covered.n2.a.com'},
		]),
		'not-covered.n3.a.com',
	);
});

test('a certificate that covers more than its names is found out', async t => {
	const peer = new X509Certificate(
		issue(sslPlan('ecdsa-p256', {subjectAlternativeNames: [{type: 'dns', value: '*.n1.company.com'}]})),
	).toLegacyObject();
	const lines = await proveIdentities(
		[
			{type: 'dns', value: 'a.n1.company.com'},
			{type: 'dns', value: '*.company.com'},
		],
		peer,
	);
	t.deepEqual(
		lines.map(each => each.detail),
		['refused: *.company.com', null],
	);
	const [, refused] = await proveIdentities([{type: 'dns', value: 'company.com'}], peer);
	t.deepEqual(refused, {
		check: 'a name that is not in it is refused',
		ok: false,
		detail: 'not-covered.n1.company.com was accepted',
	});
});

test('a token that another key signed does not verify', t => {
	const line = proveToken(keyPair('rsa-2048', true).privateKey, keyPair('rsa-2048').publicKey, now);
	t.is(line.detail, 'the signature does not verify');
	t.false(line.ok);
});

test('what hangs has failed and is told to stop, and what is in time leaves no timer', async t => {
	let stopped: AbortSignal | undefined;
	const hanging = within(20, 'waiting', signal => {
		stopped = signal;
		return new Promise<never>(() => {});
	});
	await t.throwsAsync(hanging, {message: 'waiting took longer than 0.02 seconds'});
	t.true(stopped?.aborted);
	t.is(await within(60_000, 'nothing', async () => 1), 1);
	await t.throwsAsync(
		within(60_000, 'nothing', () => Promise.reject(new Error('no'))),
		{message: 'no'},
	);
});

test('a handshake with a key that does not belong to the certificate is a failed line', async t => {
	const plan = sslPlan();
	const lines = await proveTls(plan, issue(plan), keyPair('rsa-2048', true).privateKey, now);
	t.deepEqual(
		lines.map(({check, ok}) => ({check, ok})),
		[{check: 'TLS handshake', ok: false}],
	);
});

test('the canonical form of every address in a plan is the one that is read back (RFC 5952)', t => {
	const address = fc
		.oneof(
			fc.uint8Array({minLength: 4, maxLength: 4}),
			fc.uint8Array({minLength: 16, maxLength: 16}),
			// Many zero groups, where the forms of an IPv6 address differ.
			fc
				.array(fc.constantFrom(0, 0, 0, 1, 0xff), {minLength: 16, maxLength: 16})
				.map(each => Uint8Array.from(each)),
		)
		.map(bytes => formatAddress(bytes) ?? '');
	fc.assert(
		fc.property(fc.uniqueArray(address, {minLength: 1, maxLength: 40}), addresses => {
			const subjectAlternativeNames = addresses.map(value => ({type: 'ip', value}) as const);
			const certificate = readCertificate(issue(sslPlan('ecdsa-p256', {subjectAlternativeNames})));
			t.deepEqual(certificate.subjectAlternativeNames, subjectAlternativeNames);
		}),
		{numRuns: 50},
	);
});
