// Copying in the built program: the terminal is asked, the system's program gets it, and nothing keeps it.
import {chmod, mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {writeFiles} from '../program.js';
import {openTerminal, type TerminalOptions} from '../terminal.js';

const onPosix = process.platform === 'win32' ? test.skip : test;

const profile = `kind: ssl
subject: js1.company.com
friendlyName: SafeQ {commonName}
subjectAlternativeNames:
  - js1.company.com
`;

/** Keeps what it reads, and how it was called. */
const fakeXclip = '#!/bin/sh\ncat > "$HOME_OF_TEST/copied"\necho "$0" "$@" > "$HOME_OF_TEST/called"\n';

async function atResult(t: Parameters<typeof openTerminal>[0], env: TerminalOptions['env']) {
	const files = {'ssl.yaml': profile};
	const terminal = await openTerminal(t, ['-p', 'ssl.yaml'], {
		columns: 120,
		rows: 40,
		files,
		...(env && {env}),
	});
	await terminal.waitForInput();
	await terminal.waitFor(/Ctrl\+R shows everything/);
	terminal.press('ctrl+r');
	await terminal.waitFor(/Write these 2 files/);
	terminal.press('enter');
	const shown = /PASSWORD[^\n]*\n\s+(\S{24})\s[\s\S]*F1 keys/;
	const [, password = ''] = shown.exec(await terminal.waitFor(shown)) ?? [];
	return {terminal, password};
}

onPosix(
	'the password is copied by OSC 52 and by xclip, which gets it on its standard input alone',
	async t => {
		const folder = await mkdtemp(path.join(tmpdir(), 'copied-'));
		t.teardown(() => rm(folder, {recursive: true}));
		await writeFiles(folder, {xclip: fakeXclip});
		await chmod(path.join(folder, 'xclip'), 0o755);
		const {terminal, password} = await atResult(t, {
			PATH: `${folder}:${process.env.PATH ?? ''}`,
			DISPLAY: ':0',
			WAYLAND_DISPLAY: undefined,
			HOME_OF_TEST: folder,
		});
		terminal.press('p');
		await terminal.waitFor(/copied the password/);
		t.is(password.length, 24);
		t.true(terminal.output().includes(`\u001b]52;c;${Buffer.from(password).toString('base64')}\u0007`));
		t.is(await readFile(path.join(folder, 'copied'), 'utf8'), password);
		t.regex(await readFile(path.join(folder, 'called'), 'utf8'), /xclip -selection clipboard$/m);
		terminal.press('t');
		await terminal.waitFor(/copied the thumbprint/);
		t.regex(await readFile(path.join(folder, 'copied'), 'utf8'), /^[0-9A-F]{40}$/);
	},
);

onPosix('where nothing can copy, the screen says so', async t => {
	const {terminal} = await atResult(t, {TERM: 'linux', DISPLAY: undefined, WAYLAND_DISPLAY: undefined});
	terminal.press('p');
	await terminal.waitFor(/nothing here can copy: select the password with the mouse/);
	t.false(terminal.output().includes('\u001b]52'));
});
