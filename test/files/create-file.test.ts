// createFile: complete or absent, never over another file.
import {chmod, link, mkdir, readdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {createFile} from '../../source/files/create-file.js';
import {type Disk, thisDisk} from '../../source/files/disk.js';
import {systemError, temporaryFolder} from './folder.js';

const onPosix = process.platform === 'win32' ? test.skip : test;
const bytes = Buffer.from('the bytes of a PFX');
const secret = {secret: true, overwrite: false};
const replacing = {secret: true, overwrite: true};

const withoutLinks: Disk = {...thisDisk(), link: async () => Promise.reject(systemError('EPERM'))};
const disks: readonly (readonly [string, Disk])[] = [
	['with hard links', thisDisk()],
	['without hard links', withoutLinks],
];

for (const [name, disk] of disks) {
	test(`${name}: a new file holds the bytes, and nothing else is left in the folder`, async t => {
		const folder = await temporaryFolder(t);
		t.deepEqual(await createFile(join(folder, 'a.pfx'), bytes, secret, disk), []);
		t.deepEqual(await readdir(folder), ['a.pfx']);
		t.deepEqual(await readFile(join(folder, 'a.pfx')), bytes);
	});

	test(`${name}: an existing file is not replaced`, async t => {
		const folder = await temporaryFolder(t);
		await writeFile(join(folder, 'a.pfx'), 'old');
		const [problem] = await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
		t.is(problem?.code, 'output-exists');
		t.is(problem?.severity, 'error');
		t.is(problem?.place?.file, join(folder, 'a.pfx'));
		t.is(await readFile(join(folder, 'a.pfx'), 'utf8'), 'old');
		t.deepEqual(await readdir(folder), ['a.pfx']);
	});

	test(`${name}: a file that appears while ours is written stays as it is`, async t => {
		const folder = await temporaryFolder(t);
		const path = join(folder, 'a.pfx');
		const late: Disk = {
			...disk,
			link: async (from, to) => {
				await writeFile(path, 'faster');
				return disk.link(from, to);
			},
		};
		const problems = await createFile(path, bytes, secret, late);
		t.deepEqual(
			problems.map(each => each.code),
			['output-exists'],
		);
		t.is(await readFile(path, 'utf8'), 'faster');
		t.deepEqual(await readdir(folder), ['a.pfx']);
	});

	test(`${name}: of twenty writers of one name one wins, and its bytes are the ones that stay`, async t => {
		const folder = await temporaryFolder(t);
		const path = join(folder, 'a.pfx');
		const contents = Array.from({length: 20}, (_, index) => Buffer.alloc(20_000, index + 1));
		const results = await Promise.all(contents.map(each => createFile(path, each, secret, disk)));
		const winners = contents.filter((_, index) => results[index]?.length === 0);
		t.is(winners.length, 1);
		t.deepEqual(await readFile(path), winners[0]);
		t.is(results.flat().filter(each => each.code === 'output-exists').length, 19);
		t.deepEqual(await readdir(folder), ['a.pfx']);
	});

	onPosix(`${name}: only the owner can read a secret, whatever the umask`, async t => {
		const folder = await temporaryFolder(t);
		await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
		await createFile(join(folder, 'a.pfx'), bytes, replacing, disk);
		await createFile(join(folder, 'a.cer'), bytes, {secret: false, overwrite: false}, disk);
		t.is((await stat(join(folder, 'a.pfx'))).mode & 0o777, 0o600);
		t.is((await stat(join(folder, 'a.cer'))).mode & 0o777, 0o666 & ~process.umask());
	});
}

test('with overwrite an existing file is replaced as a whole', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'a.pfx'), 'old and much longer than the bytes of a PFX');
	await chmod(join(folder, 'a.pfx'), 0o644);
	t.deepEqual(await createFile(join(folder, 'a.pfx'), bytes, replacing), []);
	t.deepEqual(await readFile(join(folder, 'a.pfx')), bytes);
	t.deepEqual(await readdir(folder), ['a.pfx']);
});

onPosix('with overwrite a link is replaced, not the file that it points to', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'elsewhere'), 'precious');
	await symlink('elsewhere', join(folder, 'a.pfx'));
	t.deepEqual(await createFile(join(folder, 'a.pfx'), bytes, replacing), []);
	t.is(await readFile(join(folder, 'elsewhere'), 'utf8'), 'precious');
	t.deepEqual(await readFile(join(folder, 'a.pfx')), bytes);
});

onPosix('a link to nothing counts as an existing file', async t => {
	const folder = await temporaryFolder(t);
	await symlink('nowhere', join(folder, 'a.pfx'));
	const problems = await createFile(join(folder, 'a.pfx'), bytes, secret);
	t.is(problems[0]?.code, 'output-exists');
	t.deepEqual(await readdir(folder), ['a.pfx']);
});

test('a folder of that name is not replaced, with or without overwrite', async t => {
	const folder = await temporaryFolder(t);
	await mkdir(join(folder, 'a.pfx'));
	t.is((await createFile(join(folder, 'a.pfx'), bytes, secret))[0]?.code, 'output-exists');
	t.is((await createFile(join(folder, 'a.pfx'), bytes, replacing))[0]?.code, 'output-unwritable');
	t.deepEqual(await readdir(folder), ['a.pfx']);
});

