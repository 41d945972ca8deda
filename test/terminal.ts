// Drives the built program in a real pseudoterminal and reads the screen as a person sees it.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import type {ExecutionContext} from 'ava';
import {keySequence} from './keys.js';
import {cleanEnvironment, makeFolder, program, removeFolder, writeFiles} from './program.js';

export type TerminalOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** On top of a clean environment; undefined removes a variable. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** The folder to run in; a fresh one, removed after the test, when left out. */
	readonly cwd?: string;
	/** Written into the folder before the program starts. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
};

/** How the program left the terminal. */
export type Exit = {
	/** As a shell says it: 128 + n after signal n. */
	readonly code: number;
	readonly isAlternateScreenLeft: boolean;
	readonly isBracketedPasteOff: boolean;
	readonly isCursorShown: boolean;
	/** True when `stty -g` says the same before and after, raw mode included; null where there is no stty. */
	readonly isLineDisciplineRestored: boolean | null;
	/** The normal screen after the end, scrolled-back lines included: what a person still sees. */
	readonly text: string;
};

export type OpenTerminal = {
	readonly cwd: string;
	/** Presses keys one after the other: `a`, `enter`, `escape`, `shift+tab`, `ctrl+c`, `alt+x` … */
	readonly press: (...keys: readonly string[]) => void;
	/** Writes the text in one piece, as a fast typist or an old console does. */
	readonly type: (text: string) => void;
	/** Pastes as terminals do: bracketed when the program has asked for that, else line ends become Enter. */
	readonly paste: (text: string) => void;
	/** Waits until the screen (rows joined with line feeds) matches and returns it; rejects in time with the screen. */
	readonly waitFor: (pattern: RegExp, timeoutMs?: number) => Promise<string>;
	/** Waits until the Ink program reads keys; before that the terminal would echo them. */
	readonly waitForInput: () => Promise<void>;
	/** The visible rows, without trailing spaces. */
	readonly screen: () => string;
	/** 0-based, in cells. */
	readonly cursor: () => {readonly row: number; readonly column: number};
	readonly isAlternateScreen: () => boolean;
	/** All bytes so far, escape sequences included. */
	readonly output: () => string;
	readonly resize: (columns: number, rows: number) => void;
	/** Sends a signal to the program itself. */
	readonly kill: (signal: NodeJS.Signals) => Promise<void>;
	/** Waits for the program's end. */
	readonly exit: (timeoutMs?: number) => Promise<Exit>;
};

/** Keeps the terminal's state before and after, and the program's process id, in the folder `$0`. */
const wrapper = `trap : INT TERM HUP QUIT
stty -g > "$0/before"
sh -c 'echo $$ > "$0/pid"; exec "$@"' "$0" "$@"
code=$?
stty -g > "$0/after"
exit $code`;

/** node-pty would pass on the word "undefined". */
function withoutUndefined(env: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}

/** Opens a terminal and starts the program in it; both are gone after the test `t`. */
export async function openTerminal(
	t: ExecutionContext,
	args: readonly string[] = [],
	options: TerminalOptions = {},
): Promise<OpenTerminal> {
	const {columns = 100, rows = 30} = options;
	const notes = await makeFolder();
	t.teardown(() => removeFolder(notes));
	const ownFolder = options.cwd === undefined ? await makeFolder() : null;
	if (ownFolder !== null) t.teardown(() => removeFolder(ownFolder));
	const cwd = ownFolder ?? options.cwd ?? '';
	await writeFiles(cwd, options.files ?? {});

	const hasShell = process.platform !== 'win32';
	const command = [process.execPath, program, ...args];
	const [file = '', ...rest] = hasShell ? ['/bin/sh', '-c', wrapper, notes, ...command] : command;
	const child = pty.spawn(file, rest, {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd,
		env: withoutUndefined({...cleanEnvironment(notes), TERM: 'xterm-256color', ...options.env}),
	});
	const screen = new xterm.Terminal({cols: columns, rows, scrollback: 1000, allowProposedApi: true});

	let output = '';
	let code: number | null = null;
	const watchers = new Set<() => void>();
	const look = (): void => {
		for (const watcher of watchers) watcher();
	};
	child.onData(data => {
		output += data;
		screen.write(data, look);
	});
	// Answers to the program's questions (cursor position, device attributes) come from the terminal.
	screen.onData(answer => child.write(answer));
	child.onExit(({exitCode}) => {
		screen.write('', () => {
			code = exitCode;
			look();
		});
	});
	t.teardown(() => {
		if (code === null) child.kill(hasShell ? 'SIGKILL' : undefined);
		screen.dispose();
	});

	const text = (from: number, to: number): string => {
		const {active} = screen.buffer;
		const lines = Array.from({length: to - from}, (_, index) => active.getLine(from + index));
		return lines.map(line => line?.translateToString(true, 0, screen.cols).trimEnd() ?? '').join('\n');
	};
	const visibleText = (): string => {
		const top = screen.buffer.active.baseY;
		return text(top, top + screen.rows);
	};
	/** Resolves with what `get` gives as soon as that is not null. */
	const until = <T>(get: () => T | null, what: string, timeoutMs: number): Promise<T> => {
		const {promise, resolve, reject} = Promise.withResolvers<T>();
		const fail = (why: string): void =>
			reject(new Error(`${why} while waiting for ${what}; the screen:\n${visibleText()}`));
		const timer = setTimeout(() => fail(`${timeoutMs} ms passed`), timeoutMs);
		const watcher = (): void => {
			const value = get();
			if (value !== null) resolve(value);
			else if (code !== null) fail(`the program ended with exit code ${code}`);
		};
		watchers.add(watcher);
		watcher();
		return promise.finally(() => {
			clearTimeout(timer);
			watchers.delete(watcher);
		});
	};
	const note = async (name: string): Promise<string | null> =>
		hasShell ? (await readFile(path.join(notes, name), 'utf8')).trim() : null;

	return {
		cwd,
		press: (...keys) => {
			for (const key of keys) child.write(keySequence(key));
		},
		type: typed => child.write(typed),
		paste: pasted => {
			const normalized = pasted.replaceAll(/\r?\n/g, '\r');
			child.write(screen.modes.bracketedPasteMode ? `\x1b[200~${normalized}\x1b[201~` : normalized);
		},
		waitFor: (pattern, timeoutMs = 10_000) =>
			until(() => (pattern.test(visibleText()) ? visibleText() : null), String(pattern), timeoutMs),
		waitForInput: async () => {
			await until(() => (screen.modes.bracketedPasteMode ? true : null), 'bracketed paste', 10_000);
		},
		screen: visibleText,
		cursor: () => ({row: screen.buffer.active.cursorY, column: screen.buffer.active.cursorX}),
		isAlternateScreen: () => screen.buffer.active.type === 'alternate',
		output: () => output,
		resize: (newColumns, newRows) => {
			screen.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		kill: async signal => {
			process.kill(Number((await note('pid')) ?? child.pid), signal);
		},
		exit: async (timeoutMs = 10_000) => {
			const exitCode = await until(() => code, "the program's end", timeoutMs);
			const before = await note('before');
			return {
				code: exitCode,
				isAlternateScreenLeft: screen.buffer.active.type === 'normal',
				isBracketedPasteOff: !screen.modes.bracketedPasteMode,
				isCursorShown: output.lastIndexOf('\x1b[?25l') <= output.lastIndexOf('\x1b[?25h'),
				isLineDisciplineRestored: before === null ? null : before === (await note('after')),
				text: text(0, screen.buffer.active.length).trimEnd(),
			};
		},
	};
}
