#!/usr/bin/env node
// Entry: checks the Node version, then loads only what the command needs, and sets the exit code.
// No imports, and no `await` at the top level: old versions of Node must get as far as the check.

/** Runs the program. */
async function start(): Promise<void> {
	const os = process.getBuiltinModule('node:os');
	// Key generation runs in libuv's pool: a thread for every core, one more for files and DNS.
	process.env.UV_THREADPOOL_SIZE ??= String(os.availableParallelism() + 1);
	// Node ends when nothing is left to wait for, whatever has not come: only a run that was done is a success.
	process.exitCode = 70;
	process.once('beforeExit', tellUnfinished);
	const {main} = await import('./source/terminal/main.js');
	const exitCode = await main(
		process.argv.slice(2),
		new URL('../profiles/', import.meta.url),
		async opening => (await import('./source/ui/main.js')).openProgram(opening),
	);
	process.off('beforeExit', tellUnfinished);
	process.exitCode = exitCode;
	if (exitCode > 128) leaveSoon(exitCode);
}

function tellUnfinished(): void {
	process.stderr.write(
		'safeq-cert-tui: error: this is a bug of ours: the program ended before it was done [internal-error]\n',
	);
}

/** Enough for what ends by itself. */
const patienceMs = 150;

/**
 * After a signal, a key or a proof that nobody waits for any more may hold the process for seconds, and even
 * `process.exit()` waits for a key. The signal itself, now that nobody hears it, does not.
 */
function leaveSoon(exitCode: number): void {
	const leave = () => {
		// There a signal would end the process with exit code 1, or not be known.
		if (process.platform === 'win32') process.exit(exitCode);
		process.kill(process.pid, exitCode - 128);
	};
	setTimeout(leave, patienceMs).unref();
}

const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);
const isSupported =
	major >= 26 ||
	(major === 24 && minor >= 15) ||
	(major === 22 && (minor > 22 || (minor === 22 && patch >= 2)));

if (isSupported) {
	void start();
} else {
	process.stderr.write(
		`safeq-cert-tui needs Node.js 22.22.2, 24.15 or 26 (or newer in these lines); this is ${process.version}\n`,
	);
	process.exitCode = 2;
}
