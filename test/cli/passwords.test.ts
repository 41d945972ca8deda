// Where the password may come from, and what becomes of it.
import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {type RunOptions, runProgram, withFolder, writeFiles} from '../program.js';
import {assertNothingMade, batchProfile, readPfx, sslProfile, testOnUnix} from './support.js';

const args = ['-p', 'srv.yaml', '--yes', '--quiet'];
const files = {'srv.yaml': sslProfile('srv')};

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

type Source = {readonly args?: readonly string[]; readonly password: string} & Pick<
	RunOptions,
	'env' | 'input'
> & {
		readonly file?: string | Uint8Array;
	};

const sources: Readonly<Record<string, Source>> = {
	'a file in UTF-8': {file: 'Geheim-1', password: 'Geheim-1'},
	'a file with a line end': {file: 'Geheim-1\n', password: 'Geheim-1'},
	'a file with a Windows line end': {file: 'Geheim-1\r\n', password: 'Geheim-1'},
	'a file with two line ends, of which one is taken off': {file: ' a \n\n', password: ' a \n'},
	'a file in UTF-8 with a byte order mark': {file: '\ufeffGehéim\r\n', password: 'Gehéim'},
	'a file in UTF-16, as PowerShell writes it': {file: utf16('Gehéim-€\r\n'), password: 'Gehéim-€'},
	'standard input': {args: ['--password-stdin'], input: 'Geheim-2\n', password: 'Geheim-2'},
	'standard input in UTF-16': {args: ['--password-stdin'], input: utf16('日本\r\n'), password: '日本'},
	'the variable': {args: [], env: {SAFEQ_CERT_PASSWORD: ' "Ge\'heim" '}, password: ' "Ge\'heim" '},
	'the command line': {args: ['--password', '-Geheim=3'], password: '-Geheim=3'},
};

for (const [title, {args: more, file, env, input, password}] of Object.entries(sources))
	test.serial(`the password comes from ${title}`, async t => {
		const given = file === undefined ? files : {...files, 'password.txt': file};
		const run = await runProgram([...args, ...(more ?? ['--password-file', 'password.txt'])], {
			files: given,
			...(env === undefined ? {} : {env}),
			...(input === undefined ? {} : {input}),
		});
		t.is(run.code, 0, run.stderr);
		// openssl takes the first line of its file: what this program reads itself goes through our own reader elsewhere.
		if (!password.includes('\n'))
			t.regex(await readPfx(run.contents.get('SSL srv.pfx'), password), /^subject=CN=srv\.company\.com /);
		t.false(run.stdout.includes(password) || run.stderr.includes(password));
	});

test.serial('a password on the command line is warned about, and an error with --strict', async t => {
	const given = [...args, '--password', 'Geheim-1'];
	t.regex((await runProgram(given, {files})).stderr, /warning: .* \[password-visible\]/);
	const strict = await runProgram([...given, '--strict'], {files});
	t.is(strict.code, 1);
	t.regex(strict.stderr, /nothing was made, because --strict treats warnings as errors\n$/);
	assertNothingMade(t, strict, Object.keys(files));
});

type Refusal = readonly [
	title: string,
	args: readonly string[],
	options: RunOptions,
	code: number,
	stderr: RegExp,
];

const file = (content: string | Uint8Array) => ({files: {...files, 'p.txt': content}});

const refusals: readonly Refusal[] = [
	['none at all', [], {}, 1, /no password for "SSL srv", and nobody to ask with --yes \[password-missing\]/],
	['an empty file', ['--password-file', 'p.txt'], file(''), 1, /the password is empty \[password-empty\]/],
	['a file with a line end alone', ['--password-file', 'p.txt'], file('\r\n'), 1, /\[password-empty\]/],
	[
		'a file of two lines, when warnings count',
		['--strict', '--password-file', 'p.txt'],
		file('one\ntwo\n'),
		1,
		/holds a line break.*\[password-line-break\]/,
	],
	['an empty variable', [], {env: {SAFEQ_CERT_PASSWORD: ''}}, 1, /\[password-empty\]/],
	['nothing on standard input', ['--password-stdin'], {input: ''}, 1, /\[password-empty\]/],
	[
		'no file',
		['--password-file', 'p.txt'],
		{},
		1,
		/p\.txt: error: there is no such file \[password-unreadable\]/,
	],
	['a folder', ['--password-file', '.'], {}, 1, /this is a folder, not a file \[password-unreadable\]/],
	['a device', ['--password-file', '/dev/zero'], {}, 1, /\[password-unreadable\]/],
	[
		'bytes that are not UTF-8',
		['--password-file', 'p.txt'],
		file(Buffer.from([0x61, 0xe4])),
		1,
		/not valid UTF-8/,
	],
	[
		'UTF-16 without a mark',
		['--password-file', 'p.txt'],
		file(Buffer.from('abc', 'utf16le')),
		1,
		/UTF-16 without/,
	],
	['a large file', ['--password-file', 'p.txt'], file('x'.repeat(70_000)), 1, /larger than 64 KiB/],
	['endless standard input', ['--password-stdin'], {input: 'x'.repeat(200_000)}, 1, /more than 64 KiB/],
	['two flags', ['--password-file', 'p.txt', '--password-stdin'], file('a'), 2, /only one of .*\[usage\]/],
	[
		'two files',
		['--password-file', 'p.txt', '--password-file', 'q.txt'],
		file('a'),
		2,
		/is given 2 times \[usage\]/,
	],
	['a file and a list', ['--password-file=p.txt', '--generate-passwords=l.txt'], file('a'), 2, /only one of/],
	['a flag without its value', ['--password'], {}, 2, /--password needs a value \[usage\]/],
];

