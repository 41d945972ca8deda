// What openssl says of the files that the interactive program wrote.
import {execFile} from 'node:child_process';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import test, {type ExecutionContext} from 'ava';
import {runProgram} from '../program.js';
import {type OpenTerminal, openTerminal} from '../terminal.js';

const run = promisify(execFile);

const profile = `kind: ssl
subject: js1.company.com
friendlyName: SafeQ {commonName}
subjectAlternativeNames:
  - js1.company.com
`;

const ready = /Ctrl\+R shows everything/;

async function open(
	t: ExecutionContext,
	args: readonly string[] = ['--profile', 'ssl.yaml'],
): Promise<OpenTerminal> {
	const terminal = await openTerminal(t, args, {columns: 120, rows: 40, files: {'ssl.yaml': profile}});
	await terminal.waitForInput();
	return terminal;
}

test('open, paste five lines, mend a wrong one, write: openssl confirms what the preview said', async t => {
	const terminal = await open(t);
	await terminal.waitFor(ready);
	terminal.paste('js1\nprintsrv.company.com\n*.print.company.com\n10.20.1.300\nfd00::7\n');
	await terminal.waitFor(/pasted: 4 new, 1 wrong/);
	terminal.press('up', 'up');
	await terminal.waitFor(/›x {2}10\.20\.1\.300/);
	terminal.press('enter', 'backspace', 'enter');
	await terminal.waitFor(/IP Address=10\.20\.1\.30$/m);
	const preview = await terminal.waitFor(/Serial number +[0-9a-f]{32}/);
	terminal.press('ctrl+r');
	await terminal.waitFor(/Write these 2 files/);
	terminal.press('enter');
	const result = await terminal.waitFor(/Made and proven to work/);
	const [, password = ''] = /PASSWORD[^\n]*\n\s+(\S{24})/.exec(result) ?? [];
	t.deepEqual(
		(await readdir(terminal.cwd)).filter(name => name.startsWith('SafeQ')),
		['SafeQ js1.company.com.cer', 'SafeQ js1.company.com.pfx'],
	);
	const cer = path.join(terminal.cwd, 'SafeQ js1.company.com.cer');
	const {stdout} = await run('openssl', [
		'x509',
		'-inform',
		'der',
		'-in',
		cer,
		'-noout',
		'-serial',
		'-ext',
		'subjectAltName',
		'-fingerprint',
		'-sha1',
	]);
	const [, serial = ''] = /Serial number +([0-9a-f]+)/.exec(preview) ?? [];
	t.true(stdout.toLowerCase().replaceAll(':', '').includes(`serial=${serial}`) && serial.length > 8, stdout);
	t.regex(
		stdout,
		/DNS:js1\.company\.com, DNS:js1, DNS:printsrv\.company\.com, DNS:\*\.print\.company\.com, IP Address:10\.20\.1\.30, IP Address:FD00:0:0:0:0:0:0:7/,
	);
	const [, thumbprint = '?'] = /Thumbprint +([0-9A-F]{40})/.exec(result) ?? [];
	t.true(stdout.replaceAll(':', '').includes(thumbprint));
	const pfx = path.join(terminal.cwd, 'SafeQ js1.company.com.pfx');
	await t.notThrowsAsync(run('openssl', ['pkcs12', '-in', pfx, '-noout', '-passin', `pass:${password}`]));
	terminal.press('q');
	await terminal.waitFor(/Leave without the password/);
	terminal.press('right', 'enter');
	const end = await terminal.exit();
	t.is(end.code, 0);
	t.regex(end.text, /SafeQ js1\.company\.com\.pfx/);
	t.true(end.text.includes(thumbprint));
	t.false(end.text.includes(password));
});

test('the program and the unattended run make the same certificate of a saved profile', async t => {
	const terminal = await open(t);
	await terminal.waitFor(ready);
	terminal.paste('b.company.com\n10.0.0.9\n');
	await terminal.waitFor(/pasted: 2 new/);
	terminal.press('ctrl+p');
	await terminal.waitFor(/the profile itself/);
	terminal.press('enter');
	await terminal.waitFor(/Changes in/);
	terminal.press('enter');
	await terminal.waitFor(/saved to/);
	terminal.press('ctrl+r');
	await terminal.waitFor(/Write these 2 files/);
	terminal.press('enter');
	await terminal.waitFor(/Made and proven/);
	terminal.press('q');
	await terminal.waitFor(/Leave without the password/);
	terminal.press('right', 'enter');
	await terminal.exit();
	const unattended = await runProgram(
		['-p', 'ssl.yaml', '--yes', '-o', 'out', '--generate-passwords', 'p.txt'],
		{
			cwd: terminal.cwd,
		},
	);
	t.is(unattended.code, 0, unattended.stderr);
	const fields = async (folder: string) => {
		const file = path.join(terminal.cwd, folder, 'SafeQ js1.company.com.cer');
		const names = [
			'-subject',
			'-issuer',
			'-ext',
			'subjectAltName,keyUsage,extendedKeyUsage,basicConstraints',
		];
		return (await run('openssl', ['x509', '-inform', 'der', '-in', file, '-noout', ...names])).stdout;
	};
	t.is(await fields('.'), await fields('out'));
	t.regex(await fields('.'), /DNS:b\.company\.com, IP Address:10\.0\.0\.9/);
});
