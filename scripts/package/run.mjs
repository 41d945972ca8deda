// Runs a command to its end for the checks of the package, and says what is not as it should be.
import {spawnSync} from 'node:child_process';
import process from 'node:process';

/** Runs a command without a shell; returns exit code and output. `env` goes on top of this process's. */
export function run(command, args, {cwd, env = {}} = {}) {
	const {status, signal, error, stdout, stderr} = spawnSync(command, args, {
		cwd,
		env: {...process.env, ...env},
		encoding: 'utf8',
		timeout: 180_000,
		maxBuffer: 64 * 1024 * 1024,
		// npm is a .cmd file there, which only a shell can start.
		shell: process.platform === 'win32' && command === 'npm',
	});
	if (error !== undefined) throw error;
	return {code: status ?? signal, stdout, stderr};
}

/** Runs a command that must succeed; returns its stdout. */
export function mustRun(command, args, options) {
	const {code, stdout, stderr} = run(command, args, options);
	if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${stdout}${stderr}`);
	return stdout;
}

/** Throws with the sentence when it is not true; `details` are what was found instead. */
export function check(isTrue, sentence, details) {
	if (!isTrue) throw new Error(`not true: ${sentence}\n${JSON.stringify(details, null, '\t')}`);
}
