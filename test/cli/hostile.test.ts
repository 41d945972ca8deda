// Profiles, names and paths from a colleague who means no good, or who was very tired.
import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import test, {type ExecutionContext} from 'ava';
import {program, runProgram, type Run, untilFile, withFolder, writeFiles} from '../program.js';
import {
	assertNothingMade,
	batchProfile,
	codesOf,
	readPfx,
	reportOf,
	sslProfile,
	testOnUnix,
	thisComputerIs,
} from './support.js';

const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};
/** Clears the screen, writes into the clipboard, turns the direction, hides what follows. */
const steering = [
	'\u001b[2J',
	'\u001b]52;c;cm0gLXJm\u0007',
	'\u009b31m',
	'\r',
	'\b',
	'\u202e',
	'\u200b',
	'\u061c',
	'\u{e0041}',
];
const evil = `x${steering.join('y')}z`;

/** Nothing but visible characters and line ends reached the terminal. */
function assertHarmless(t: ExecutionContext, {stdout, stderr}: Pick<Run, 'stdout' | 'stderr'>): void {
	const harmful = /[^\P{C}\n]|[\u2028\u2029]/u;
	t.notRegex(stdout, harmful);
	t.notRegex(stderr, harmful);
}

const keys: Readonly<Record<string, unknown>> = {
	name: evil,
	description: evil,
	kind: evil,
	subject: `CN=${evil}`,
	'subject as a mapping': {commonName: 'srv.company.com', organizationName: evil},
	friendlyName: evil,
	fileName: evil,
	subjectAlternativeNames: ['srv.company.com', evil, `email:${evil}@a.cz`, `uri:http://a.cz/${evil}`],
	key: evil,
	validity: evil,
	'validity as a mapping': {notAfter: evil, [evil]: evil},
	keyUsage: [evil],
	extendedKeyUsage: [evil],
	pfx: {provider: evil, [evil]: 1},
	outputs: [evil],
	extends: `${evil}.yaml`,
	[evil]: evil,
};

for (const [title, value] of Object.entries(keys))
	test.serial(`a profile cannot steer the terminal: ${JSON.stringify(title.slice(0, 30))}`, async t => {
		const key = title.split(' as ')[0] ?? '';
		const files = {'srv.yaml': sslProfile('srv', {[key]: value})};
		const made = await runProgram(['-p', 'srv.yaml', '--yes'], {files, env});
		assertHarmless(t, made);
		assertHarmless(t, await runProgram(['-p', 'srv.yaml', '--dry-run'], {files}));
	});

testOnUnix('neither can the names of files and folders, nor the arguments', async t => {
	const folder = `${evil.replace('\r', '')}/below`;
	const files = {[`${folder}/srv.yaml`]: sslProfile('srv'), [`profiles/${evil}.yaml`]: 'kind: x'};
	for (const args of [
		['-p', `${folder}/srv.yaml`, '--yes', '--out', folder],
		['-p', `${folder}/none.yaml`, '--yes', '--out', folder],
		['-p', 'none', '--yes'],
		['-p', evil, '--yes'],
		['-p', `${folder}/srv.yaml`, '--yes', '--generate-passwords', `${folder}/srv.yaml`],
		['-p', `${folder}/srv.yaml`, '--yes', '--generate-passwords', `${folder}/list`],
		['-p', 'ssl', '--for', evil, '--yes'],
		['-p', 'ssl', '--subject', evil, '--san', evil, '--validity', evil, '--yes'],
		['--key', evil, `--${evil}`, evil, '--yes'],
	])
		assertHarmless(t, await runProgram(args, {files, env}));
});

test.serial('neither can the name of this computer', async t => {
	const nodeFlags = thisComputerIs(`${evil}.company.com`, '192.0.2.11');
	const run = await runProgram(['-p', 'ssl', '--for', 'this-computer', '--yes'], {nodeFlags, env});
	t.is(run.code, 1);
	assertHarmless(t, run);
	assertNothingMade(t, run);
});

