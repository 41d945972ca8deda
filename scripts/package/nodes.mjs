// Fetches other versions of Node from the npm registry, which has each as a package per system.
import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {mustRun} from './run.mjs';

/** Gives `use` the path of that Node's executable, below `folder`, and removes it afterwards. */
export async function withNode(version, folder, use) {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	const prefix = path.join(folder, version);
	await mkdir(prefix, {recursive: true});
	try {
		const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
		mustRun('npm', ['install', ...quiet, '--prefix', prefix, `${name}@${version}`], {cwd: prefix});
		const file = process.platform === 'win32' ? 'node.exe' : 'node';
		return await use(path.join(prefix, 'node_modules', name, 'bin', file));
	} finally {
		await rm(prefix, {recursive: true, force: true});
	}
}
