// Runs the foreign programs that have the last word on our files; one that is not installed is a failure.
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type {ExecutionContext} from 'ava';

export type Ran = {readonly code: number; readonly stdout: string; readonly stderr: string};

/** The python3 of the system: another one that comes first on the PATH has no `cryptography`. */
export const python = '/usr/bin/python3';

/** Runs a program to its end. Rejects when it is not there or runs longer than a minute. */
export function run(program: string, args: readonly string[], input = ''): Promise<Ran> {
	return new Promise((resolve, reject) => {
		const options = {
			encoding: 'utf8',
			timeout: 60_000,
			maxBuffer: 64 * 1024 * 1024,
			// Passwords and names go through arguments: the tools must take them for UTF-8.
			env: {...process.env, LC_ALL: 'C.UTF-8', JAVA_TOOL_OPTIONS: undefined},
		} as const;
		const child = execFile(program, args, options, (error, stdout, stderr) => {
			if (error !== null && typeof error.code !== 'number') reject(error);
			else resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
		});
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
	});
}

/** Like `run`, but anything but exit code 0 is an error that shows what the program said. */
export async function runOk(program: string, args: readonly string[], input = ''): Promise<Ran> {
	const ran = await run(program, args, input);
	if (ran.code !== 0)
		throw new Error(`${program} ${args.join(' ')}: ${ran.code}\n${ran.stdout}${ran.stderr}`);
	return ran;
}

/** keytool with a JVM that starts as fast as it can; most of its half second is start-up. Anything but 0 is an error. */
export function keytool(args: readonly string[]): Promise<Ran> {
	return runOk('keytool', ['-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', ...args]);
}

/** Runs a Python program in one process; `input` and the answer are JSON. */
export async function runPython(source: string, input: unknown): Promise<unknown> {
	return JSON.parse((await runOk(python, ['-c', source], JSON.stringify(input))).stdout);
}

/** A folder of the test's own, gone after it. */
export async function temporaryFolder(t: ExecutionContext): Promise<string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-cert-tui-test-'));
	t.teardown(() => rm(folder, {recursive: true, force: true}));
	return folder;
}

/** Writes a file into the folder and returns its path. */
export async function put(folder: string, name: string, content: Uint8Array | string): Promise<string> {
	const file = path.join(folder, name);
	await writeFile(file, content);
	return file;
}

/** Does `work` for every item, two at a time: the machine of a test run has two cores. */
export async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
	const queue = [...items];
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
	};
	await Promise.all([worker(), worker()]);
}
