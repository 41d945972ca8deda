// A folder with all that are below it.
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {foldersBelow} from '../../source/files/folders-below.js';
import {temporaryFolder} from './folder.js';

test('folders are listed in order, each before those below it, without hidden and installed ones', async t => {
	const folder = await temporaryFolder(t);
	for (const each of ['b/z', 'b/a/.hidden', 'a', '.git/x', 'node_modules/x'])
		await mkdir(join(folder, each), {recursive: true});
	t.deepEqual(await foldersBelow(folder), {
		folders: [[], ['a'], ['b'], ['b', 'a'], ['b', 'z']],
		problems: [],
	});
});

test('a folder that cannot be listed is said, not left out', async t => {
	const folder = join(await temporaryFolder(t), 'none');
	const {problems} = await foldersBelow(folder);
	t.like(problems[0], {code: 'profile-unreadable', severity: 'error', place: {file: folder}});
});
