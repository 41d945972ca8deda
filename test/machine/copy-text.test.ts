// The clipboard: programs of the system get the text on standard input, terminals in an escape sequence.
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {clipboardTools, copySequence, copyText, terminalCopies} from '../../source/machine/copy-text.js';

const onPosix = process.platform === 'win32' ? test.skip : test;

/** A program that keeps what it was given, and ends with `code`. */
async function fakeProgram(t: ExecutionContext, code: number) {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'copy-'));
	t.teardown(() => rm(folder, {recursive: true}));
	const file = path.join(folder, 'copy');
	await writeFile(
		file,
		`#!/bin/sh\ncat > '${folder}/stdin'\nprintf '%s\\n' "$@" > '${folder}/args'\nprintf %s "$LC_ALL" > '${folder}/locale'\nexit ${code}\n`,
	);
	await chmod(file, 0o755);
	const read = (name: string) => readFile(path.join(folder, name), 'utf8');
	return {file, read};
}

const tool = (file: string) => ({file, args: ['-selection', 'clipboard'], wantsUtf16: false});

onPosix(
	'the text goes to the standard input of the program, byte for byte, and never into its arguments',
	async t => {
		const fake = await fakeProgram(t, 0);
		t.true(await copyText('geheim ä 日\nzwei', [tool(fake.file)]));
		t.is(await fake.read('stdin'), 'geheim ä 日\nzwei');
		t.is(await fake.read('args'), '-selection\nclipboard\n');
		t.is(await fake.read('locale'), 'en_US.UTF-8');
	},
);

onPosix('a program that fails or is not there gives way to the next one', async t => {
	const broken = await fakeProgram(t, 1);
	const works = await fakeProgram(t, 0);
	t.true(await copyText('x', [tool('/no/such/program'), tool(broken.file), tool(works.file)]));
	t.is(await works.read('stdin'), 'x');
	t.false(await copyText('x', [tool('/no/such/program'), tool(broken.file)]));
	t.false(await copyText('x', []));
});

onPosix('clip.exe gets plain ASCII as it is, and everything else as UTF-16', async t => {
	const fake = await fakeProgram(t, 0);
	await copyText('AB12', [{...tool(fake.file), wantsUtf16: true}]);
	t.is(await fake.read('stdin'), 'AB12');
	await copyText('ä', [{...tool(fake.file), wantsUtf16: true}]);
	t.is(await fake.read('stdin'), '\u{fffd}\0');
});

test('every system has its own programs, Wayland before X11', t => {
	const files = (platform: NodeJS.Platform, env: Record<string, string>) =>
		clipboardTools(platform, env).map(({file, args}) => [file, ...args].join(' '));
	t.deepEqual(files('win32', {SystemRoot: 'D:\\Win'}), ['D:\\Win\\System32\\clip.exe']);
	t.deepEqual(files('darwin', {}), ['/usr/bin/pbcopy']);
	t.deepEqual(files('linux', {}), []);
	t.deepEqual(files('linux', {DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0'}), [
		'wl-copy',
		'xclip -selection clipboard',
	]);
});

test('a terminal is asked with OSC 52, in Base64 of UTF-8', t => {
	t.is(copySequence('pä'), '\u001b]52;c;cMOk\u0007');
});

test('terminals without a clipboard are not asked', t => {
	t.true(terminalCopies({TERM: 'xterm-256color'}));
	t.false(terminalCopies({TERM: 'linux'}));
	t.false(terminalCopies({TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}));
});