test('a missing folder and a file in place of the folder are said plainly', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'file'), '');
	const [missing, ...more] = await createFile(join(folder, 'missing', 'a.pfx'), bytes, secret);
	t.is(missing?.message, 'the folder does not exist');
	t.deepEqual(more, []);
	const parent = await createFile(join(folder, 'file', 'a.pfx'), bytes, secret);
	t.deepEqual(
		parent.map(each => each.code),
		['output-unwritable'],
	);
});

test('a name that is too long for the disk leaves nothing', async t => {
	const folder = await temporaryFolder(t);
	const [problem] = await createFile(join(folder, `${'a'.repeat(300)}.pfx`), bytes, secret);
	t.is(problem?.code, 'output-unwritable');
	t.deepEqual(await readdir(folder), []);
});

test('when the flush fails, the file is not there', async t => {
	const folder = await temporaryFolder(t);
	const disk: Disk = {
		...thisDisk(),
		open: async (...args) => {
			const handle = await thisDisk().open(...args);
			handle.sync = async () => Promise.reject(systemError('EIO'));
			return handle;
		},
	};
	const problems = await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
	t.deepEqual(
		problems.map(each => each.message),
		['the disk reports an error'],
	);
	t.deepEqual(await readdir(folder), []);
});

test('a disk that cannot flush still gets its file', async t => {
	const folder = await temporaryFolder(t);
	const disk: Disk = {
		...thisDisk(),
		open: async (...args) => {
			const handle = await thisDisk().open(...args);
			handle.sync = async () => Promise.reject(systemError('EINVAL'));
			return handle;
		},
	};
	t.deepEqual(await createFile(join(folder, 'a.pfx'), bytes, secret, disk), []);
	t.deepEqual(await readdir(folder), ['a.pfx']);
});

test('without hard links, a failing rename gives the claimed name back', async t => {
	const folder = await temporaryFolder(t);
	const disk: Disk = {...withoutLinks, rename: async () => Promise.reject(systemError('EIO'))};
	t.is((await createFile(join(folder, 'a.pfx'), bytes, secret, disk))[0]?.code, 'output-unwritable');
	t.deepEqual(await readdir(folder), []);
});

test('a virus scanner that holds the file for a moment is waited for', async t => {
	const folder = await temporaryFolder(t);
	let held = 2;
	const disk: Disk = {
		...thisDisk(),
		tries: 10,
		rename: async (from, to) =>
			held-- > 0 ? Promise.reject(systemError('EBUSY')) : thisDisk().rename(from, to),
	};
	await writeFile(join(folder, 'a.pfx'), 'old');
	t.deepEqual(await createFile(join(folder, 'a.pfx'), bytes, replacing, disk), []);
	t.deepEqual(await readFile(join(folder, 'a.pfx')), bytes);
});

test('a temporary file that cannot be removed is named, for it holds the key too', async t => {
	const folder = await temporaryFolder(t);
	const disk: Disk = {...thisDisk(), rm: async () => Promise.reject(systemError('EBUSY'))};
	const [problem, ...more] = await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
	t.deepEqual(more, []);
	t.is(problem?.code, 'output-leftover');
	t.is(problem?.severity, 'warning');
	t.true((await readdir(folder)).some(name => problem?.hint?.includes(name)));
	t.deepEqual(await readFile(join(folder, 'a.pfx')), bytes);
});

test('on Windows the rights are narrowed while the file is still empty', async t => {
	const folder = await temporaryFolder(t);
	const sizes: number[] = [];
	const disk: Disk = {
		...thisDisk(),
		restrict: async path => {
			sizes.push((await stat(path)).size);
		},
	};
	t.deepEqual(await createFile(join(folder, 'a.pfx'), bytes, secret, disk), []);
	t.deepEqual(await createFile(join(folder, 'a.cer'), bytes, {secret: false, overwrite: false}, disk), []);
	t.deepEqual(sizes, [0]);
	t.deepEqual((await readdir(folder)).sort(), ['a.cer', 'a.pfx']);
});

test('on Windows a secret whose rights cannot be set is not written', async t => {
	const folder = await temporaryFolder(t);
	const disk: Disk = {...thisDisk(), restrict: async () => Promise.reject(new Error('exit code 1'))};
	const problems = await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
	t.deepEqual(
		problems.map(each => [each.severity, each.code]),
		[['error', 'output-unprotected']],
	);
	t.deepEqual(await readdir(folder), []);
});

onPosix('a disk that keeps no access rights is warned about', async t => {
	const folder = await temporaryFolder(t);
	const disk: Disk = {
		...thisDisk(),
		open: async (path, flags) => thisDisk().open(path, flags, 0o644),
	};
	const problems = await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
	t.deepEqual(
		problems.map(each => [each.severity, each.code]),
		[['warning', 'output-unprotected']],
	);
	t.deepEqual(await readdir(folder), ['a.pfx']);
});

onPosix('the place is taken by a hard link, so nothing can be replaced between look and write', async t => {
	const folder = await temporaryFolder(t);
	const calls: string[] = [];
	const disk: Disk = {
		...thisDisk(),
		link: async (from, to) => {
			calls.push('link');
			return link(from, to);
		},
		rename: async () => {
			calls.push('rename');
		},
	};
	await createFile(join(folder, 'a.pfx'), bytes, secret, disk);
	t.deepEqual(calls, ['link']);
});
