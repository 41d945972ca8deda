// A PFX that openssl made is looked at and made again; openssl confirms the names.
import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {openTerminal} from '../terminal.js';

const run = promisify(execFile);

const names = 'DNS:js7.company.com,DNS:*.print.company.com,IP:10.20.1.17';

test('open a PFX, see what is in it, make one like it, write: openssl confirms the names', async t => {
	const terminal = await openTerminal(t, [], {columns: 120, rows: 50});
	await terminal.waitForInput();
	const at = (name: string) => path.join(terminal.cwd, name);
	const subject = ['-subj', '/CN=js7.company.com', '-addext', `subjectAltName=${names}`];
	const usages = ['-addext', 'extendedKeyUsage=serverAuth', '-addext', 'keyUsage=digitalSignature'];
	const output = ['-nodes', '-keyout', at('key.pem'), '-out', at('cert.pem'), '-days', '30'];
	await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...output, ...subject, ...usages]);
	const input = ['-inkey', at('key.pem'), '-in', at('cert.pem'), '-name', 'SSL js7'];
	await run('openssl', [
		'pkcs12',
		'-export',
		...input,
		'-out',
		at('old.pfx'),
		'-passout',
		'pass:Old-Secret-77',
	]);

	await terminal.waitFor(/A file or server to look at/);
	terminal.paste('old.pfx');
	await terminal.waitFor(/Path or host {2}old\.pfx/);
	terminal.press('enter');
	await terminal.waitFor(/Its password/);
	terminal.paste('Old-Secret-77');
	await terminal.waitFor(/Its password {2}•{13}/);
	terminal.press('enter');
	// The footer is the last row that is drawn.
	const seen = await terminal.waitFor(/Certificate 1 of 1: SSL js7[\s\S]*Enter make one like it/);
	t.regex(seen, /Opened by/);
	t.regex(seen, /IP Address=10\.20\.1\.17/);
	terminal.press('enter');
	await terminal.waitFor(/it may issue certificates[\s\S]*Ctrl\+R review/);
	terminal.paste('js8.company.com\nprint8.company.com\n');
	await terminal.waitFor(/pasted: 2 new/);
	terminal.press('ctrl+r');
	const review = await terminal.waitFor(/Write these 2 files[\s\S]*Enter confirm/);
	t.regex(review, /COMPARED WITH old\.pfx/);
	t.regex(review, /\+ DNS Name=js8\.company\.com/);
	t.regex(review, /3 names stay/);
	terminal.press('enter');
	const result = await terminal.waitFor(/Made and proven to work[\s\S]*F1 keys/);
	const [, password = ''] = /PASSWORD[^\n]*\n\s+(\S{24})/.exec(result) ?? [];
	const [, file = ''] = /(\S[^\n]*)\.pfx/.exec(result.replaceAll(/ {2,}/g, '\n')) ?? [];
	t.not(file, '');
	const {stdout: certificate} = await run('openssl', [
		'pkcs12',
		'-in',
		at(`${path.basename(file)}.pfx`),
		'-nokeys',
		'-passin',
		`pass:${password}`,
	]);
	const child = run('openssl', ['x509', '-noout', '-ext', 'subjectAltName']);
	child.child.stdin?.end(certificate);
	const {stdout} = await child;
	t.regex(
		stdout,
		/DNS:js7\.company\.com, DNS:\*\.print\.company\.com, IP Address:10\.20\.1\.17, DNS:js8\.company\.com, DNS:print8\.company\.com/,
	);
	terminal.press('q');
	await terminal.waitFor(/Leave without the password/);
	terminal.press('right', 'enter');
	const end = await terminal.exit();
	t.is(end.code, 0);
	t.false(terminal.output().includes('Old-Secret-77'));
});
