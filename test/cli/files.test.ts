// Which files appear, where, and with which rights; and that nothing of what was there is lost.
import {execFile} from 'node:child_process';
import {chmod, lstat, mkdir, readdir, symlink} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import test from 'ava';
import {program, type Run, runProgram, withFolder, writeFiles} from '../program.js';
import {assertNothingMade, codesOf, readPfx, reportOf, sslProfile, testOnUnix} from './support.js';

const env = {SAFEQ_CERT_PASSWORD: 'Geheim-1'};
const files = {'srv.yaml': sslProfile('srv')};
const args = ['-p', 'srv.yaml', '--yes', '--quiet'];

/** A profile whose certificates differ only in what is given. */
function batch(...certificates: readonly object[]): Readonly<Record<string, string>> {
	return {'srv.yaml': sslProfile('srv', {certificates})};
}

test.serial('each output is a file: PFX, certificate, certificate as PEM', async t => {
	const given = {
		'srv.yaml': sslProfile('srv', {outputs: ['pfx', 'cer', 'pem'], fileName: 'here-{commonName}'}),
	};
	const {code, files: made, contents, modes} = await runProgram(args, {files: given, env});
	t.is(code, 0);
	t.deepEqual(made, [
		'here-srv.company.com.cer',
		'here-srv.company.com.pem',
		'here-srv.company.com.pfx',
		'srv.yaml',
	]);
	t.is(contents.get('here-srv.company.com.cer')?.[0], 0x30);
	t.regex(
		contents.get('here-srv.company.com.pem')?.toString() ?? '',
		/^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n$/,
	);
	if (process.platform !== 'win32') t.is(modes.get('here-srv.company.com.pfx'), 0o600);
});

test.serial('an existing file stops the whole run, whichever it is, before a key is made', async t => {
	const given = {...batch({friendlyName: 'a'}, {friendlyName: 'b'}), 'b.cer': 'precious'};
	const run = await runProgram(args, {files: given, env});
	t.is(run.code, 1);
	t.regex(run.stderr, /b\.cer: error: file exists \[output-exists\]\n {2}hint: .*--out.*--overwrite/);
	t.is(run.contents.get('b.cer')?.toString(), 'precious');
	assertNothingMade(t, run, Object.keys(given));
});

test.serial('--overwrite replaces both files, and the new PFX is for the user alone', async t => {
	const given = {...files, 'SSL srv.pfx': 'old', 'SSL srv.cer': 'old'};
	const run = await runProgram([...args, '--overwrite'], {files: given, env});
	t.is(run.code, 0, run.stderr);
	t.regex(await readPfx(run.contents.get('SSL srv.pfx'), 'Geheim-1'), /^subject=CN=srv/);
	if (process.platform !== 'win32') t.is(run.modes.get('SSL srv.pfx'), 0o600);
	assertNothingMade(t, run, Object.keys(given));
});

testOnUnix(
	'a link to nowhere is a file that exists; with --overwrite the link is replaced, not what it points to',
	async t => {
		await withFolder(async cwd => {
			await writeFiles(cwd, {...files, 'target.txt': 'precious'});
			await symlink('nowhere.pfx', path.join(cwd, 'SSL srv.pfx'));
			t.is((await runProgram(args, {cwd, env})).code, 1);
			await symlink('target.txt', path.join(cwd, 'SSL srv.cer'));
			const run = await runProgram([...args, '--overwrite'], {cwd, env});
			t.is(run.code, 0, run.stderr);
			t.is(run.contents.get('target.txt')?.toString(), 'precious');
			t.false((await lstat(path.join(cwd, 'SSL srv.pfx'))).isSymbolicLink());
			t.deepEqual(run.files, ['SSL srv.cer', 'SSL srv.pfx', 'srv.yaml', 'target.txt']);
		});
	},
);

