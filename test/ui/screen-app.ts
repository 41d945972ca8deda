// The real program drawn into a terminal without a process: fixed machine, profiles in memory, a screen to read.
import {PassThrough} from 'node:stream';
import type {ExecutionContext} from 'ava';
import type {Machine} from '../../source/machine/machine.js';
import {thisMachine} from '../../source/machine/this-machine.js';
import {openProgram} from '../../source/ui/main.js';
import {keySequence} from '../keys.js';
import {memoryDisk} from '../profile/disks.js';
import {openScreen, type Screen} from '../screen.js';
import {folders, js1, now, sslProfile} from './session.js';

export type ScreenApp = {
	readonly screen: Screen;
	readonly waitFor: (pattern: RegExp) => Promise<string>;
	readonly press: (...keys: readonly string[]) => void;
	/** Sent in one piece. */
	readonly send: (text: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** Bytes that were written so far. */
	readonly written: () => number;
	/** The exit code. */
	readonly ended: Promise<number>;
};

export type AppOptions = {
	readonly columns?: number;
	readonly rows?: number;
	readonly references?: readonly string[];
	readonly files?: Readonly<Record<string, string>>;
	readonly cwd?: string;
};

/** DNS and this computer as the tests know them; keys are real. */
const machine: Machine = {
	...thisMachine(),
	now: () => now,
	thisComputer: async () => ({server: {...js1, fqdn: 'admin-pc', hostname: 'admin-pc'}, problems: []}),
	lookUp: async () => js1.addresses ?? [],
};

/** Opens the program; it is left at the end of the test. */
export function openApp(t: ExecutionContext, options: AppOptions = {}): ScreenApp {
	const {columns = 80, rows = 24, references = [], files = {}, cwd = '/certs'} = options;
	const screen = openScreen(columns, rows);
	let written = 0;
	const stdout = Object.assign(new PassThrough(), {isTTY: true, columns, rows});
	stdout.on('data', (chunk: Buffer) => {
		written += chunk.length;
		// A pseudoterminal begins every line at its start.
		screen.feed(chunk.toString().replaceAll('\n', '\r\n'));
	});
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode: () => stdin,
		ref: () => stdin,
		unref: () => stdin,
	});
	const disk = memoryDisk({'/program/profiles/ssl.yaml': sslProfile, ...files});
	const ended = openProgram({
		folders,
		disk,
		machine,
		references,
		servers: [],
		overrides: {},
		problems: [],
		cwd,
		width: 2,
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
	});
	const send = (text: string) => void stdin.write(text);
	t.teardown(async () => {
		send('\u0003');
		await new Promise(resolve => setTimeout(resolve, 30));
		send('\u0003');
		await ended;
		screen.dispose();
	});
	return {
		screen,
		waitFor: pattern =>
			screen.until(() => (pattern.test(screen.text()) ? screen.text() : null), String(pattern), 10_000),
		press: (...keys) => {
			for (const key of keys) send(keySequence(key));
		},
		send,
		resize: (width, height) => {
			Object.assign(stdout, {columns: width, rows: height});
			screen.resize(width, height);
			stdout.emit('resize');
		},
		written: () => written,
		ended,
	};
}
