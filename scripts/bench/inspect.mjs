// What it costs to look into a PFX of 2,048 iterations, against openssl.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {timed, timedProgram} from './child.mjs';

const nodeReader = fileURLToPath(new URL('node-reader.mjs', import.meta.url));

/** The password that `timedProgram` gives. */
const password = 'bench pass 1';

export function inspectRows(folder) {
	const pfx = path.join(folder, 'inspect.pfx');
	makePfx(folder, pfx);
	const info = ['pkcs12', '-info', '-in', pfx, '-passin', `pass:${password}`, '-nodes'];
	return [
		{
			name: 'inspect a PFX, compatible, 2,048 iterations',
			unit: 'ms',
			goal: "at most 1.5, and Node's start-up (the last row)",
			rounds: 31,
			ours: {run: () => timedProgram(['inspect', pfx], folder)},
			theirs: {name: 'openssl pkcs12 -info', run: () => timed('openssl', info)},
		},
		{
			name: "a program of three lines with Node's own PFX reader",
			unit: 'ms',
			goal: 'none: Node itself, with next to nothing of ours',
			rounds: 31,
			ours: {run: () => timed(process.execPath, [nodeReader, pfx, password])},
			theirs: {name: 'openssl pkcs12 -info', run: () => timed('openssl', info)},
		},
		{
			name: 'node -e 0',
			unit: 'ms',
			goal: 'none: for comparison',
			rounds: 31,
			ours: {run: () => timed(process.execPath, ['-e', '0'])},
			theirs: null,
		},
	];
}

function makePfx(folder, pfx) {
	const run = args => {
		const {status, stderr} = spawnSync('openssl', args, {cwd: folder, encoding: 'utf8'});
		if (status !== 0) throw new Error(`openssl ${args.join(' ')}\n${stderr}`);
	};
	const files = ['-keyout', 'inspect-key.pem', '-out', 'inspect.pem'];
	run(['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=srv01', '-days', '30', ...files]);
	const encryption = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
	const source = ['-inkey', 'inspect-key.pem', '-in', 'inspect.pem', '-passout', `pass:${password}`];
	run(['pkcs12', '-export', ...source, ...encryption, '-iter', '2048', '-out', pfx]);
}
