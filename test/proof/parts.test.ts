// The parts of a proof that no file can spoil.
import test from 'ava';
import {openPfx} from '../../source/pfx/open.js';
import type {OpenedPfx} from '../../source/pfx/pfx.js';
import {comparePfx} from '../../source/proof/compare-pfx.js';
import {uncoveredName} from '../../source/proof/identities.js';
import {within} from '../../source/proof/within.js';
import {goodInput, password, sslPlan} from './material.js';

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

test('what hangs has failed, and what is in time leaves no timer', async t => {
	await t.throwsAsync(within(20, 'waiting', new Promise<never>(() => {})), {
		message: 'waiting took longer than 0.02 seconds',
	});
	t.is(await within(60_000, 'nothing', Promise.resolve(1)), 1);
	await t.throwsAsync(within(60_000, 'nothing', Promise.reject(new Error('no'))), {message: 'no'});
});