test.serial(
	'a folder of the name of the PFX is left alone, and the .cer does not stay without it',
	async t => {
		await withFolder(async cwd => {
			await writeFiles(cwd, {...files, 'SSL srv.pfx/inside.txt': 'precious'});
			const run = await runProgram([...args, '--overwrite'], {cwd, env});
			t.is(run.code, 1);
			t.regex(run.stderr, /SSL srv\.pfx: error: a folder has this name \[output-unwritable\]/);
			t.deepEqual(run.files, ['SSL srv.pfx/', 'SSL srv.pfx/inside.txt', 'srv.yaml']);
		});
	},
);

const twins: Readonly<Record<string, readonly [string, string]>> = {
	'the same name': ['SSL', 'SSL'],
	'another letter case': ['SSL Praha', 'ssl PRAHA'],
	'accents joined and apart': ['SSL Plzeň', 'SSL Plzeň'],
	'what is made safe to the same': ['SSL a/b', 'SSL a:b'],
};

for (const [title, [one, other]] of Object.entries(twins))
	test.serial(`two certificates of one run never become one file: ${title}`, async t => {
		const given = batch({friendlyName: one}, {friendlyName: other});
		const run = await runProgram([...args, '--overwrite'], {files: given, env});
		t.is(run.code, 1);
		t.regex(run.stderr, /srv\.yaml:1:\d+: error: two certificates would be written to ".*" \[output-twice\]/);
		assertNothingMade(t, run, Object.keys(given));
	});

test.serial('two profiles with one output are found as well', async t => {
	const run = await runProgram([...args, '-p', './srv.yaml'], {files, env});
	t.is(run.code, 1);
	t.regex(run.stderr, /\[output-twice\]/);
});

test.serial('no friendly name leads out of the folder, or to a name that a system cannot have', async t => {
	const names: Readonly<Record<string, string>> = {
		'..\\..\\x': '_.._x',
		'../../y': '_.._y',
		'/etc/z': '_etc_z',
		'C:\\w': 'C__w',
		CON: '_CON',
		'lpt1.txt': '_lpt1.txt',
		'a/b': 'a_b',
		'dots...': 'dots',
		'.hidden': 'hidden',
		'star*?"<>|': 'star______',
		...Object.fromEntries([['日'.repeat(200), '日'.repeat(66)]]),
		'--overwrite': '--overwrite',
		'~root': '~root',
		'$(id)': '$(id)',
	};
	const given = batch(...Object.keys(names).map(friendlyName => ({friendlyName})));
	const run = await runProgram([...args, '--out', 'out/below'], {files: given, env});
	t.is(run.code, 0, run.stderr);
	const expected = Object.values(names).flatMap(name => [`out/below/${name}.cer`, `out/below/${name}.pfx`]);
	t.deepEqual(run.files, ['out/', 'out/below/', 'srv.yaml', ...expected].sort());
});

for (const [title, friendlyName] of Object.entries({
	'300 characters': 'x'.repeat(300),
	'a control character': 'a\u0007b',
	'an escape sequence': 'a\u001b[31mb',
	'a mark that turns the direction': 'a\u202egpj.exe',
	'a line end': 'a\nb',
	'nothing but spaces': '   ',
	NUL: 'a\u0000b',
}))
	test.serial(`a friendly name is refused that has ${title}`, async t => {
		const given = {'srv.yaml': sslProfile('srv', {friendlyName})};
		const run = await runProgram(args, {files: given, env});
		t.is(run.code, 1);
		t.regex(
			run.stderr,
			/^srv\.yaml:1:\d+: error: .*\[(bad-friendly-name|missing-value|yaml-syntax|bad-encoding)\]\n/,
		);
		t.notRegex(run.stderr, /[^\n -~\u00a0-\u05ff\u2026]/);
		assertNothingMade(t, run, ['srv.yaml']);
	});

