// A password is where it must be and nowhere else: one canary through everything that fails, and what succeeds.
import test from 'ava';
import {type Run, type RunOptions, runProgram} from '../program.js';
import {batchProfile, before, canary, sslProfile} from './support.js';

const files = {'srv.yaml': sslProfile('srv'), 'password.txt': `${canary}\n`};
const fromFile = ['--password-file', 'password.txt'];
const srv = ['-p', 'srv.yaml', '--yes'];

/** Where the canary was seen, apart from the files that it was put into. */
function sightings({stdout, stderr, contents}: Run, given: RunOptions['files'] = {}): string[] {
	const encodings = (['utf8', 'utf16le', 'base64', 'hex'] as const).map(encoding =>
		Buffer.from(canary).toString(encoding),
	);
	const wide = Buffer.from(canary, 'utf16le').toString('latin1');
	const wanted = [...encodings, wide, wide.slice(1)];
	const texts = new Map([
		['stdout', stdout],
		['stderr', stderr],
		...[...contents].map(([name, bytes]) => [name, bytes.toString('latin1')] as const),
	]);
	return [...texts]
		.filter(([name, text]) => !(name in given) && wanted.some(each => text.includes(each)))
		.map(([name]) => name);
}

type Case = readonly [title: string, args: readonly string[], code: number, options?: RunOptions];

const broken = {'srv.yaml': sslProfile('srv', {subjectAlternativeNames: ['10.0.0.300']})};
/** The program's own code fails when it signs: a bug, with a stack. */
const bug = before(`
	import crypto from 'node:crypto';
	import {syncBuiltinESMExports} from 'node:module';
	crypto.sign = () => { throw new Error('out of ink'); };
	syncBuiltinESMExports();
`);

const cases: readonly Case[] = [
	['all goes well', [...srv, ...fromFile], 0],
	['all goes well, as JSON', [...srv, ...fromFile, '--json'], 0],
	['it stands on the command line', [...srv, '--password', canary], 0],
	['the vendor has it so', ['-Subject', 'a.b.cz', '-FriendlyName', 'x', `-Password:${canary}`], 0],
	['it comes from standard input', [...srv, '--password-stdin'], 0, {input: canary}],
	['it comes from the environment', srv, 0, {env: {SAFEQ_CERT_PASSWORD: canary}}],
	['the profile is wrong', [...srv, ...fromFile], 1, {files: {...files, ...broken}}],
	['there is no profile', ['-p', 'none', '--yes', ...fromFile], 1],
	['a file is in the way', [...srv, ...fromFile], 1, {files: {...files, 'SSL srv.pfx': ''}}],
	[
		'a folder is in the way',
		[...srv, '--overwrite', ...fromFile],
		1,
		{files: {...files, 'SSL srv.pfx/a': ''}},
	],
	['the folder is a file', [...srv, '--out', 'srv.yaml', ...fromFile], 1],
	['it is given twice', [...srv, ...fromFile, '--password', canary], 2],
	['its option is misspelt', [...srv, '--pasword', canary], 2],
	['its option is misspelt otherwise', [...srv, '--paswrd', canary], 2],
	['its option is misspelt badly', [...srv, '--pssword', canary], 2],
	['its option is misspelt, with a sign between', [...srv, `--passwort=${canary}`], 2],
	["the vendor's option is misspelt", ['-Subject', 'a.b.cz', '-FriendlyName', 'x', '-Pasword', canary], 2],
	["the vendor's option is cut short", ['-Subject', 'a.b.cz', '-FriendlyName', 'x', '-Pass', canary], 2],
	['it has a space and no quotes', [...srv, '--password', 'first', canary], 2],
	['the option takes no value', [...srv, `--password-stdin=${canary}`], 2],
	['warnings are errors', [...srv, '--password', canary, '--strict'], 1],
	['it is not ASCII, which is warned about', [...srv, '--password', `${canary}ä`], 0],
	[
		'its file is not UTF-8',
		[...srv, ...fromFile],
		1,
		{files: {...files, 'password.txt': Buffer.concat([Buffer.from(canary), Buffer.from([0xff])])}},
	],
	[
		'its file is UTF-16 without a mark',
		[...srv, ...fromFile],
		1,
		{files: {...files, 'password.txt': Buffer.from(canary, 'utf16le')}},
	],
	[
		'a profile holds it',
		srv,
		1,
		{files: {'srv.yaml': `password: ${canary}\n${sslProfile('srv').slice(1, -1).replaceAll(',"', '\n"')}`}},
	],
	[
		'a profile holds it deep down',
		srv,
		1,
		{files: {'srv.yaml': sslProfile('srv', {pfx: {passphrase: canary}})}},
	],
	['a profile holds it in a broken line', srv, 1, {files: {'srv.yaml': `kind: ssl\npassword: "${canary}\n`}}],
	[
		'a profile holds it under a misspelt key',
		srv,
		1,
		{files: {'srv.yaml': sslProfile('srv', {passwort: canary})}},
	],
	['the program has a bug', [...srv, ...fromFile], 70, {nodeFlags: bug}],
	['the program has a bug, as JSON', [...srv, ...fromFile, '--json'], 70, {nodeFlags: bug}],
	[
		'the run is cancelled',
		['-p', 'batch.yaml', '--yes', ...fromFile],
		130,
		{files: {...files, 'batch.yaml': batchProfile(100)}, signal: {when: 'SSL 2.cer', send: 'SIGINT'}},
	],
];