for (const file of ['/dev/zero', '/dev/stdin', '/dev/tty', '/proc/self/mem', '/etc', '.'])
	testOnUnix(`a profile that is ${file} ends at once`, async t => {
		const reference = file === '.' ? './' : file;
		const run = await runProgram(['-p', reference, '--yes'], {env, timeoutMs: 5000});
		t.is(run.code, 1);
		t.regex(run.stderr, /\[(profile-unreadable|profile-not-found|not-text|bad-encoding|file-too-large)\]\n/);
	});

testOnUnix('a profile that is a pipe is refused, also as what a profile extends', async t => {
	await withFolder(async cwd => {
		await promisify(execFile)('mkfifo', [path.join(cwd, 'pipe.yaml')]);
		await writeFiles(cwd, {'srv.yaml': 'extends: pipe.yaml\n'});
		const args = (profile: string) => [program, '-p', profile, '--yes'];
		for (const profile of ['pipe.yaml', 'srv.yaml']) {
			const run = promisify(execFile)(process.execPath, args(profile), {cwd, timeout: 5000});
			const {code, stderr} = await t.throwsAsync<Error & {code: number; stderr: string}>(run);
			t.is(code as unknown, 1);
			t.regex(stderr, /this is a device or a pipe, not a file \[profile-unreadable\]/);
		}
	});
});

const bombs: Readonly<Record<string, readonly [text: string, code: string]>> = {
	'an alias bomb': [
		`a: &a [x, x]\n${Array.from({length: 30}, (_, n) => `b${n}: &b${n} [*a, *a]\n`).join('')}`,
		'yaml-alias',
	],
	'deep nesting': [`subject: ${'['.repeat(50_000)}`, 'yaml-too-deep'],
	'two megabytes': [`# ${'x'.repeat(2_000_000)}`, 'file-too-large'],
	'two documents': ['kind: ssl\n---\nkind: signing\n', 'yaml-documents'],
	'a tag that runs code elsewhere': ['subject: !!js/function "function () {}"\n', 'yaml-tag'],
	'a tag that reads a file elsewhere': ['subject: !include /etc/passwd\n', 'yaml-tag'],
	'keys that JavaScript knows': ['__proto__: {kind: ssl}\nconstructor: x\n', 'unknown-key'],
	'NUL bytes': ['kind: ssl\u0000\n', 'bad-encoding'],
	'a hundred thousand braces in one text': [
		sslProfile('srv', {subject: '{fqdn}'.repeat(100_000)}),
		'placeholder-without-server',
	],
	'a megabyte in one text': [sslProfile('srv', {validity: 'x'.repeat(900_000)}), 'bad-validity'],
	'more names than any client takes': [
		sslProfile('srv', {subjectAlternativeNames: Array.from({length: 20_000}, (_, n) => `n${n}.cz`)}),
		'san-too-long',
	],
};

for (const [title, [text, code]] of Object.entries(bombs))
	test.serial(`a profile with ${title} is answered in a few words and seconds`, async t => {
		const run = await runProgram(['-p', 'srv.yaml', '--json'], {
			files: {'srv.yaml': text},
			env,
			timeoutMs: 8000,
		});
		t.is(run.code, 1);
		t.true(codesOf(reportOf(run)).includes(code as never), run.stderr.slice(0, 500));
		t.true(run.stderr.length < 6000);
		assertNothingMade(t, run, ['srv.yaml']);
	});

test.serial('5,000 certificates on one line are planned in seconds, not minutes', async t => {
	const files = {'srv.yaml': batchProfile(5000)};
	const run = await runProgram(['-p', 'srv.yaml', '--dry-run'], {files, timeoutMs: 20_000});
	t.is(run.code, 0, run.stderr);
	t.regex(run.stdout, /^5000 would be created$/m);
});

