// The files of one certificate appear together or not at all.
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {createFiles} from '../../source/files/create-files.js';
import {thisDisk} from '../../source/files/disk.js';
import {withFolder} from '../program.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const pair = (folder: string) => [
	{path: path.join(folder, 'a.pfx'), bytes: bytes('pfx'), secret: true},
	{path: path.join(folder, 'a.cer'), bytes: bytes('cer'), secret: false},
];

test('all files of a certificate are written, and nothing else is left', async t => {
	await withFolder(async folder => {
		t.deepEqual(await createFiles(pair(folder), false), []);
		t.deepEqual((await readdir(folder)).sort(), ['a.cer', 'a.pfx']);
	});
});

test('when the second file appeared meanwhile, the first is taken back and the other one is kept', async t => {
	await withFolder(async folder => {
		await writeFile(path.join(folder, 'a.cer'), 'of somebody else');
		const problems = await createFiles(pair(folder), false);
		t.deepEqual(
			problems.map(each => each.code),
			['output-exists'],
		);
		t.deepEqual(await readdir(folder), ['a.cer']);
		t.is(await readFile(path.join(folder, 'a.cer'), 'utf8'), 'of somebody else');
	});
});

test('a disk that fills up at the second file leaves neither', async t => {
	await withFolder(async folder => {
		let opened = 0;
		const disk = thisDisk();
		const open: typeof disk.open = (...args) => {
			opened += 1;
			if (opened === 2) throw Object.assign(new Error('full'), {code: 'ENOSPC'});
			return disk.open(...args);
		};
		const problems = await createFiles(pair(folder), false, {...disk, open});
		t.deepEqual(
			problems.map(each => each.code),
			['disk-full'],
		);
		t.deepEqual(await readdir(folder), []);
	});
});

test('with overwrite both are replaced', async t => {
	await withFolder(async folder => {
		for (const {path: file} of pair(folder)) await writeFile(file, 'old');
		t.deepEqual(await createFiles(pair(folder), true), []);
		t.is(await readFile(path.join(folder, 'a.pfx'), 'utf8'), 'pfx');
	});
});

test('a folder under the name of a file is an error and stays', async t => {
	await withFolder(async folder => {
		await mkdir(path.join(folder, 'a.cer'));
		const problems = await createFiles(pair(folder), true);
		t.deepEqual(
			problems.map(each => each.severity),
			['error'],
		);
		t.true((await readdir(folder)).includes('a.cer'));
	});
});

test('with overwrite, when one cannot be replaced, the others are as they were before', async t => {
	await withFolder(async folder => {
		await writeFile(path.join(folder, 'a.pfx'), 'old');
		await mkdir(path.join(folder, 'a.cer'));
		const problems = await createFiles(pair(folder), true);
		t.deepEqual(
			problems.map(each => each.message),
			['a folder has this name'],
		);
		t.is(await readFile(path.join(folder, 'a.pfx'), 'utf8'), 'old');
		t.deepEqual((await readdir(folder)).sort(), ['a.cer', 'a.pfx']);
	});
});

test('with overwrite, when one cannot be replaced, what was not there before is gone again', async t => {
	await withFolder(async folder => {
		await mkdir(path.join(folder, 'a.cer'));
		await createFiles(pair(folder), true);
		t.deepEqual(await readdir(folder), ['a.cer']);
	});
});

test('on a disk without hard links both are written, and nothing else is left', async t => {
	await withFolder(async folder => {
		const disk = {
			...thisDisk(),
			link: async () => Promise.reject(Object.assign(new Error('no links'), {code: 'ENOTSUP'})),
		};
		t.deepEqual(await createFiles(pair(folder), false, disk), []);
		t.deepEqual(await createFiles(pair(folder), true, disk), []);
		t.deepEqual((await readdir(folder)).sort(), ['a.cer', 'a.pfx']);
	});
});
