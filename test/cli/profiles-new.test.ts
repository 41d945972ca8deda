// `profiles new` from options: a file that the program itself finds right, or no file at all.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {parse} from 'yaml';
import {exitCodes} from '../../source/terminal/exit-code.js';
import {makeFolder, removeFolder, type RunOptions, runProgram} from '../program.js';
import {startTls} from '../connect/servers.js';
import {localIdentity} from './loopback.js';

const profilesNew = (args: readonly string[], options: RunOptions = {}) =>
	runProgram(['profiles', 'new', ...args], options);

const ssl = [
	'--kind',
	'ssl',
	'--subject',
	'{fqdn}',
	'--friendly-name',
	'YSoft SafeQ SSL {commonName} {expires}',
];

test('options make a profile, in a folder that is made, with the line for editors and without a problem', async t => {
	const cwd = await makeFolder();
	t.teardown(() => removeFolder(cwd));
	const args = [...ssl, '--san', '{fqdn}, {hostname}', '--san', '*.company.com'];
	const more = ['--key', 'rsa-3072', '--validity', '18 months', '--description', 'Ours: all of it'];
	const made = await profilesNew([...args, ...more, path.join('profiles', 'ours.yaml')], {cwd});
	t.is(made.code, exitCodes.done, made.stderr);
	t.is(made.stderr, '');
	t.deepEqual(made.files, ['profiles/', 'profiles/ours.yaml']);
	t.regex(
		made.stdout,
		/^Written: .*ours\.yaml\nWhat it makes: safeq-cert-tui profiles show .*ours\.yaml --for this-computer\n/,
	);
	t.regex(made.stdout, /safeq-cert-tui profiles schema --out profiles.profile\.schema\.json\n$/);
	const text = made.contents.get('profiles/ours.yaml')?.toString() ?? '';
	t.regex(text, /^# yaml-language-server: \$schema=\.\/profile\.schema\.json\n\n/);
	t.deepEqual(parse(text), {
		description: 'Ours: all of it',
		kind: 'ssl',
		subject: '{fqdn}',
		friendlyName: 'YSoft SafeQ SSL {commonName} {expires}',
		subjectAlternativeNames: ['{fqdn}', '{hostname}', '*.company.com'],
		key: 'rsa-3072',
		validity: '18 months',
	});
	const checked = await runProgram(['profiles', 'check', 'ours', '--strict'], {cwd});
	t.is(checked.code, exitCodes.done, checked.stderr);
	const dry = await runProgram(['-p', 'ours', '--for', 'js1.company.com', '--dry-run', '--json'], {cwd});
	t.is(JSON.parse(dry.stdout).certificates[0].subject, 'CN=js1.company.com', dry.stderr);
});

test('a schema that stands beside the profile already is named, and nobody is told to write it', async t => {
	const beside = await profilesNew([...ssl, '--san', '{fqdn}', 'a.yaml'], {
		files: {'profile.schema.json': '{}'},
	});
	t.regex(beside.contents.get('a.yaml')?.toString() ?? '', /\$schema=\.\/profile\.schema\.json\n/);
	t.notRegex(beside.stdout, /profiles schema/);
});

test('a signing certificate needs no names', async t => {
	const args = ['--kind', 'signing', '--subject', 'CN=YSoft SafeQ, O=Company', '--friendly-name', 'Signing'];
	const {code, contents} = await profilesNew([...args, 'a.yml']);
	t.is(code, exitCodes.done);
	t.regex(contents.get('a.yml')?.toString() ?? '', /^kind: signing\nsubject: CN=YSoft SafeQ, O=Company$/m);
});

test('a profile that exists is never replaced', async t => {
	const {code, stderr, contents} = await profilesNew([...ssl, '--san', 'x', 'a.yaml'], {
		files: {'a.yaml': 'mine'},
	});
	t.is(code, exitCodes.problems);
	t.regex(
		stderr,
		/a\.yaml: error: file exists \[output-exists\]\n {2}hint: it is not replaced: choose another name, or remove it first\n/,
	);
	t.is(contents.get('a.yaml')?.toString(), 'mine');
});

test('without a terminal, what is missing is wrong usage, all of it at once', async t => {
	const {code, stderr, files} = await profilesNew(['ours']);
	t.is(code, exitCodes.usage);
	t.deepEqual(files, []);
	for (const said of [
		/"ours" does not end in \.yaml or \.yml \[usage\]\n {2}hint: ours\.yaml\n/,
		/--kind is missing \[usage\]\n {2}hint: such as --kind "ssl"/,
		/--subject is missing .*\n {2}hint: such as --subject "\{fqdn\}"/,
		/--friendly-name is missing/,
		/--san is missing .*\n {2}hint: such as --san "\{fqdn\},\{hostname\},\{addresses\}"/,
	])
		t.regex(stderr, said);
});

test('a profile with an error is not written, and the error has no place in a file that nobody has', async t => {
	const {code, stderr, files} = await profilesNew([
		...ssl,
		'--san',
		'{fqdn}:5000',
		'--validity',
		'soon',
		'a.yaml',
	]);
	t.is(code, exitCodes.problems);
	t.deepEqual(files, []);
	t.regex(
		stderr,
		/^safeq-cert-tui: error: "\{fqdn\}:5000" is not a DNS name.*\n {2}hint: did you mean "\{fqdn\}"\?$/m,
	);
	t.regex(stderr, /^safeq-cert-tui: error: "soon" is not a period of time/m);
});

test('the certificate that a server presents becomes a profile', async t => {
	const identity = localIdentity();
	const port = await startTls(t, identity);
	const {code, stderr, contents} = await profilesNew([
		'--from',
		`localhost:${port}`,
		'--key',
		'rsa-2048',
		'a.yaml',
	]);
	t.is(code, exitCodes.done, stderr);
	const text = contents.get('a.yaml')?.toString() ?? '';
	t.regex(
		text,
		new RegExp(
			`^# Made from localhost:${port}: thumbprint [0-9A-F]{40}, valid to \\d{4}-\\d\\d-\\d\\d$`,
			'm',
		),
	);
	const made = parse(text);
	t.is(made.kind, 'ssl');
	t.is(made.key, 'rsa-2048');
	t.deepEqual(made.subjectAlternativeNames, ['localhost', '127.0.0.1', '::1']);
});

test('where no certificate can be seen, no profile is written', async t => {
	const cases = [
		['localhost:1', exitCodes.couldNotLook, /localhost:1 refuses the connection.* \[no-certificate\]/],
		['missing.pfx', exitCodes.couldNotLook, /missing\.pfx: error: there is no such file/],
		['http://localhost', exitCodes.usage, /"http:\/\/localhost" has no certificate to look at/],
	] as const;
	for (const [from, exitCode, said] of cases) {
		const {code, stderr, files} = await profilesNew(['--from', from, 'a.yaml']);
		t.is(code, exitCode);
		t.regex(stderr, said);
		t.deepEqual(files, []);
	}
});

const pfx = readFileSync(
	new URL('../../../test/certificate/fixtures/test-only-golden-modern.pfx', import.meta.url),
);

test('a PFX that does not open gives no profile, and what is wrong with its password is said at the right file', async t => {
	const files = {'old.pfx': pfx, 'wrong.txt': 'wrong'};
	const from = (...more: string[]) => profilesNew(['--from', 'old.pfx', ...more, 'a.yaml'], {files});
	const cases = [
		[await from(), /^old\.pfx: error: .*there is no password \[password-missing\]/],
		[await from('--password-file', 'wrong.txt'), /^old\.pfx: error: .* \[password-wrong\]/],
		[await from('--password-file', 'nowhere.txt'), /nowhere\.txt: error: there is no such file/],
	] as const;
	for (const [{code, stderr, files: left}, said] of cases) {
		t.is(code, exitCodes.couldNotLook);
		t.regex(stderr, said);
		t.deepEqual(left, ['old.pfx', 'wrong.txt']);
	}
});