test.serial('names like flags are files when they are written as such', async t => {
	const files = {'--yes.yaml': sslProfile('flag'), '-rf': ''};
	const run = await runProgram(['--profile=--yes.yaml', '--yes', '--out=--overwrite'], {files, env});
	t.is(run.code, 0, run.stderr);
	t.deepEqual(run.files, [
		'--overwrite/',
		'--overwrite/SSL flag.cer',
		'--overwrite/SSL flag.pfx',
		'--yes.yaml',
		'-rf',
	]);
});

test.serial(
	'a placeholder never becomes structure: no part of a subject, no second name, no path',
	async t => {
		const files = {
			'srv.yaml': sslProfile('srv', {
				subject: 'CN={fqdn}, O=Company',
				friendlyName: '{commonName}',
				subjectAlternativeNames: ['{fqdn}', '{hostname}', '{addresses}'],
			}),
		};
		for (const name of ['a,O=Evil', 'a, b.company.com', '../../up', 'a/../b', '*', '{addresses}', 'a\nb']) {
			const nodeFlags = thisComputerIs(`${name}.company.com`, '192.0.2.11');
			const run = await runProgram(['-p', 'srv.yaml', '--for', 'this-computer', '--yes'], {
				files,
				env,
				nodeFlags,
			});
			t.is(run.code, 1, `${name}: ${run.stdout}`);
			assertNothingMade(t, run, ['srv.yaml']);
		}
	},
);

test.serial('nothing is made for localhost, or for a computer without a name', async t => {
	for (const name of ['localhost', '', '(none)', 'localhost.localdomain']) {
		const nodeFlags = thisComputerIs(name, '192.0.2.11');
		const run = await runProgram(['-p', 'ssl', '--for', 'this-computer', '--yes'], {env, nodeFlags});
		t.is(run.code, 1, name);
		t.regex(run.stderr, /\[server-unknown\]/);
		assertNothingMade(t, run);
	}
});

test.serial('a computer without any address of its own gets no certificate with {addresses}', async t => {
	const nodeFlags = thisComputerIs('srv01.company.com', '169.254.7.7');
	const run = await runProgram(['-p', 'ssl', '--for', 'this-computer', '--yes'], {env, nodeFlags});
	t.is(run.code, 1);
	t.regex(run.stderr, /no IP address of "srv01\.company\.com" is known/);
	assertNothingMade(t, run);
});

test.serial('150 names, and then 1,500, are all in the certificate', async t => {
	for (const count of [150, 1500]) {
		const names = Array.from({length: count}, (_, n) =>
			n % 3 === 0 ? `192.0.${n >> 8}.${n & 255}` : `n${n}.company.com`,
		);
		const files = {'srv.yaml': sslProfile('srv', {subjectAlternativeNames: ['srv.company.com', ...names]})};
		const run = await runProgram(['-p', 'srv.yaml', '--yes', '--quiet'], {files, env});
		t.is(run.code, 0, run.stderr);
		const certificate = await readPfx(run.contents.get('SSL srv.pfx'), 'Geheim-1');
		t.is(certificate.match(/(DNS|IP Address):/g)?.length, count + 1);
	}
});

testOnUnix('a file that appears while keys are made is not replaced', async t => {
	await withFolder(async cwd => {
		const files = {'srv.yaml': sslProfile('srv', {key: 'rsa-4096'})};
		await writeFiles(cwd, files);
		const list = path.join(cwd, 'list.txt');
		const running = runProgram(['-p', 'srv.yaml', '--yes', '--generate-passwords', 'list.txt'], {cwd});
		// The list is there before the first key is begun.
		await untilFile(
			list,
			running.then(({stderr}) => stderr),
		);
		await writeFile(path.join(cwd, 'SSL srv.cer'), 'precious');
		const run = await running;
		t.is(run.code, 1);
		t.regex(run.stderr, /SSL srv\.cer: error: file exists \[output-exists\]/);
		t.is(run.contents.get('SSL srv.cer')?.toString(), 'precious');
		assertNothingMade(t, run, ['SSL srv.cer', 'srv.yaml']);
	});
});
