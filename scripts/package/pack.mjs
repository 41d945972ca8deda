// Packs the project as npm publishes it, and installs the result the way an administrator does.
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {mustRun} from './run.mjs';

/** Packs the project in `root` into `folder`; returns the tarball's path, its size in bytes and the files in it. */
export async function pack(root, folder) {
	await mkdir(folder, {recursive: true});
	const output = mustRun('npm', ['pack', '--silent', '--json', '--pack-destination', folder], {cwd: root});
	const parsed = JSON.parse(output);
	const [{filename, size, files}] = Array.isArray(parsed) ? parsed : Object.values(parsed);
	return {tarball: path.join(folder, filename), size, files: files.map(each => each.path)};
}

/** Installs the tarball globally under `prefix`, without a network and with an empty cache. */
export function installGlobally(tarball, prefix) {
	const env = {npm_config_cache: path.join(prefix, 'empty-cache'), npm_config_update_notifier: 'false'};
	mustRun('npm', ['install', '--global', tarball, '--offline', '--prefix', prefix], {cwd: prefix, env});
	const isWindows = process.platform === 'win32';
	return path.join(prefix, isWindows ? '' : 'lib', 'node_modules', 'safeq-cert-tui');
}
