// `profiles export` where PowerShell may stand behind standard output.
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {PassThrough} from 'node:stream';
import test, {type ExecutionContext} from 'ava';
import {command} from '../../source/terminal/commands/profiles.js';
import {temporaryFolder} from '../files/folder.js';

/** What goes to the two streams when a profile with this friendly name is exported. */
async function exported(t: ExecutionContext, friendlyName: string, platform: NodeJS.Platform) {
	const cwd = await temporaryFolder(t);
	const file = path.join(cwd, 'a.yaml');
	await writeFile(file, `kind: signing\nsubject: YSoft SafeQ\nfriendlyName: ${friendlyName}\n`);
	const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
	const code = await command(['export', file], {stdin, stdout, stderr, env: {}, cwd, platform}, cwd);
	return {code, text: String(stdout.read()), said: String(stderr.read() ?? '')};
}

test('on Windows, letters that PowerShell would write wrongly are warned about; the profile comes all the same', async t => {
	const {code, text, said} = await exported(t, 'Tiskový server', 'win32');
	t.is(code, 0);
	t.true(text.includes('friendlyName: Tiskový server\n'));
	t.regex(said, /PowerShell writes them wrongly.*\[output-encoding\]\n.*use --out FILE/);
});

test('nothing is said of ASCII, nor on other systems', async t => {
	t.is((await exported(t, 'Print server', 'win32')).said, '');
	t.is((await exported(t, 'Tiskový server', 'linux')).said, '');
});
