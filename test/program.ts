// Runs the built program as people run it, in a folder of its own: exit code, output and the folder's listing.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** The entry of the built program. */
export const program = fileURLToPath(new URL('../../bundle/cli.js', import.meta.url));

export type RunOptions = {
	/** Written before the program starts: path relative to its folder → content. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	/** Run in this folder instead of a fresh one; it is left alone afterwards. */
	readonly cwd?: string;
	/** On top of a clean environment; undefined removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** What stands on stdin; null: it stays open, and nothing comes. Nothing (as in cron) when left out. */
	readonly input?: string | Uint8Array | null;
	/** Sends a signal as soon as stdout and stderr together match, or a file of this name is there. */
	readonly signal?: {readonly when: RegExp | string; readonly send: NodeJS.Signals};
	/** Flags for Node itself, before the program: `--max-old-space-size=64`. */
	readonly nodeFlags?: readonly string[];
	/** After this time the program is killed and the run fails. */
	readonly timeoutMs?: number;
};

export type Run = {
	/** Null when a signal ended the program. */
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
	/** Everything below the folder after the run, sorted, with slashes; a folder's name ends in one. */
	readonly files: readonly string[];
	/** Name as in `files` → content; without folders. */
	readonly contents: ReadonlyMap<string, Buffer>;
	/** Name as in `files` → permission bits: 0o600. */
	readonly modes: ReadonlyMap<string, number>;
	/** From the signal to the end; null when none was sent. */
	readonly msAfterSignal: number | null;
};

/**
 * This process's environment without what would change the program's behaviour; `home` holds no profiles.
 * The same on every machine, in CI and at a desk.
 */
export function cleanEnvironment(home: string): Record<string, string | undefined> {
	const steering =
		/^(SAFEQ_|XDG_|NODE_|npm_|CI$|CONTINUOUS_INTEGRATION$|BUILD_NUMBER$|RUN_ID$|GITHUB_|FORCE_COLOR$|NO_COLOR$|COLORTERM$|TERM|INK_|DEV$|AVA_|LANG$|LC_|TZ$|EDITOR$|VISUAL$|UV_THREADPOOL_SIZE$)/;
	const kept = Object.entries(process.env).filter(([name]) => !steering.test(name));
	return {...Object.fromEntries(kept), HOME: home, USERPROFILE: home, APPDATA: home, LANG: 'C.UTF-8'};
}

/** Makes an empty folder under the system's temporary one; `withFolder` also removes it. */
export async function makeFolder(): Promise<string> {
	return mkdtemp(path.join(os.tmpdir(), 'safeq-test-'));
}

/** Removes what `makeFolder` made, also when rights were taken from it. */
export async function removeFolder(folder: string): Promise<void> {
	await rm(folder, {recursive: true, force: true, maxRetries: 5});
}

/** Gives `use` an empty folder and removes it afterwards, whatever happened. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
	const folder = await makeFolder();
	try {
		return await use(folder);
	} finally {
		await removeFolder(folder);
	}
}

/** Writes files below a folder: relative path → content. */
export async function writeFiles(
	folder: string,
	files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
	for (const [name, content] of Object.entries(files)) {
		const file = path.join(folder, name);
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, content);
	}
}

/** Runs the program to its end. Rejects when it takes longer than `timeoutMs` (30 seconds). */
export async function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Run> {
	if (!existsSync(program)) throw new Error(`${program} does not exist: npm run bundle`);
	return withFolder(async own => {
		const cwd = options.cwd ?? path.join(own, 'work');
		const home = path.join(own, 'home');
		await mkdir(cwd, {recursive: true});
		await mkdir(home);
		await writeFiles(cwd, options.files ?? {});
		const ended = await runToEnd(args, options, cwd, {...cleanEnvironment(home), ...options.env});
		return {...ended, ...(await list(cwd))};
	});
}

type Ended = Pick<Run, 'code' | 'signal' | 'stdout' | 'stderr' | 'msAfterSignal'>;

function runToEnd(
	args: readonly string[],
	options: RunOptions,
	cwd: string,
	env: Record<string, string | undefined>,
): Promise<Ended> {
	const {promise, resolve, reject} = Promise.withResolvers<Ended>();
	const timeoutMs = options.timeoutMs ?? 30_000;
	const child = spawn(process.execPath, [...(options.nodeFlags ?? []), program, ...args], {
		cwd,
		env,
		stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	let signalledAt: number | null = null;
	const timer = setTimeout(() => {
		child.kill('SIGKILL');
		reject(new Error(`still running after ${timeoutMs} ms\nstdout: ${stdout}\nstderr: ${stderr}`));
	}, timeoutMs);
	const look = (): void => {
		if (options.signal === undefined || signalledAt !== null) return;
		const {when, send} = options.signal;
		if (typeof when === 'string' ? !existsSync(path.join(cwd, when)) : !when.test(stdout + stderr)) return;
		signalledAt = performance.now();
		child.kill(send);
	};
	const watch = typeof options.signal?.when === 'string' ? setInterval(look, 5) : undefined;
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		look();
	});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
		look();
	});
	// A program that refuses its arguments ends without reading what we write.
	child.stdin?.on('error', () => {});
	if (options.input !== null) child.stdin?.end(options.input);
	child.on('error', reject);
	child.on('close', (code, signal) => {
		clearTimeout(timer);
		clearInterval(watch);
		const msAfterSignal = signalledAt === null ? null : performance.now() - signalledAt;
		resolve({code, signal, stdout, stderr, msAfterSignal});
	});
	return promise;
}

/** Waits until the file is there. Rejects when the program ends before; `ended` resolves with what it has said. */
export async function untilFile(file: string, ended: Promise<string>): Promise<void> {
	let said: string | null = null;
	const end = (text: unknown) => {
		said = String(text);
	};
	ended.then(end, end);
	while (!existsSync(file)) {
		if (said !== null) throw new Error(`the program ended before ${path.basename(file)} was there\n${said}`);
		await new Promise(resolve => setTimeout(resolve, 2));
	}
}

/** What stands below a folder, as `Run` describes it. */
async function list(folder: string): Promise<Pick<Run, 'files' | 'contents' | 'modes'>> {
	const contents = new Map<string, Buffer>();
	const modes = new Map<string, number>();
	for (const entry of await readdir(folder, {recursive: true, withFileTypes: true})) {
		const file = path.join(entry.parentPath, entry.name);
		const name = path.relative(folder, file).replaceAll(path.sep, '/') + (entry.isDirectory() ? '/' : '');
		modes.set(name, (await lstat(file)).mode & 0o777);
		if (entry.isFile()) contents.set(name, await readFile(file));
	}
	return {files: [...modes.keys()].sort(), contents, modes};
}
