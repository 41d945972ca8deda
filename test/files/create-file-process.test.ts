// createFile in processes that are killed, limited, or have no rights: what a real system leaves behind.
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import test from 'ava';
import {temporaryFolder} from './folder.js';

const child = fileURLToPath(new URL('child.js', import.meta.url));
const onPosix = process.platform === 'win32' ? test.skip : test;
// Mounting needs root, as CI is.
const onLinuxAsRoot = process.platform === 'linux' && process.getuid?.() === 0 ? test : test.skip;

async function runShell(script: string, ...args: readonly string[]): Promise<unknown> {
	const {stdout} = await promisify(execFile)('sh', ['-c', script, 'sh', process.execPath, child, ...args]);
	return JSON.parse(stdout);
}

test('a process that is killed in the middle leaves no part of the file under its name', async t => {
	const folder = await temporaryFolder(t);
	const writer = spawn(process.execPath, [child, join(folder, 'a.pfx'), '100000', 'half']);
	await once(writer.stdout, 'data');
	writer.kill('SIGKILL');
	await once(writer, 'exit');
	const left = await readdir(folder);
	t.is(left.length, 1);
	t.regex(left[0] ?? '', /^\.safeq-cert-tui-.*\.tmp$/);
});

onPosix('a file size limit in the middle of writing leaves nothing', async t => {
	const folder = await temporaryFolder(t);
	const result = await runShell('ulimit -f 1; exec "$1" "$2" "$3" 5000', join(folder, 'a.pfx'));
	t.deepEqual(result, {codes: ['disk-full'], left: []});
});

onPosix('a folder without the right to write is said to be one', async t => {
	const folder = await temporaryFolder(t);
	await chmod(folder, 0o555);
	const result = await runShell('exec "$1" "$2" "$3" 10 as-nobody', join(folder, 'a.pfx'));
	await chmod(folder, 0o700);
	t.deepEqual(result, {codes: ['output-unwritable'], left: []});
});

onLinuxAsRoot('a disk that fills up in the middle of writing keeps nothing of the file', async t => {
	const folder = await temporaryFolder(t);
	const mount = 'mount -t tmpfs -o size=16k tmpfs "$4" && exec "$1" "$2" "$3" 100000';
	const result = await runShell(`unshare -m sh -c '${mount}' sh "$@"`, join(folder, 'a.pfx'), folder);
	t.deepEqual(result, {codes: ['disk-full'], left: []});
});

onLinuxAsRoot('a read-only disk is said to be one', async t => {
	const folder = await temporaryFolder(t);
	const mount = 'mount -t tmpfs -o ro tmpfs "$4" && exec "$1" "$2" "$3" 10';
	const result = await runShell(`unshare -m sh -c '${mount}' sh "$@"`, join(folder, 'a.pfx'), folder);
	t.deepEqual(result, {codes: ['output-unwritable'], left: []});
});