for (const [title, more, options, code, stderr] of refusals)
	test.serial(`nothing is made with such a password: ${title}`, async t => {
		const run = await runProgram([...args, ...more], {files, ...options});
		t.is(run.code, code);
		t.regex(run.stderr, stderr);
		assertNothingMade(t, run, Object.keys(options.files ?? files));
	});

testOnUnix('a password that is not UTF-8 is not replaced by one that nobody can type', async t => {
	await withFolder(async folder => {
		await writeFiles(folder, files);
		const {program} = await import('../program.js');
		const shell = (line: string) =>
			promisify(execFile)('sh', ['-c', line, process.execPath, program], {cwd: folder}).then(
				() => t.fail(),
				(cause: {code: number; stderr: string}) => cause,
			);
		const asArgument = await shell(`"$0" "$1" -p srv.yaml --yes --password "$(printf 'a\\344')"`);
		t.is(asArgument.code, 2);
		t.regex(asArgument.stderr, /an argument is not valid UTF-8 \[usage\]/);
		const asVariable = await shell(`SAFEQ_CERT_PASSWORD=$(printf 'a\\344') "$0" "$1" -p srv.yaml --yes`);
		t.is(asVariable.code, 1);
		t.regex(asVariable.stderr, /SAFEQ_CERT_PASSWORD is not valid UTF-8 \[password-unreadable\]/);
	});
});

test.serial(
	'generated passwords stand in a list of file names, for the user alone, and open their PFX',
	async t => {
		const batch = {'batch.yaml': batchProfile(3)};
		const run = await runProgram(
			['-p', 'batch.yaml', '--yes', '--out', 'out', '--generate-passwords', 'p.txt'],
			{files: batch},
		);
		t.is(run.code, 0, run.stderr);
		const lines = run.contents.get('p.txt')?.toString().split('\n') ?? [];
		t.is(lines.pop(), '');
		const rows = lines.map(line => line.split('\t'));
		t.deepEqual(
			rows.map(([name]) => name),
			['SSL 1.pfx', 'SSL 2.pfx', 'SSL 3.pfx'],
		);
		for (const [name = '', password = ''] of rows) {
			t.regex(password, /^[A-Za-z0-9]{20,31}$/);
			t.regex(await readPfx(run.contents.get(`out/${name}`), password), /^subject=CN=srv/);
			t.false((run.stdout + run.stderr).includes(password));
		}
		t.is(new Set(rows.map(([, password]) => password)).size, 3);
		t.regex(run.stdout, new RegExp(`^Passwords: .*${path.sep}p\\.txt `, 'm'));
		if (process.platform !== 'win32') {
			t.is(run.modes.get('p.txt'), 0o600);
			t.is(run.modes.get('out/SSL 1.pfx'), 0o600);
		}
	},
);

test.serial('an existing list of passwords is never replaced, with --overwrite neither', async t => {
	const given = {...files, 'p.txt': 'SSL old.pfx\tprecious\n'};
	const run = await runProgram([...args, '--overwrite', '--generate-passwords', 'p.txt'], {files: given});
	t.is(run.code, 1);
	t.regex(run.stderr, /p\.txt: error: file exists \[output-exists\]/);
	t.is(run.contents.get('p.txt')?.toString(), 'SSL old.pfx\tprecious\n');
	assertNothingMade(t, run, Object.keys(given));
});

test.serial(
	'a list of passwords that a certificate would replace is an error: nobody could open the PFX',
	async t => {
		const list = [...args, '--overwrite', '--out', 'out', '--generate-passwords', 'out/ssl SRV.pfx'];
		const run = await runProgram(list, {files});
		t.is(run.code, 1);
		t.regex(
			run.stderr,
			/the passwords and a certificate would be written to ".*out\/ssl SRV\.pfx" \[output-twice\]/,
		);
		assertNothingMade(t, run, Object.keys(files));
	},
);

test.serial('no list is made where no PFX is, and no password is needed', async t => {
	const given = {'srv.yaml': sslProfile('srv', {outputs: ['cer', 'pem']})};
	const run = await runProgram([...args, '--generate-passwords', 'p.txt'], {files: given});
	t.is(run.code, 0, run.stderr);
	t.deepEqual(run.files, ['SSL srv.cer', 'SSL srv.pem', 'srv.yaml']);
	t.regex(
		run.stderr,
		/warning: nothing here becomes a PFX.*: no list of passwords is written \[password-unneeded\]/,
	);
	const file = await runProgram([...args, '--password-file', 'none.txt', '--dry-run'], {files: given});
	t.regex(file.stderr, /warning: .*: the one that is given is not used \[password-unneeded\]/);
	const without = await runProgram(args, {files: given, env: {SAFEQ_CERT_PASSWORD: 'Geheim-1'}});
	t.is(without.code, 0);
	t.notRegex(without.stderr, /password/);
});

test.serial('a list whose folder does not exist is said before keys are made', async t => {
	const run = await runProgram([...args, '--generate-passwords', 'none/p.txt'], {files});
	t.is(run.code, 1);
	t.regex(run.stderr, /none\/p\.txt: error: the folder does not exist/);
	assertNothingMade(t, run, Object.keys(files));
});
