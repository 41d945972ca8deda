// What it costs to look into a PFX of 2,048 iterations, against openssl.
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {timed, timedProgram} from './child.mjs';

/** The password that `timedProgram` gives. */
const password = 'pass:bench pass 1';

export function inspectRows(folder) {
	const pfx = path.join(folder, 'inspect.pfx');
	makePfx(folder, pfx);
	const info = ['pkcs12', '-info', '-in', pfx, '-passin', password, '-nodes'];
	return [
		{
			name: 'inspect a PFX, compatible, 2,048 iterations',
			unit: 'ms',
			goal: "at most 1.5, and Node's start-up (the row below)",
			rounds: 31,
			ours: {run: () => timedProgram(['inspect', pfx], folder)},
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
	const source = ['-inkey', 'inspect-key.pem', '-in', 'inspect.pem', '-passout', password];
	run(['pkcs12', '-export', ...source, ...encryption, '-iter', '2048', '-out', pfx]);
}
