// Runs a program to its end and times it, from before its start until it is gone.
import {spawn} from 'node:child_process';
import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const program = fileURLToPath(new URL('../../bundle/cli.js', import.meta.url));

/** Milliseconds from start to end; rejects with what the program wrote when it fails. */
export function timed(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const child = spawn(command, args, {stdio: ['ignore', 'ignore', 'pipe'], ...options});
		let stderr = '';
		child.stderr.setEncoding('utf8').on('data', text => {
			stderr += text;
		});
		child.on('error', reject);
		child.on('close', code => {
			if (code === 0) resolve(performance.now() - start);
			else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${stderr}`));
		});
	});
}

/** Our program in the same Node that runs the benchmark. */
export function timedProgram(args, folder, nodeFlags = []) {
	const env = {...process.env, SAFEQ_CERT_PASSWORD: 'bench pass 1', HOME: folder};
	return timed(process.execPath, [...nodeFlags, program, ...args], {cwd: folder, env});
}

/** One unattended run that writes into a folder of its own, which is gone afterwards. */
export async function timedRun(profile, folder, nodeFlags = []) {
	const out = path.join(folder, 'out');
	await mkdir(out, {recursive: true});
	const ms = await timedProgram(['--profile', profile, '--yes', '--out', out], folder, nodeFlags);
	await rm(out, {recursive: true});
	return ms;
}
