// A proof that fails, on a computer that calculates wrongly: it is said so, with the exit code of a bug, and nothing stays.
import test from 'ava';
import * as v from 'valibot';
import {conversionDefinition} from '../../source/describe/conversion-definition.js';
import {testPlan} from '../certificate/test-plan.js';
import {pfxOf} from '../interop/our-files.js';
import {runProgram} from '../program.js';
import {assertNothingMade, batchProfile, before, canary, codesOf, reportOf, sslProfile} from './support.js';

/** All that is encrypted has one wrong bit in it; what is decrypted, and the MAC over it, are right. */
const wrongBit = before(`
	import crypto from 'node:crypto';
	import {syncBuiltinESMExports} from 'node:module';
	const {createCipheriv} = crypto;
	crypto.createCipheriv = (...args) => {
		const cipher = createCipheriv(...args);
		const update = cipher.update.bind(cipher);
		cipher.update = data => {
			const encrypted = update(data);
			encrypted[0] ^= 1;
			return encrypted;
		};
		return cipher;
	};
	syncBuiltinESMExports();
`);

const said = /error: "SSL srv" did not pass its proof and was not written: .+ \[proof-failed\]\n/;

test('a certificate that fails its proof is not written: exit code 70, what failed, and nothing stays', async t => {
	const files = {'srv.yaml': sslProfile('srv')};
	const options = {files, env: {SAFEQ_CERT_PASSWORD: canary}, nodeFlags: wrongBit};
	const run = await runProgram(['-p', 'srv.yaml', '--yes', '--out', 'out'], options);
	t.is(run.code, 70);
	t.regex(run.stderr, said);
	t.regex(run.stderr, /^safeq-cert-tui: nothing was made$/m);
	t.is(run.stdout, '');
	assertNothingMade(t, run, ['out/', 'srv.yaml']);
});

test('JSON has the failed proof as well: the problem, and the line that is not ok', async t => {
	const files = {'srv.yaml': sslProfile('srv')};
	const options = {files, env: {SAFEQ_CERT_PASSWORD: canary}, nodeFlags: wrongBit};
	const run = await runProgram(['-p', 'srv.yaml', '--json'], options);
	t.is(run.code, 70);
	const report = reportOf(run);
	t.deepEqual(codesOf(report), ['proof-failed']);
	const [made] = report.certificates;
	t.like(made, {status: 'failed', files: []});
	t.true(made?.proof.some(({ok}) => !ok));
	assertNothingMade(t, run, ['srv.yaml']);
});

test('after a failed proof no other certificate of the batch is begun, and no list of passwords stays', async t => {
	// More than any computer has cores: as many are under way at a time.
	const files = {'batch.yaml': batchProfile(300)};
	const args = ['-p', 'batch.yaml', '--json', '--generate-passwords', 'list.txt'];
	const run = await runProgram(args, {files, nodeFlags: wrongBit});
	t.is(run.code, 70);
	const states = reportOf(run).certificates.map(({status}) => status);
	t.true(states.includes('failed') && states.includes('cancelled') && !states.includes('created'));
	assertNothingMade(t, run, ['batch.yaml']);
});

test('a conversion that fails its proof writes none of its files', async t => {
	const [, pfx] = await pfxOf(testPlan('ssl', 'rsa-2048'), canary);
	const files = {'ours.pfx': pfx};
	const args = ['convert', 'ours.pfx', '--to', 'pfx,certificate', '--file-name', 'new', '--json'];
	const run = await runProgram(args, {files, env: {SAFEQ_CERT_PASSWORD: canary}, nodeFlags: wrongBit});
	t.is(run.code, 70);
	t.regex(run.stderr, /error: what was made did not pass its proof and was not written: .+ \[proof-failed\]/);
	const {problems, proof} = v.parse(conversionDefinition, JSON.parse(run.stdout));
	t.true(problems.some(({code}) => code === 'proof-failed'));
	t.true(proof.some(({ok}) => !ok));
	assertNothingMade(t, run, ['ours.pfx']);
});