test.serial(
	'a name that a placeholder brings along is made safe, a path that somebody wrote is refused',
	async t => {
		const safe = {'srv.yaml': sslProfile('srv', {subject: 'CN=../../up', fileName: 'for {commonName}'})};
		const run = await runProgram([...args, '--out', 'out'], {files: safe, env});
		t.deepEqual(run.files, ['out/', 'out/for _.._up.cer', 'out/for _.._up.pfx', 'srv.yaml']);
		for (const fileName of ['../up', '/tmp/up', 'C:\\up', 'a\\b', 'x.pfx', 'NUL', '..', ' ']) {
			const wrong = {'srv.yaml': sslProfile('srv', {fileName})};
			const refused = await runProgram(['-p', 'srv.yaml', '--json'], {files: wrong, env});
			t.is(refused.code, 1, fileName);
			t.regex(codesOf(reportOf(refused)).join(), /^(bad-file-name|empty-value|missing-value)$/, fileName);
			assertNothingMade(t, refused, ['srv.yaml']);
		}
	},
);

test.serial('--out is made when missing, spaces and all', async t => {
	const run = await runProgram([...args, '--out', 'new one/ä/b'], {files, env});
	t.is(run.code, 0, run.stderr);
	t.deepEqual(run.files.slice(0, 3), ['new one/', 'new one/ä/', 'new one/ä/b/']);
});

for (const out of ['file', 'file/below'])
	test.serial(`--out that is no folder is said before keys are made: ${out}`, async t => {
		const run = await runProgram([...args, '--out', out], {files: {...files, file: 'precious'}, env});
		t.is(run.code, 1);
		t.regex(run.stderr, /error: this is a file, not a folder \[output-unwritable\]/);
		assertNothingMade(t, run, ['file', 'srv.yaml']);
	});

/** Runs a line of shell in a folder; in it, `safeq` is the program. */
async function shell(line: string, cwd: string): Promise<Pick<Run, 'code' | 'stderr' | 'stdout'>> {
	const full = line.replace('safeq', `"${process.execPath}" "${program}"`);
	return promisify(execFile)('sh', ['-c', full], {cwd, env: {...process.env, ...env}}).then(
		({stdout, stderr}) => ({code: 0, stdout, stderr}),
		({code, stdout, stderr}: Run) => ({code, stdout, stderr}),
	);
}

testOnUnix('a folder without the right to write is said before keys are made', async t => {
	await withFolder(async cwd => {
		await writeFiles(cwd, files);
		await mkdir(path.join(cwd, 'out'));
		await chmod(path.join(cwd, 'out'), 0o555);
		// Root writes everywhere; without this one capability it does not.
		const limited =
			process.getuid?.() === 0 ? 'setpriv --bounding-set=-dac_override --inh-caps=-dac_override' : '';
		const run = await shell(
			`${limited} safeq ${args.join(' ')} --out out --generate-passwords list.txt`,
			cwd,
		);
		t.is(run.code, 1);
		t.regex(run.stderr, /out: error: no right to write here \[output-unwritable\]/);
		await chmod(path.join(cwd, 'out'), 0o755);
		t.deepEqual((await readdir(cwd, {recursive: true})).sort(), ['out', 'srv.yaml']);
	});
});

testOnUnix(
	'a disk that fills up leaves nothing half: what was finished stays, the list of lost passwords does not',
	async t => {
		await withFolder(async cwd => {
			await writeFiles(cwd, batch({friendlyName: 'small', outputs: ['cer']}, {friendlyName: 'large'}));
			// No file may be larger than 512 bytes: a certificate is smaller, a PFX is not.
			const run = await shell(
				'ulimit -f 1; exec safeq -p srv.yaml --json --out out --generate-passwords list.txt',
				cwd,
			);
			t.is(run.code, 1, run.stderr);
			t.regex(
				run.stderr,
				/large\.pfx: error: the file is larger than this disk or user may have \[disk-full\]/,
			);
			t.deepEqual((await readdir(cwd, {recursive: true})).sort(), ['out', 'out/small.cer', 'srv.yaml']);
			t.deepEqual(
				reportOf(run).certificates.map(({status, files: made}) => [status, made.length]),
				[
					['created', 1],
					['failed', 0],
				],
			);
		});
	},
);
