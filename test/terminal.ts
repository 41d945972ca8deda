// Drives the built program in a real pseudoterminal and reads the screen as a person sees it.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import pty from '@lydell/node-pty';
import type {ExecutionContext} from 'ava';
import {keySequence} from './keys.js';
import {cleanEnvironment, makeFolder, program, removeFolder, writeFiles} from './program.js';
import {openScreen} from './screen.js';

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
	/** Resolves when all output so far is on the screen. */
	readonly shown: () => Promise<void>;
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

/** Written behind the program's output, which is all there once this has arrived. A terminal ignores it. */
const endMark = '\x1b]7770;end\x07';

/**
 * Keeps the terminal's state before and after, and the program's process id, in the folder `$0`. Stays until the end
 * mark was read, at most 5 s: node-pty throws away what is not read 200 ms after the end.
 */
const wrapper = `trap : INT TERM HUP QUIT
stty -g > "$0/before"
sh -c 'echo $$ > "$0/pid"; exec "$@"' "$0" "$@"
code=$?
stty -g > "$0/after"
printf '\\033]7770;end\\007'
for n in $(seq 250); do [ -e "$0/read" ] && break; sleep 0.02; done
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
		// node-pty puts this into TERM, whatever the environment says.
		name: options.env?.TERM ?? 'xterm-256color',
		cols: columns,
		rows,
		cwd,
		env: withoutUndefined({...cleanEnvironment(notes), TERM: 'xterm-256color', ...options.env}),
	});
	const screen = openScreen(columns, rows);
	let output = '';
	let isRead = false;
	child.onData(data => {
		output += data;
		screen.feed(data);
		if (isRead || !output.includes(endMark)) return;
		isRead = true;
		void writeFile(path.join(notes, 'read'), '');
	});
	screen.onAnswer(answer => child.write(answer));
	child.onExit(({exitCode}) => screen.end(exitCode));
	t.teardown(() => {
		if (screen.code() === null) child.kill(hasShell ? 'SIGKILL' : undefined);
		screen.dispose();
	});
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
			child.write(screen.isBracketedPaste() ? `\x1b[200~${normalized}\x1b[201~` : normalized);
		},
		waitFor: (pattern, timeoutMs = 10_000) =>
			screen.until(() => (pattern.test(screen.text()) ? screen.text() : null), String(pattern), timeoutMs),
		waitForInput: async () => {
			await screen.until(() => screen.isBracketedPaste() || null, 'bracketed paste', 10_000);
		},
		screen: screen.text,
		shown: screen.shown,
		cursor: screen.cursor,
		isAlternateScreen: screen.isAlternate,
		output: () => output.replace(endMark, ''),
		resize: (newColumns, newRows) => {
			screen.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		kill: async signal => {
			process.kill(Number((await note('pid')) ?? child.pid), signal);
		},
		exit: async (timeoutMs = 10_000) => {
			const code = await screen.until(screen.code, "the program's end", timeoutMs);
			const before = await note('before');
			return {
				code,
				isAlternateScreenLeft: !screen.isAlternate(),
				isBracketedPasteOff: !screen.isBracketedPaste(),
				isCursorShown: output.lastIndexOf('\x1b[?25l') <= output.lastIndexOf('\x1b[?25h'),
				isLineDisciplineRestored: before === null ? null : before === (await note('after')),
				text: screen.history().trimEnd(),
			};
		},
	};
}
