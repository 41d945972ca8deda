// The screen of a terminal as a person sees it: fed with a program's output, asked for its text.
import xterm from '@xterm/headless';

export type Screen = {
	/** Shows what the program wrote; escape sequences take effect. */
	readonly feed: (output: string) => void;
	/** Resolves when everything that was fed is on the screen. */
	readonly shown: () => Promise<void>;
	/** To be called once with the exit code, after the last output. */
	readonly end: (code: number) => void;
	/** The exit code; null while the program runs. */
	readonly code: () => number | null;
	/** The visible rows, joined with line feeds, without trailing spaces. */
	readonly text: () => string;
	/** All rows, those that have scrolled away included. */
	readonly history: () => string;
	/** Resolves with what `get` gives as soon as that is not null; rejects in time with the screen. */
	readonly until: <T>(get: () => T | null, what: string, timeoutMs: number) => Promise<T>;
	readonly resize: (columns: number, rows: number) => void;
	/** 0-based, in cells. */
	readonly cursor: () => {readonly row: number; readonly column: number};
	readonly isAlternate: () => boolean;
	readonly isBracketedPaste: () => boolean;
	/** Calls back with what a terminal answers to a program's questions (cursor position, device attributes). */
	readonly onAnswer: (listener: (answer: string) => void) => void;
	readonly dispose: () => void;
};

/** An empty screen. */
export function openScreen(columns: number, rows: number): Screen {
	const terminal = new xterm.Terminal({cols: columns, rows, scrollback: 1000, allowProposedApi: true});
	const watchers = new Set<() => void>();
	let code: number | null = null;

	const look = (): void => {
		for (const watcher of watchers) watcher();
	};
	const lines = (from: number, to: number): string => {
		const {active} = terminal.buffer;
		return Array.from({length: to - from}, (_, index) => active.getLine(from + index))
			.map(line => line?.translateToString(true, 0, terminal.cols).trimEnd() ?? '')
			.join('\n');
	};
	const text = (): string => {
		const {baseY} = terminal.buffer.active;
		return lines(baseY, baseY + terminal.rows);
	};

	const until = <T>(get: () => T | null, what: string, timeoutMs: number): Promise<T> => {
		const {promise, resolve, reject} = Promise.withResolvers<T>();
		const fail = (why: string): void =>
			reject(new Error(`${why} while waiting for ${what}; the screen:\n${text()}`));
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

	return {
		feed: output => terminal.write(output, look),
		shown: () => new Promise(resolve => terminal.write('', resolve)),
		end: exitCode =>
			terminal.write('', () => {
				code = exitCode;
				look();
			}),
		code: () => code,
		text,
		history: () => lines(0, terminal.buffer.active.length),
		until,
		resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
		cursor: () => ({row: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX}),
		isAlternate: () => terminal.buffer.active.type === 'alternate',
		isBracketedPaste: () => terminal.modes.bracketedPasteMode,
		onAnswer: listener => {
			terminal.onData(listener);
		},
		dispose: () => terminal.dispose(),
	};
}
