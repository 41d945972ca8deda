// What may be extended: a shipped profile or a file beside this one, and nothing that is elsewhere or is no file.
import test from 'ava';
import {extendsTarget} from '../../source/profile/extends.js';
import {loadProfile} from '../../source/profile/load.js';
import {memoryDisk, noFolders} from './disks.js';

const place = {file: 'a/own.yaml', line: 1, column: 10};

test('a word is the name of a shipped profile, all else is a path relative to the file', t => {
	t.deepEqual(extendsTarget('ssl', 'a/own.yaml', place), {by: 'name', name: 'ssl'});
	t.deepEqual(extendsTarget('base.yaml', 'a/own.yaml', place), {by: 'path', file: 'a/base.yaml'});
	t.deepEqual(extendsTarget('base.YML', 'a/own.yaml', place), {by: 'path', file: 'a/base.YML'});
	t.deepEqual(extendsTarget('..\\base.yaml', 'a/own.yaml', place), {by: 'path', file: 'base.yaml'});
});

test('absolute paths, drives, networks, devices, streams and addresses are refused', t => {
	const refused = [
		'/base.yaml',
		'\\base.yaml',
		'//server/share/base.yaml',
		'\\\\server\\share\\base.yaml',
		'\\\\?\\C:\\base.yaml',
		'\\\\.\\pipe\\base.yaml',
		'C:\\base.yaml',
		'c:base.yaml',
		'base.yaml::$DATA',
		'NUL',
		'con.yaml',
		'a/COM1/base.yaml',
		'lpt¹.yaml',
		'aux .yaml',
		'https://company.com/base.yaml',
		'file:base.yaml',
		'../../etc/passwd',
		'base.yaml\0',
		'base\n.yaml',
	];
	for (const written of refused)
		t.like(extendsTarget(written, 'a/own.yaml', place), {code: 'extends-path', place}, written);
});

test('names that only begin like a device are files', t => {
	t.deepEqual(extendsTarget('console.yaml', 'own.yaml', place), {by: 'path', file: 'console.yaml'});
	t.deepEqual(extendsTarget('null.yaml', 'own.yaml', place), {by: 'path', file: 'null.yaml'});
	t.deepEqual(extendsTarget('com10.yaml', 'own.yaml', place), {by: 'path', file: 'com10.yaml'});
});

test('a profile of the same name as a shipped one can extend it', async t => {
	const disk = memoryDisk({
		'profiles/ssl.yaml': 'extends: ssl\nsubject: own\n',
		'shipped/ssl.yaml': 'kind: ssl\n',
	});
	const {profile, problems} = await loadProfile('ssl', noFolders, disk);
	t.deepEqual(problems, []);
	t.is(profile?.entries[0]?.kind?.value, 'ssl');
	t.is(profile?.entries[0]?.subject?.value, 'own');
});

test('an endless chain through ever new paths ends', async t => {
	const disk = memoryDisk({});
	const endless = {...disk, read: async () => new TextEncoder().encode('extends: loop/own.yaml\n')};
	const {profile, problems} = await loadProfile('./own.yaml', noFolders, endless);
	t.is(profile, null);
	t.deepEqual(
		problems.map(each => each.code),
		['extends-circle'],
	);
});
