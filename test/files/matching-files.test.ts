// What `*.pfx` stands for: Windows' shells leave that to the program.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {matchingFiles} from '../../source/files/matching-files.js';
import {temporaryFolder} from './folder.js';

test('on Windows a pattern stands for the files that are like it, whatever the case of their letters', async t => {
	const cwd = await temporaryFolder(t);
	const names = ['b.PFX', 'a.pfx', 'a.pfx.bak', 'a+b.cer', 'č.pfx'];
	for (const name of names) await writeFile(path.join(cwd, name), '');
	await mkdir(path.join(cwd, 'folder.pfx'));
	await mkdir(path.join(cwd, 'js1'));
	await writeFile(path.join(cwd, 'js1', 'ssl.pfx'), '');
	const found = (word: string) => matchingFiles([word], {cwd, platform: 'win32'});
	t.deepEqual(await found('*.pfx'), ['a.pfx', 'b.PFX', 'č.pfx']);
	t.deepEqual(await found('?.pfx'), ['a.pfx', 'b.PFX', 'č.pfx']);
	t.deepEqual(await found('a+?.cer'), ['a+b.cer']);
	t.deepEqual(await found('js1/s*'), ['js1/ssl.pfx']);
});

test('a name, a pattern that nothing is like, and every word on other systems stay as they are', async t => {
	const cwd = await temporaryFolder(t);
	await writeFile(path.join(cwd, 'a.pfx'), '');
	const onWindows = {cwd, platform: 'win32'} as const;
	t.deepEqual(await matchingFiles(['a.pfx'], onWindows), ['a.pfx']);
	t.deepEqual(await matchingFiles(['*.company.com'], onWindows), ['*.company.com']);
	t.deepEqual(await matchingFiles(['no/such/*.pfx'], onWindows), ['no/such/*.pfx']);
	t.deepEqual(await matchingFiles(['https://js1:5000/?x'], onWindows), ['https://js1:5000/?x']);
	t.deepEqual(await matchingFiles(['*.pfx'], {cwd, platform: 'linux'}), ['*.pfx']);
});
