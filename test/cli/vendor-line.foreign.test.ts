// The vendor's own line, as each shell delivers it, and what comes out.
import test from 'ava';
import {runProgram} from '../program.js';
import {assertNothingMade, codesOf, readPfx, reportOf} from './support.js';

const line = [
	'-Subject',
	'YSoft SafeQ',
	'-FriendlyName',
	'YSoft SafeQ Signing Certificate',
	'-Password',
	'123456',
];

const deliveries: Readonly<Record<string, readonly string[]>> = {
	'two arguments (PowerShell)': ['-SubjectAlternativeNames', '*.company.com', '1.2.3.4'],
	'two arguments, the comma kept (cmd, sh)': ['-SubjectAlternativeNames', '*.company.com,', '1.2.3.4'],
	'one text with a comma': ['-SubjectAlternativeNames', '*.company.com, 1.2.3.4'],
	'one text with a semicolon': ['-SubjectAlternativeNames', '*.company.com;1.2.3.4'],
	'one text with a space': ['-SubjectAlternativeNames', '*.company.com 1.2.3.4'],
	'a comma of its own': ['-SubjectAlternativeNames', '*.company.com', ',', '1.2.3.4'],
	'-Name:value': ['-SubjectAlternativeNames:*.company.com', '1.2.3.4'],
	'other letter case, other options behind': [
		'-SUBJECTalternativenames',
		'*.company.com',
		'1.2.3.4',
		'--quiet',
	],
};

for (const [title, names] of Object.entries(deliveries))
	test.serial(`the vendor's line makes its PFX in the current folder: ${title}`, async t => {
		const {code, files, contents, stderr} = await runProgram([...line, ...names]);
		t.is(code, 0, stderr);
		t.deepEqual(files, ['YSoft SafeQ Signing Certificate.cer', 'YSoft SafeQ Signing Certificate.pfx']);
		t.is(
			await readPfx(contents.get('YSoft SafeQ Signing Certificate.pfx'), '123456'),
			'subject=CN=YSoft SafeQ X509v3 Extended Key Usage: TLS Web Server Authentication ' +
				'X509v3 Subject Alternative Name: DNS:*.company.com, IP Address:1.2.3.4 ' +
				'X509v3 Key Usage: critical Digital Signature, Key Encipherment',
		);
	});

test.serial('a distinguished name as -Subject is taken apart, whatever its order', async t => {
	const args = [
		'-Subject',
		'CN=srv01.company.com, O=Company, C=CZ',
		...line.slice(2),
		'-SubjectAlternativeNames',
		'srv01.company.com',
	];
	const run = await runProgram(args);
	t.is(run.code, 0, run.stderr);
	const certificate = await readPfx(run.contents.get('YSoft SafeQ Signing Certificate.pfx'), '123456');
	t.regex(certificate, /subject=CN=srv01\.company\.com,O=Company,C=CZ /);
});

test.serial('without names it is a signing certificate, and the report says why', async t => {
	const run = await runProgram(line);
	t.is(run.code, 0, run.stderr);
	t.regex(
		run.stderr,
		/note: made as signing, because no subject alternative names are given \[kind-chosen\]/,
	);
	const certificate = await readPfx(run.contents.get('YSoft SafeQ Signing Certificate.pfx'), '123456');
	t.is(certificate, 'subject=CN=YSoft SafeQ X509v3 Key Usage: critical Digital Signature');
});

test.serial('with names the report says that it is made as SSL, and --kind decides otherwise', async t => {
	const names = ['-SubjectAlternativeNames', 'srv01.company.com'];
	const asSsl = reportOf(await runProgram([...line, ...names, '--dry-run', '--json']));
	t.is(asSsl.certificates[0]?.kind, 'ssl');
	t.deepEqual(codesOf(asSsl, 'note'), ['kind-chosen']);
	const asSigning = reportOf(await runProgram([...line, '--kind', 'signing', '--dry-run', '--json']));
	t.is(asSigning.certificates[0]?.kind, 'signing');
	t.deepEqual(codesOf(asSigning, 'note'), []);
});

test.serial('with --kind signing the names stay in the signing certificate', async t => {
	const args = [...line, '-SubjectAlternativeNames', 'srv01.company.com', '--kind', 'signing'];
	const run = await runProgram(args);
	t.is(run.code, 0, run.stderr);
	t.is(
		await readPfx(run.contents.get('YSoft SafeQ Signing Certificate.pfx'), '123456'),
		'subject=CN=YSoft SafeQ X509v3 Subject Alternative Name: DNS:srv01.company.com X509v3 Key Usage: critical Digital Signature',
	);
});

test.serial('an existing PFX is not replaced, other than by the script', async t => {
	const files = {'YSoft SafeQ Signing Certificate.pfx': 'precious'};
	const run = await runProgram(line, {files});
	t.is(run.code, 1);
	t.regex(run.stderr, /YSoft SafeQ Signing Certificate\.pfx: error: file exists \[output-exists\]/);
	t.is(run.contents.get('YSoft SafeQ Signing Certificate.pfx')?.toString(), 'precious');
	assertNothingMade(t, run, Object.keys(files));
});

test.serial('a forgotten value is wrong usage, and the next option is not taken for it', async t => {
	const run = await runProgram(['-Subject', '-FriendlyName', 'x', '-Password', '123456']);
	t.is(run.code, 2);
	assertNothingMade(t, run);
});
