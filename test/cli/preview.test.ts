// `--dry-run` and `--json`: what would be made, what was made, and what went wrong, for people and for programs.
import {X509Certificate} from 'node:crypto';
import test from 'ava';
import {runProgram} from '../program.js';
import {assertNothingMade, batchProfile, codesOf, readPfx, reportOf, sslProfile} from './support.js';

const files = {'srv.yaml': sslProfile('srv'), 'batch.yaml': batchProfile(3)};
const there = Object.keys(files);

test.serial(
	'--dry-run describes the certificate and the files, writes nothing and needs no password',
	async t => {
		const run = await runProgram(['-p', 'srv.yaml', '--out', 'new', '--dry-run'], {files});
		t.is(run.code, 0, run.stderr);
		t.is(run.stderr, '');
		t.regex(run.stdout, /^SSL srv {2}\[ssl, would be created\]$/m);
		t.regex(run.stdout, /^ {2}Subject +CN=srv\.company\.com$/m);
		t.regex(run.stdout, /^ {2}Subject Alternative Name +DNS Name=srv\.company\.com$/m);
		t.regex(run.stdout, /^ {2}Would be written +\S+\/new\/SSL srv\.pfx$/m);
		assertNothingMade(t, run, there);
	},
);

test.serial(
	'--dry-run finds what would stop the run: a file in the way, a folder that is a file',
	async t => {
		const taken = {...files, 'SSL srv.cer': '', out: ''};
		const run = await runProgram(['-p', 'srv.yaml', '--dry-run'], {files: taken});
		t.is(run.code, 1);
		t.regex(run.stderr, /SSL srv\.cer: error: file exists \[output-exists\]/);
		const other = await runProgram(['-p', 'srv.yaml', '--dry-run', '--out', 'out/below'], {files: taken});
		t.is(other.code, 1);
		t.regex(other.stderr, /out\/below: error: this is a file, not a folder \[output-unwritable\]/);
		assertNothingMade(t, other, Object.keys(taken));
	},
);

test.serial('--dry-run --json plans every certificate of a batch, unknown values are null', async t => {
	const run = await runProgram(['-p', 'batch.yaml', '--dry-run', '--json'], {files});
	t.is(run.code, 0);
	const {certificates, problems} = reportOf(run);
	t.deepEqual(problems, []);
	t.deepEqual(
		certificates.map(({status, friendlyName, serialNumber, thumbprint, sha256, proof}) => [
			[status, friendlyName],
			[serialNumber, thumbprint, sha256, proof],
		]),
		[1, 2, 3].map(n => [
			['planned', `SSL ${n}`],
			[null, null, null, []],
		]),
	);
	t.true(
		certificates.every(each => each.files.length === 2 && each.files.every(file => file.startsWith('/'))),
	);
	assertNothingMade(t, run, there);
});

test.serial('--json tells of a certificate what its file holds', async t => {
	const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};
	const run = await runProgram(['-p', 'srv.yaml', '--json'], {files, env});
	t.is(run.code, 0, run.stderr);
	const [made, ...others] = reportOf(run).certificates;
	t.deepEqual(others, []);
	const certificate = new X509Certificate(run.contents.get('SSL srv.cer') ?? '');
	const plain = (fingerprint: string) => fingerprint.replaceAll(':', '');
	const seconds = (date: string) => `${new Date(date).toISOString().slice(0, 19)}Z`;
	t.like(made, {
		status: 'created',
		kind: 'ssl',
		friendlyName: 'SSL srv',
		subject: 'CN=srv.company.com',
		issuer: 'CN=srv.company.com',
		key: 'ecdsa-p256',
		keyUsage: ['digitalSignature'],
		extendedKeyUsage: ['serverAuth'],
		subjectAlternativeNames: [{type: 'dns', value: 'srv.company.com'}],
		serialNumber: certificate.serialNumber,
		thumbprint: plain(certificate.fingerprint),
		sha256: plain(certificate.fingerprint256),
		notBefore: seconds(certificate.validFrom),
		notAfter: seconds(certificate.validTo),
	});
	t.true((made?.proof.length ?? 0) > 10);
	t.true(made?.proof.every(({ok}) => ok));
	t.deepEqual(
		made?.files.map(file => file.split('/').at(-1)),
		['SSL srv.pfx', 'SSL srv.cer'],
	);
	t.regex(await readPfx(run.contents.get('SSL srv.pfx'), 'Geheim-1'), /^subject=CN=srv\.company\.com /);
});

test.serial('--json gives one object after problems in a profile, with their places', async t => {
	const wrong = {
		'wrong.yaml': 'kind: ssl\nfriendlyName: x\nsubjekt: a.b.cz\nsubjectAlternativeNames: [10.0.0.300]\n',
	};
	const run = await runProgram(['-p', 'wrong.yaml', '--json'], {files: wrong});
	t.is(run.code, 1);
	const {certificates, problems} = reportOf(run);
	t.deepEqual(certificates, []);
	t.deepEqual(
		problems.map(({code, file, line, column}) => [code, file, line, column]),
		[
			['unknown-key', 'wrong.yaml', 3, 1],
			['bad-ip-address', 'wrong.yaml', 4, 27],
		],
	);
	t.is(problems[0]?.hint, 'did you mean "subject"?');
	assertNothingMade(t, run, Object.keys(wrong));
});

test.serial('--json gives one object when the password is missing: the certificates have failed', async t => {
	const run = await runProgram(['-p', 'batch.yaml', '--json'], {files});
	t.is(run.code, 1);
	const report = reportOf(run);
	t.deepEqual(codesOf(report), ['password-missing']);
	t.deepEqual(
		report.certificates.map(({status, files: made}) => [status, made]),
		[1, 2, 3].map(() => ['failed', []]),
	);
	assertNothingMade(t, run, there);
});

for (const args of [['--nope'], ['--san'], ['--quiet'], ['-p', 'srv.yaml', '--key', 'dsa'], ['stray'], []])
	test.serial(`--json gives one object after wrong usage, each problem once: ${args.join(' ')}`, async t => {
		const run = await runProgram([...args, '--json'], {files});
		t.is(run.code, 2);
		const report = reportOf(run);
		t.deepEqual(codesOf(report), ['usage']);
		t.deepEqual(report.certificates, []);
		t.regex(
			run.stderr,
			/^safeq-cert-tui: error: .* \[usage\]\n( {2}hint: .*\n)?(safeq-cert-tui: nothing was made\n)?$/,
		);
		assertNothingMade(t, run, there);
	});
