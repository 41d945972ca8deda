// What is wrong is said all at once, in order, and then nothing is made; how --strict, --quiet and exit codes go along.
import test from 'ava';
import {runProgram} from '../program.js';
import {assertNothingMade, batchProfile, codesOf, nowIs, reportOf, sslProfile} from './support.js';

const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};

test.serial(
	'all problems of all profiles come in one run, profile by profile and by line, each once',
	async t => {
		const files = {
			'one.yaml':
				'kind: ssl\nsubject: srv01.company.com\nfriendlyName: One\nvalidity: 2 yaers\nsubjectAlternativeNames:\n  - srv01.company.com\n  - 10.0.0.300\n  - a_/b\n',
			'two.yaml': 'kind: sll\nkeyUsages: [digitalSignature]\nsubject: "CN=a, XY=b"\nfriendlyName: Two\n',
			'good.yaml': sslProfile('srv'),
		};
		const run = await runProgram(
			['-p', 'one.yaml', '-p', 'good.yaml', '-p', 'two.yaml', '-p', 'none.yaml', '--yes'],
			{files, env},
		);
		t.is(run.code, 1);
		const lines = run.stderr.split('\n').filter(line => !line.startsWith('  hint: '));
		t.deepEqual(
			lines.map(line => /^([^:]+(?::\d+:\d+)?): error: .*\[([a-z-]+)\]$/.exec(line)?.slice(1) ?? line),
			[
				['safeq-cert-tui', 'profile-not-found'],
				['two.yaml:1:7', 'unknown-value'],
				['two.yaml:2:1', 'unknown-key'],
				['two.yaml:3:10', 'bad-subject'],
				['one.yaml:4:11', 'bad-validity'],
				['one.yaml:7:5', 'bad-ip-address'],
				['one.yaml:8:5', 'bad-dns-name'],
				'safeq-cert-tui: nothing was made',
				'',
			],
		);
		t.is(run.stdout, '');
		assertNothingMade(t, run, Object.keys(files));
	},
);

test.serial('a batch of which one entry is wrong makes nothing at all', async t => {
	const batch = JSON.parse(batchProfile(6));
	batch.certificates[4].subjectAlternativeNames = ['srv.company.com:443'];
	const files = {'batch.yaml': JSON.stringify(batch), 'good.yaml': sslProfile('srv')};
	const run = await runProgram(
		['-p', 'good.yaml', '-p', 'batch.yaml', '--json', '--generate-passwords', 'p.txt'],
		{files},
	);
	t.is(run.code, 1);
	t.deepEqual(codesOf(reportOf(run)), ['bad-dns-name']);
	assertNothingMade(t, run, Object.keys(files));
});

test.serial('--strict makes errors of warnings, not of notes, and says so', async t => {
	const warned = {'srv.yaml': sslProfile('srv', {validity: '900 days'})};
	const lenient = await runProgram(['-p', 'srv.yaml', '--dry-run'], {files: warned});
	t.is(lenient.code, 0);
	t.regex(lenient.stderr, /warning: .*\[validity-over-825-days\]/);
	const strict = await runProgram(['-p', 'srv.yaml', '--yes', '--strict'], {files: warned, env});
	t.is(strict.code, 1);
	t.regex(
		strict.stderr,
		/\[validity-over-825-days\]\n(.*\n)*safeq-cert-tui: nothing was made, because --strict/,
	);
	assertNothingMade(t, strict, ['srv.yaml']);
	const noted = {'srv.yaml': sslProfile('srv', {subjectAlternativeNames: ['srv.company.com', 'srv']})};
	const noticed = await runProgram(['-p', 'srv.yaml', '--yes', '--strict'], {files: noted, env});
	t.is(noticed.code, 0);
	t.regex(noticed.stderr, /note: .*\[single-label-name\]/);
});

test.serial('--quiet prints what is wrong and nothing else', async t => {
	const noted = {'srv.yaml': sslProfile('srv', {subjectAlternativeNames: ['srv.company.com', 'srv']})};
	const made = await runProgram(['-p', 'srv.yaml', '--yes', '--quiet'], {files: noted, env});
	t.deepEqual([made.code, made.stdout, made.stderr], [0, '', '']);
	const failed = await runProgram(['-p', 'srv.yaml', '--yes', '--quiet'], {files: noted});
	t.is(failed.code, 1);
	t.regex(failed.stderr, /\[password-missing\]/);
});

