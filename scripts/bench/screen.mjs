// A program in a pseudoterminal, for timing what a person waits for.
import process from 'node:process';
import pty from '@lydell/node-pty';

/** Longer than any frame takes to be written, shorter than anybody presses the next key. */
const quietMs = 80;
const limitMs = 60_000;

/**
 * Starts Node with these arguments in a terminal of 120 by 40. `shows` resolves with the milliseconds since the start
 * when the output matches; `press` with the milliseconds and bytes until the last output that a key caused.
 */
export function openScreen(args, folder) {
	const start = performance.now();
	const env = {...process.env, HOME: folder, TERM: 'xterm-256color', CI: undefined, NO_COLOR: undefined};
	const child = pty.spawn(process.execPath, args, {cols: 120, rows: 40, cwd: folder, env});
	let output = '';
	let lastAt = start;
	let listener = () => {};
	child.onData(data => {
		output += data;
		lastAt = performance.now();
		listener();
	});
	const gone = new Promise(resolve => child.onExit(resolve));

	function shows(pattern, from = 0) {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`never showed ${pattern}:\n${output}`)), limitMs);
			listener = () => {
				if (!pattern.test(output.slice(from))) return;
				clearTimeout(timer);
				listener = () => {};
				resolve(performance.now() - start);
			};
			listener();
		});
	}

	/** Until nothing has come for a while. */
	async function quiet() {
		do await new Promise(resolve => setTimeout(resolve, quietMs));
		while (performance.now() - lastAt < quietMs);
	}

	return {
		shows,
		quiet,
		type: text => child.write(text),
		length: () => output.length,
		async press(key) {
			const before = output.length;
			const pressedAt = performance.now();
			child.write(key);
			await quiet();
			return {ms: lastAt - pressedAt, bytes: Buffer.byteLength(output.slice(before))};
		},
		async close() {
			child.kill('SIGKILL');
			await gone;
		},
	};
}
