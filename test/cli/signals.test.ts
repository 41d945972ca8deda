// Ctrl+C, SIGTERM and a closed terminal at every stage: what is finished stays and is reported, nothing else is there.
import {execFile} from 'node:child_process';
import {open} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {startDnsServer} from '../machine/dns-server.js';
import {runProgram, withFolder, writeFiles} from '../program.js';
import {
	batchProfile,
	before,
	codesOf,
	dnsServerIs,
	readPfx,
	reportOf,
	tellsWaiting,
	testOnUnix,
} from './support.js';

const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};
const files = {'batch.yaml': batchProfile(200)};
const args = ['-p', 'batch.yaml', '--yes', '--out', 'out'];
const midBatch = 'out/SSL 5.cer';

for (const [send, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const)
	testOnUnix(`${send} in the middle of a batch of 200: what is finished stays and is reported`, async t => {
		const run = await runProgram(args, {files, env, signal: {when: midBatch, send}});
		t.is(run.code, code, run.stderr);
		t.true((run.msAfterSignal ?? Number.NaN) < 2000);
		const made = run.stdout.match(/^SSL \d+ {2}\[ssl, created\]$/gm)?.length ?? 0;
		t.true(made >= 5 && made < 200);
		t.regex(
			run.stderr,
			new RegExp(`error: cancelled by ${send} after ${made} of 200 certificates \\[cancelled\\]\n$`),
		);
		t.is(run.stdout.match(/\[ssl, cancelled, not written\]$/gm)?.length, 200 - made);
		t.is(run.files.filter(each => /^out\/SSL \d+\.pfx$/.test(each)).length, made);
		t.is(run.files.filter(each => /^out\/SSL \d+\.cer$/.test(each)).length, made);
		t.is(run.files.length, 2 + 2 * made, 'no temporary file is left');
		t.regex(await readPfx(run.contents.get('out/SSL 5.pfx'), 'Geheim-1'), /^subject=CN=srv5\./);
	});

testOnUnix('SIGINT in the middle of a batch with --json gives one object with all 200', async t => {
	const run = await runProgram([...args, '--json', '--generate-passwords', 'list.txt'], {
		files,
		signal: {when: midBatch, send: 'SIGINT'},
	});
	t.is(run.code, 130, run.stderr);
	const report = reportOf(run);
	t.is(report.certificates.length, 200);
	t.deepEqual(codesOf(report), ['cancelled']);
	const made = report.certificates.filter(({status}) => status === 'created');
	t.true(report.certificates.every(each => each.status === 'created' || each.status === 'cancelled'));
	t.true(report.certificates.every(each => each.files.length === (each.status === 'created' ? 2 : 0)));
	t.is(run.files.length, 3 + 2 * made.length);
	const [first] = run.contents.get('list.txt')?.toString().split('\n') ?? [];
	t.regex(
		await readPfx(run.contents.get('out/SSL 1.pfx'), first?.split('\t')[1] ?? ''),
		/^subject=CN=srv1\./,
	);
});

testOnUnix('SIGINT while slow keys are made ends at once, and no list of passwords stays behind', async t => {
	const slow = {'batch.yaml': batchProfile(8, 'rsa-4096')};
	const run = await runProgram([...args, '--generate-passwords', 'list.txt'], {
		files: slow,
		signal: {when: 'list.txt', send: 'SIGINT'},
	});
	t.is(run.code, 130, run.stderr);
	t.true((run.msAfterSignal ?? Number.NaN) < 2000);
	t.deepEqual(
		run.files.filter(each => !/^out\/SSL \d\.(cer|pfx)$/.test(each)),
		['batch.yaml', 'out/'],
	);
});

testOnUnix('SIGINT while DNS is silent is a cancel, not a bug', async t => {
	const dns = await startDnsServer(t, {'js1.company.com': {a: 'silent', aaaa: 'silent'}});
	const asked = before(`
		import {Resolver} from 'node:dns/promises';
		import {writeFileSync} from 'node:fs';
		const {resolve6} = Resolver.prototype;
		Resolver.prototype.resolve6 = function (name) {
			setTimeout(() => writeFileSync('asked', ''), 50);
			return resolve6.call(this, name);
		};
	`);
	const run = await runProgram(['-p', 'ssl', '--for', 'js1.company.com', '--json'], {
		env,
		nodeFlags: [...asked, ...dnsServerIs(dns)],
		signal: {when: 'asked', send: 'SIGINT'},
	});
	t.is(run.code, 130, run.stderr);
	t.true((run.msAfterSignal ?? Number.NaN) < 2000);
	t.deepEqual(codesOf(reportOf(run)), ['cancelled']);
	t.deepEqual(run.files, ['asked']);
});

for (const [title, password] of [
	['standard input', '--password-stdin'],
	['a pipe', '--password-file=pipe'],
] as const)
	testOnUnix(`SIGTERM while a password is awaited from ${title} ends the program`, async t => {
		await withFolder(async cwd => {
			await writeFiles(cwd, files);
			await promisify(execFile)('mkfifo', [path.join(cwd, 'pipe')]);
			// Somebody holds the pipe open and never writes to it, just as nothing ever comes from standard input.
			const pipe = await open(path.join(cwd, 'pipe'), 'r+');
			try {
				const run = await runProgram(['-p', 'batch.yaml', '--yes', password], {
					cwd,
					input: null,
					nodeFlags: tellsWaiting,
					signal: {when: 'waiting', send: 'SIGTERM'},
				});
				t.is(run.code, 143, run.stderr);
				t.regex(run.stderr, /cancelled by SIGTERM before anything was made \[cancelled\]\n/);
			} finally {
				await pipe.close();
			}
		});
	});

testOnUnix('a certificate with thousands of names can be cancelled while it is proven', async t => {
	const names = Array.from({length: 4_990}, (_, index) => `n${index}.company.com`);
	const large = {
		'batch.yaml': JSON.stringify({
			kind: 'ssl',
			key: 'ecdsa-p256',
			subject: 'n1.company.com',
			friendlyName: 'large',
			subjectAlternativeNames: names,
		}),
	};
	const proving = before(`
		import tls from 'node:tls';
		import {writeFileSync} from 'node:fs';
		import {syncBuiltinESMExports} from 'node:module';
		const {checkServerIdentity} = tls;
		let count = 0;
		tls.checkServerIdentity = (...args) => {
			if (++count === 500) writeFileSync('proving', '');
			return checkServerIdentity(...args);
		};
		syncBuiltinESMExports();
	`);
	const run = await runProgram(args, {
		files: large,
		env,
		nodeFlags: proving,
		signal: {when: 'proving', send: 'SIGINT'},
	});
	t.true((run.msAfterSignal ?? Number.NaN) < 2000);
	// The shell's 130 either way: the program ends by itself, or by the signal when the proof goes on too long.
	t.true(run.code === 130 || run.signal === 'SIGINT', run.stderr);
	t.regex(run.stderr, /cancelled by SIGINT before anything was made/);
	t.deepEqual(run.files, ['batch.yaml', 'out/', 'proving']);
});