for (const [title, args, code, options = {}] of cases)
	test.serial(`the password is nowhere when ${title}`, async t => {
		const given = options.files ?? files;
		const run = await runProgram(args, {files, ...options});
		if (process.platform !== 'win32' || code !== 130) t.is(run.code, code, run.stderr);
		t.deepEqual(sightings(run, given), []);
	});

test.serial('a private key in a profile is refused and not repeated', async t => {
	const key = `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----`;
	const given = {'srv.yaml': sslProfile('srv', {description: key})};
	const run = await runProgram(srv, {files: given});
	t.is(run.code, 1);
	t.regex(run.stderr, /a profile never holds a private key \[secret-in-profile\]/);
	t.deepEqual(sightings(run, given), []);
});

test.serial('a bug in one certificate has a stack, and does not hide the others', async t => {
	const late = before(`
		import crypto from 'node:crypto';
		import {syncBuiltinESMExports} from 'node:module';
		const {sign} = crypto;
		let count = 0;
		crypto.sign = (...args) => {
			if (++count > 20) throw new Error('out of ink');
			return sign(...args);
		};
		syncBuiltinESMExports();
	`);
	const run = await runProgram(
		['-p', 'batch.yaml', '--yes', '--out', 'out', '--generate-passwords', 'list.txt'],
		{
			files: {'batch.yaml': batchProfile(40)},
			nodeFlags: late,
		},
	);
	t.is(run.code, 70);
	t.regex(
		run.stderr,
		/error: this is a bug of ours: out of ink \[internal-error\]\n {2}hint: .*\nError: out of ink\n {4}at /,
	);
	const made = run.files.filter(each => each.endsWith('.pfx')).length;
	t.true(made > 10 && made < 40);
	t.is(run.stdout.match(/\[ssl, created\]$/gm)?.length, made);
	t.true(run.contents.has('list.txt'));
});

/** Leaves the environment behind that a process would get which the program starts. */
const keepsEnvironment = before(`
	import childProcess from 'node:child_process';
	import {syncBuiltinESMExports} from 'node:module';
	import {writeFileSync} from 'node:fs';
	const {spawn} = childProcess;
	childProcess.spawn = (file, args, options) => {
		writeFileSync('given', JSON.stringify(options.env ?? process.env));
		return spawn(file, args, options);
	};
	syncBuiltinESMExports();
`);

test('what the program starts does not inherit the password', async t => {
	const run = await runProgram(['check', 'nothing.invalid', '--timeout', '2'], {
		env: {SAFEQ_CERT_PASSWORD: canary},
		nodeFlags: keepsEnvironment,
	});
	t.is(run.code, 3, run.stderr);
	const given = run.contents.get('given')?.toString() ?? '';
	t.regex(given, /"PATH"/i);
	t.false(given.includes(canary));
});
