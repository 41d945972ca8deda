// A whole group in the built program: its servers are pasted, and leaving while it is written leaves whole files.
import {readdir} from 'node:fs/promises';
import test from 'ava';
import {openTerminal} from '../terminal.js';

const group = (key: string) => `kind: ssl
key: ${key}
friendlyName: SafeQ {commonName}
certificates:
  - {subject: js1.company.com, subjectAlternativeNames: [js1.company.com, js1]}
  - {subject: js2.company.com, subjectAlternativeNames: [js2.company.com, js2]}
`;

test('pasted servers are written, the one that was taken out is not', async t => {
	const files = {'g.yaml': group('ecdsa-p256')};
	const terminal = await openTerminal(t, ['-p', 'g.yaml'], {columns: 100, rows: 40, files});
	await terminal.waitForInput();
	await terminal.waitFor(/2 CERTIFICATES/);
	terminal.press('delete');
	await terminal.waitFor(/js1\.company\.com is taken out/);
	terminal.paste('srv7.company.com\nsrv8.company.com\n');
	await terminal.waitFor(/3 CERTIFICATES[\s\S]*2 new/);
	terminal.press('ctrl+r');
	t.regex(await terminal.waitFor(/Write these 7 files/), /new +passwords .*\.txt/);
	terminal.press('enter');
	await terminal.waitFor(/All 3 made/);
	t.deepEqual(
		(await readdir(terminal.cwd)).filter(each => each.endsWith('.pfx')),
		['SafeQ js2.company.com.pfx', 'SafeQ srv7.company.com.pfx', 'SafeQ srv8.company.com.pfx'],
	);
	terminal.press('q');
	const end = await terminal.exit();
	t.is(end.code, 0);
	t.regex(end.text, /SafeQ js2[\s\S]*SafeQ srv7[\s\S]*SafeQ srv8[\s\S]*Passwords: .*passwords/);
});

test('Ctrl+C while slow keys are made leaves with 130, and no part of a file', async t => {
	const files = {'g.yaml': group('rsa-4096')};
	const terminal = await openTerminal(t, ['-p', 'g.yaml'], {columns: 100, rows: 40, files});
	await terminal.waitForInput();
	await terminal.waitFor(/2 CERTIFICATES/);
	terminal.press('ctrl+r');
	await terminal.waitFor(/Write these 5 files/);
	terminal.press('enter');
	await terminal.waitFor(/Making and proving/);
	terminal.press('ctrl+c');
	const end = await terminal.exit();
	t.is(end.code, 130);
	t.true(end.isAlternateScreenLeft);
	const left = (await readdir(terminal.cwd)).filter(each => each !== 'g.yaml');
	const made = left.filter(each => each.endsWith('.pfx'));
	t.is(left.length, made.length === 0 ? 0 : 2 * made.length + 1, left.join());
	for (const each of made) t.true(end.text.includes(each), each);
});