const wrongUsage: readonly (readonly [args: readonly string[], stderr: RegExp])[] = [
	[['--profil', 'ssl'], /unknown option "--profil" \[usage\]\n {2}hint: did you mean "--profile"\?/],
	[['-x'], /unknown option "-x" \[usage\]/],
	[['--yes=no'], /--yes takes no value \[usage\]/],
	[['ssl.yaml', '--yes'], /unexpected argument "ssl\.yaml" \[usage\]\n {2}hint: --profile ssl\.yaml/],
	[['--yes'], /nothing to make: no profile and no kind \[usage\]/],
	[['-p', '', '--yes'], /--profile needs a value \[usage\]/],
	[['-p', 'ssl', '--out', '', '--yes'], /--out needs a value \[usage\]/],
	[['-p', 'ssl', '--for', '', '--yes'], /--for needs a value \[usage\]/],
	[['-p', 'ssl', '--for', ' , ', '--yes'], /--for is an empty list \[usage\]/],
	[['-p', 'ssl', '--san', ' ;', '--yes'], /--san is an empty list \[usage\]/],
	[['-p', '--yes'], /--profile needs a value, and --yes follows \[usage\]/],
	[
		['-p', 'ssl', '--for', '192.0.2.1', '--yes'],
		/--for wants the name of a server, and "192\.0\.2\.1" is none \[usage\]/,
	],
	[['-p', 'ssl', '--for', '*.company.com', '--yes'], /"\*\.company\.com" is none \[usage\]/],
	[
		['-p', 'group', '--subject', 'x', '--yes'],
		/--subject goes with one certificate, and these are 4 \[usage\]/,
	],
	[['-p', 'group', '--friendly-name', 'x', '--yes'], /--friendly-name goes with one certificate/],
	[
		['-p', 'near-roaming-group-signing', '--san', 'a.b.cz', '--yes'],
		/--san adds to SSL certificates, and there is none \[usage\]/,
	],
	[['-p', 'ssl', '--kind', 'ca', '--yes'], /unknown kind "ca" \[usage\]/],
	[['-p', 'ssl', '--quiet', '--json'], /--quiet and --json contradict each other \[usage\]/],
];

for (const [args, stderr] of wrongUsage)
	test.serial(`wrong usage is exit code 2 and makes nothing: ${JSON.stringify(args)}`, async t => {
		const run = await runProgram(args, {env});
		t.is(run.code, 2);
		t.regex(run.stderr, stderr);
		assertNothingMade(t, run);
	});

test.serial('all wrong usage is said at once', async t => {
	const run = await runProgram(['--nope', '--key', 'dsa', '--out', 'a', '--out', 'b', '--yes', '-p'], {env});
	t.is(run.code, 2);
	t.is(run.stderr.match(/\[usage\]/g)?.length, 4);
});

test.serial('a server for profiles that ask for none is an error: it would change nothing', async t => {
	const run = await runProgram(['-p', 'group', '--for', 'js1.company.com', '--yes'], {env});
	t.is(run.code, 1);
	t.regex(run.stderr, /--for would change nothing \[server-unused\]/);
	assertNothingMade(t, run);
});

test.serial(
	'a signing certificate for each server is warned of: the services of a group share one',
	async t => {
		const signing = {kind: 'signing', subject: '{hostname}', friendlyName: 'Sign {hostname}'};
		const files = {'sign.yaml': JSON.stringify(signing)};
		const forServers = (names: string) =>
			runProgram(['-p', 'sign.yaml', '--for', names, '--dry-run'], {files});
		const two = await forServers('js1.company.com,js2.company.com');
		t.is(two.code, 0, two.stderr);
		t.regex(
			two.stderr,
			/sign\.yaml:1:1: warning: one signing certificate for each of 2 servers \[signing-per-server\]/,
		);
		const one = await forServers('js1.company.com');
		t.deepEqual([one.code, one.stderr], [0, '']);
	},
);

test.serial('a clock without battery makes no certificate that has expired long ago', async t => {
	const files = {'srv.yaml': sslProfile('srv')};
	const run = await runProgram(['-p', 'srv.yaml', '--yes'], {
		files,
		env,
		nodeFlags: nowIs('1970-01-01T00:10:00Z'),
	});
	t.is(run.code, 1);
	t.regex(run.stderr, /error: the clock of this computer is wrong, it says 1970-01-01 \[clock-wrong\]/);
	assertNothingMade(t, run, ['srv.yaml']);
});

test.serial('after 2049 the dates are right as well', async t => {
	const files = {'srv.yaml': sslProfile('srv')};
	const run = await runProgram(['-p', 'srv.yaml', '--json'], {
		files,
		env,
		nodeFlags: nowIs('2058-02-28T12:00:00Z'),
	});
	t.is(run.code, 0, run.stderr);
	const [made] = reportOf(run).certificates;
	t.regex(made?.notBefore ?? '', /^2058-02-28T11:0/);
	t.regex(made?.notAfter ?? '', /^2060-02-28T11:0/);
});

test.serial('--help and --version answer on stdout, whatever else is missing', async t => {
	const help = await runProgram(['--help', '--yes']);
	t.is(help.code, 0);
	t.regex(help.stdout, /^Makes the signing and SSL certificates/);
	const version = await runProgram(['--version']);
	t.deepEqual([version.code, version.stderr], [0, '']);
	t.regex(version.stdout, /^\d+\.\d+\.\d+\n$/);
});
