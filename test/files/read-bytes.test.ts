// readBytes: whole files up to a limit, and no hanging on what is no file.
import {execFile, execFileSync} from 'node:child_process';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {promisify} from 'node:util';
import test from 'ava';
import {profileDisk} from '../../source/files/profile-disk.js';
import {maxProfileBytes} from '../../source/profile/disk.js';
import {readBytes} from '../../source/files/read-bytes.js';
import {readSecretFile} from '../../source/files/read-secret.js';
import {temporaryFolder} from './folder.js';

const onPosix = process.platform === 'win32' ? test.skip : test;
const onLinux = process.platform === 'linux' ? test : test.skip;

async function codeOf(path: string, limit = 1000): Promise<string> {
	const result = await readBytes(path, limit);
	return result instanceof Uint8Array ? `${result.length} bytes` : result.code;
}

test('a file comes back byte by byte, also when it is exactly as large as the limit', async t => {
	const path = join(await temporaryFolder(t), 'file');
	for (const size of [0, 1, 65_535, 65_536, 65_537, 300_000]) {
		const bytes = Buffer.from(Array.from({length: size}, (_, index) => index % 251));
		await writeFile(path, bytes);
		const read = await readBytes(path, size);
		t.true(read instanceof Uint8Array && Buffer.from(read).equals(bytes), `${size} bytes`);
	}
});

test('a file above the limit is a problem that names the limit', async t => {
	const path = join(await temporaryFolder(t), 'file');
	await writeFile(path, Buffer.alloc(1025));
	const result = await readBytes(path, 1024);
	t.like(result, {code: 'file-too-large', message: 'the file is larger than 1 KiB', place: {file: path}});
});

test('a missing file and a folder are told apart', async t => {
	const folder = await temporaryFolder(t);
	t.is(await codeOf(join(folder, 'missing')), 'file-not-found');
	t.like(await readBytes(folder, 10), {code: 'file-unreadable', message: 'this is a folder, not a file'});
	await writeFile(join(folder, 'file'), '');
	t.is(await codeOf(join(folder, 'file', 'below')), 'file-unreadable');
});

test('a path that no system takes is a problem, not a crash', async t => {
	for (const path of ['', '\0', 'a\0b', 'x'.repeat(5000)]) t.regex(await codeOf(path), /^file-/);
});

onPosix('a device that never ends and a pipe that nobody writes to are refused at once', async t => {
	const pipe = join(await temporaryFolder(t), 'pipe');
	execFileSync('mkfifo', [pipe]);
	t.is(await codeOf('/dev/zero'), 'file-unreadable');
	t.is(await codeOf('/dev/tty'), 'file-unreadable');
	t.is(await codeOf(pipe), 'file-unreadable');
});

/** A password file of a shell, with less patience. */
const pipes = {
	missing: 'password-unreadable',
	unreadable: 'password-unreadable',
	tooLarge: 'password-unreadable',
	pipeMilliseconds: 300,
} as const;

onPosix('a named pipe is read to its end, when its writer comes later as well', async t => {
	const pipe = join(await temporaryFolder(t), 'pipe');
	execFileSync('mkfifo', [pipe]);
	const reading = readSecretFile(pipe);
	await setTimeout(200);
	const writer = 'exec > "$0"; sleep 0.1; printf a; sleep 0.1; echo bc';
	await promisify(execFile)('sh', ['-c', writer, pipe], {timeout: 30_000});
	t.is(await reading, 'abc');
});

onPosix(
	'a named pipe to which nobody writes is a problem after the deadline, and at once when aborted',
	async t => {
		const pipe = join(await temporaryFolder(t), 'pipe');
		execFileSync('mkfifo', [pipe]);
		t.like(await readBytes(pipe, 100, pipes), {message: 'the pipe gave no end in time', place: {file: pipe}});
		const start = Date.now();
		const patient = {...pipes, pipeMilliseconds: 60_000};
		const read = await readBytes(pipe, 100, patient, AbortSignal.timeout(100));
		t.false(read instanceof Uint8Array);
		t.true(Date.now() - start < 10_000);
	},
);

onPosix('an empty pipe of a shell has ended: nobody else can write to it', async t => {
	const module = new URL('../../source/files/read-secret.js', import.meta.url).href;
	const script = `import {readSecretFile} from '${module}';
console.log(JSON.stringify(await readSecretFile('/dev/stdin')));`;
	const run = promisify(execFile)(
		'sh',
		['-c', ': | "$0" --input-type=module -e "$1"', process.execPath, script],
		{timeout: 30_000},
	);
	t.is((await run).stdout, '""\n');
});

onPosix('a link is followed, and a circle of links is a problem', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'file'), 'abc');
	await symlink('file', join(folder, 'link'));
	await symlink('circle', join(folder, 'circle'));
	t.is(await codeOf(join(folder, 'link')), '3 bytes');
	t.is(await codeOf(join(folder, 'circle')), 'file-unreadable');
});

onLinux('a file that says it is empty and is not is read all the same', async t => {
	t.not(await codeOf('/proc/self/status', 100_000), '0 bytes');
});

test('profiles have their own codes, and the limit that is asked for', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'a.yaml');
	await writeFile(path, 'kind: ssl');
	t.deepEqual(
		Buffer.from((await profileDisk.read(path, maxProfileBytes)) as Uint8Array).toString(),
		'kind: ssl',
	);
	await writeFile(path, Buffer.alloc(maxProfileBytes + 1));
	t.like(await profileDisk.read(path, maxProfileBytes), {
		code: 'file-too-large',
		message: 'the file is larger than 1 MiB',
	});
	t.like(await profileDisk.read(join(folder, 'b.yaml'), maxProfileBytes), {code: 'profile-not-found'});
	t.like(await profileDisk.read(folder, maxProfileBytes), {code: 'profile-unreadable'});
});

test('a folder is listed by the names of its files, sorted; a missing one is empty', async t => {
	const folder = await temporaryFolder(t);
	await mkdir(join(folder, 'sub.yaml'));
	await writeFile(join(folder, 'b.yaml'), '');
	await writeFile(join(folder, 'a.yaml'), '');
	t.deepEqual(await profileDisk.list(folder), ['a.yaml', 'b.yaml']);
	t.deepEqual(await profileDisk.list(join(folder, 'missing')), []);
	t.deepEqual(await profileDisk.list(join(folder, 'a.yaml')), []);
});
