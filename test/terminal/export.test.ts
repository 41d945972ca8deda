// `profiles export` where its output goes: what Windows PowerShell would spoil is said, and only there.
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {PassThrough} from 'node:stream';
import test from 'ava';
import {command} from '../../source/terminal/commands/profiles.js';
import type {Console} from '../../source/terminal/console.js';
import {withFolder} from '../program.js';

const profileOf = (company: string) =>
	`kind: signing\nsubject: CN=Signing, O=${company}\nfriendlyName: Signing\n`;

/** Exports a profile with this company on a system; returns the exit code and both outputs. */
function exported(company: string, platform: NodeJS.Platform, more: {isTTY?: boolean; out?: string} = {}) {
	return withFolder(async cwd => {
		const file = path.join(cwd, 'a.yaml');
		await writeFile(file, profileOf(company));
		const stdout: Console['stdout'] = Object.assign(new PassThrough(), {isTTY: more.isTTY === true});
		const stderr = new PassThrough();
		const console: Console = {stdin: new PassThrough(), stdout, stderr, env: {}, cwd, platform};
		const out = more.out === undefined ? [] : ['--out', path.join(cwd, more.out)];
		const code = await command.run(['export', file, ...out], console, cwd);
		return {code, stdout: String((stdout as PassThrough).read()), stderr: String(stderr.read() ?? '')};
	});
}

test('letters that Windows PowerShell would garble on their way into a file are warned of', async t => {
	const {code, stdout, stderr} = await exported('Škoda', 'win32');
	t.is(code, 0);
	t.regex(stdout, /O=Škoda/);
	t.regex(
		stderr,
		/warning: .*Windows PowerShell writes them wrongly .*\[output-encoding\]\n {2}hint: use --out/,
	);
});

test('nothing is said where they arrive: on a screen, in a file of ours, on other systems, and for ASCII', async t => {
	const warned = async (...args: Parameters<typeof exported>) => (await exported(...args)).stderr;
	t.is(await warned('Škoda', 'win32', {isTTY: true}), '');
	t.is(await warned('Škoda', 'win32', {out: 'b.yaml'}), '');
	t.is(await warned('Škoda', 'linux'), '');
	t.is(await warned('Company', 'win32'), '');
});
