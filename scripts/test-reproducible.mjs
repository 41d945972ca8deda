// Builds the package twice, here and from a copy in another folder with packages of its own, and compares the bytes.
import {createHash} from 'node:crypto';
import {cp, mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {pack} from './package/pack.mjs';
import {mustRun} from './package/run.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const left = new Set(['.git', 'node_modules', 'bundle', 'dist'].map(each => path.join(root, each)));

const folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-reproducible-'));
try {
	const copy = path.join(folder, 'a copy', 'elsewhere');
	await cp(root, copy, {recursive: true, filter: source => !left.has(source)});
	mustRun('npm', ['ci', '--prefer-offline', '--no-audit'], {cwd: copy});

	const hashes = [];
	for (const each of [root, copy]) {
		const {tarball} = await pack(each, path.join(folder, String(hashes.length)));
		hashes.push(
			createHash('sha256')
				.update(await readFile(tarball))
				.digest('hex'),
		);
	}
	process.stdout.write(`${hashes.join('\n')}\n`);
	if (hashes[0] !== hashes[1]) {
		process.stderr.write('two builds of one tree are not the same\n');
		process.exitCode = 1;
	}
} finally {
	await rm(folder, {recursive: true, force: true});
}
