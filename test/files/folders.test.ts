// Folders to write into, and folders that nobody wants certificates in.
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {createFolder, probeWritable} from '../../source/files/create-folder.js';
import {thisDisk} from '../../source/files/disk.js';
import {exists} from '../../source/files/exists.js';
import {removeFile} from '../../source/files/remove-file.js';
import {createSecretList, keepSecretList} from '../../source/files/secret-list.js';
import {unwantedFolder} from '../../source/files/unwanted-folder.js';
import {systemError, temporaryFolder} from './folder.js';

test('a folder is made with those above it, and an existing one is fine', async t => {
	const folder = await temporaryFolder(t);
	t.is(await createFolder(join(folder, 'a', 'b')), null);
	t.is(await createFolder(join(folder, 'a', 'b')), null);
	t.deepEqual(await readdir(join(folder, 'a')), ['b']);
});

test('a file in the way of a folder is said to be one', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'file'), '');
	t.like(await createFolder(join(folder, 'file')), {
		code: 'output-unwritable',
		message: 'this is a file, not a folder',
	});
	t.like(await createFolder(join(folder, 'file', 'below')), {code: 'output-unwritable'});
	t.like(await probeWritable(join(folder, 'file')), {code: 'output-unwritable'});
	t.like(await probeWritable(join(folder, 'file', 'below')), {code: 'output-unwritable'});
});

test('trying a folder out leaves nothing in it, and makes none', async t => {
	const folder = await temporaryFolder(t);
	t.is(await probeWritable(folder), null);
	t.is(await probeWritable(join(folder, 'missing', 'too')), null);
	t.deepEqual(await readdir(folder), []);
});

test('a folder on a read-only disk is found out before anything is made', async t => {
	const folder = await temporaryFolder(t);
	const disk = {...thisDisk(), open: async () => Promise.reject(systemError('EROFS'))};
	t.like(await probeWritable(join(folder, 'missing'), disk), {
		code: 'output-unwritable',
		message: 'the disk is read-only',
		place: {file: join(folder, 'missing')},
	});
});

test('a file exists, a folder exists, and what is missing or below a file does not', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'file'), '');
	t.true(await exists(folder));
	t.true(await exists(join(folder, 'file')));
	t.false(await exists(join(folder, 'missing')));
	t.false(await exists(join(folder, 'file', 'below')));
});

test('a file is removed, a folder never', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'file'), '');
	await mkdir(join(folder, 'folder'));
	t.is(await removeFile(join(folder, 'file')), null);
	t.like(await removeFile(join(folder, 'folder')), {severity: 'error'});
	t.like(await removeFile(join(folder, 'file')), {severity: 'error'});
	t.deepEqual(await readdir(folder), ['folder']);
});

test('a list of passwords stays as long as one of them opens something, and that it cannot be removed is said', async t => {
	const folder = await temporaryFolder(t);
	const list = join(folder, 'passwords.txt');
	await createSecretList(list, ['a.pfx\tsecret']);
	t.deepEqual(await keepSecretList(list, true), {list, problems: []});
	t.deepEqual(await readdir(folder), ['passwords.txt']);
	t.deepEqual(await keepSecretList(list, false), {list: null, problems: []});
	t.deepEqual(await readdir(folder), []);
	t.deepEqual(await keepSecretList(null, false), {list: null, problems: []});
	await mkdir(list);
	const {list: kept, problems} = await keepSecretList(list, false);
	t.is(kept, null);
	t.like(problems[0], {severity: 'error', hint: 'remove it yourself', place: {file: list}});
	t.regex(problems[0]?.message ?? '', /^the list of passwords, .*, could not be removed: /);
});

test('a list of passwords is never replaced, and the hint does not offer it', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'passwords.txt');
	t.deepEqual(await createSecretList(path, ['a.pfx\tone', 'b.pfx\ttwo']), []);
	const [problem, ...more] = await createSecretList(path, ['c.pfx\tthree']);
	t.deepEqual(more, []);
	t.like(problem, {severity: 'error', code: 'output-exists', message: 'file exists'});
	t.notRegex(problem?.hint ?? '', /--overwrite/);
	t.deepEqual(await readdir(folder), ['passwords.txt']);
});

test('folders of Windows, of installed programs, of web servers and of SafeQ get a warning', t => {
	for (const folder of [
		'C:\\Windows\\System32',
		'c:\\windows',
		'C:\\Program Files\\Some Tool',
		'C:\\Program Files (x86)\\Some Tool',
		'C:\\Users\\mary\\..\\..\\Windows\\Temp',
		'D:\\inetpub\\wwwroot',
		'D:\\YSoft SafeQ\\SPOC\\conf',
		'D:\\YSoft',
		'D:\\SafeQ6\\server',
		'\\\\srv01\\d$\\YSoft SafeQ 6\\conf',
	])
		t.like(unwantedFolder(folder, 'win32'), {severity: 'warning', code: 'output-unwanted-folder'}, folder);
	for (const folder of [
		'/',
		'/usr/bin',
		'/boot',
		'/var/www/html',
		'/opt/YSoft/conf',
		'/srv/../etc/../usr',
		'/home/mary/~/certs',
	])
		t.like(unwantedFolder(folder, 'linux'), {code: 'output-unwanted-folder'}, folder);
});

test('folders that people choose for certificates get none', t => {
	for (const folder of [
		'C:\\Users\\mary\\Documents',
		'D:\\SafeQ certificates',
		'D:\\YSoft SafeQ certificates',
		'C:\\Windows-certificates',
		'E:\\',
	])
		t.is(unwantedFolder(folder, 'win32'), null, folder);
	for (const folder of [
		'/root',
		'/home/mary/usr',
		'/etc/ssl/private',
		'/usr/local/etc',
		'/dev/shm',
		'/srv/safeq',
		'/srv/~old',
	])
		t.is(unwantedFolder(folder, 'linux'), null, folder);
});

test('a folder that cannot be made below one that is there is said to be so, in time', async t => {
	// Linux refuses new folders in /proc with ENOENT, as Windows does on a drive that is gone.
	const problem = process.platform === 'linux' ? await createFolder('/proc/nowhere/below') : null;
	t.is(problem?.code ?? 'output-unwritable', 'output-unwritable');
});
