// Tests the package as it is published: packed, installed without a network, run under every Node that it names.
import {mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {withNode} from './package/nodes.mjs';
import {installGlobally, pack} from './package/pack.mjs';
import {check, mustRun, run} from './package/run.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
/** The oldest of each line that package.json names, and the newest. */
const supported = ['22.22.2', '24.15.0', '26.0.0', '26.10.0'];
/** 12.22 is what Ubuntu 22.04 and Debian 11 have. */
const tooOld = ['12.22.12', '18.20.8', '20.20.2'];
const published =
	/^(?:bundle\/(?:cli|chunks\/[\w-]+)\.js|profiles\/[\w.-]+|package\.json|LICENSE|(?:README|CHANGELOG|SECURITY)\.md|THIRD-PARTY-NOTICES\.txt)$/;

/** The program as its launcher starts it, with `node` first on the PATH. */
function runInstalled(node, program, args, options) {
	const PATH = path.dirname(node) + path.delimiter + process.env.PATH;
	return run(node, [program, ...args], {...options, env: {...options?.env, PATH}});
}

async function testSupported(version, node, program, work) {
	const {version: own} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
	const home = path.join(work, 'home');
	await mkdir(home, {recursive: true});
	const options = {cwd: work, env: {HOME: home, APPDATA: home, SAFEQ_CERT_PASSWORD: ''}};

	const shown = runInstalled(node, program, ['--version'], options);
	check(shown.code === 0 && shown.stdout.includes(own), `--version says ${own} under Node ${version}`, shown);
	const help = runInstalled(node, program, ['--help'], options);
	check(help.code === 0 && help.stdout.includes('--profile'), `--help works under Node ${version}`, help);

	const arguments_ = ['--profile', 'ssl', '--for', 'this-computer', '--yes', '--out', 'out'];
	const made = runInstalled(node, program, [...arguments_, '--generate-passwords', 'passwords.txt'], options);
	const files = await readdir(path.join(work, 'out')).catch(() => []);
	const endings = files
		.map(each => path.extname(each))
		.sort()
		.join(' ');
	check(made.code === 0 && endings === '.cer .pfx', `a certificate is made under Node ${version}`, {
		made,
		files,
	});

	const chunks = path.join(path.dirname(program), 'chunks');
	const urls = (await readdir(chunks)).map(each => pathToFileURL(path.join(chunks, each)).href);
	const load = `await Promise.all(${JSON.stringify(urls)}.map(each => import(each)))`;
	mustRun(node, ['--input-type=module', '--eval', load], options);
}

function testTooOld(version, node, program, work) {
	const refused = runInstalled(node, program, ['--version'], {cwd: work});
	check(
		refused.code === 2 &&
			refused.stdout === '' &&
			/^safeq-cert-tui needs Node\.js [^\n]+\n$/.test(refused.stderr) &&
			refused.stderr.includes(`v${version}`),
		`Node ${version} ends in one sentence`,
		refused,
	);
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-package-'));
try {
	const {tarball, size, files} = await pack(root, folder);
	process.stdout.write(`${path.basename(tarball)}: ${size} bytes, ${files.length} files\n`);
	const strangers = files.filter(each => !published.test(each));
	check(strangers.length === 0, 'only what users need is packed', strangers);

	const prefix = path.join(folder, 'prefix');
	await mkdir(prefix);
	const program = path.join(installGlobally(tarball, prefix), 'bundle', 'cli.js');
	if (process.platform !== 'win32') mustRun(path.join(prefix, 'bin', 'safeq-cert-tui'), ['--version']);
	process.stdout.write('installs offline\n');

	for (const version of [...supported, ...tooOld]) {
		const work = path.join(folder, `work-${version}`);
		await mkdir(work);
		await withNode(version, path.join(folder, 'nodes'), node =>
			(supported.includes(version) ? testSupported : testTooOld)(version, node, program, work),
		);
		process.stdout.write(
			`Node ${version}: ${supported.includes(version) ? 'works' : 'is refused in one sentence'}\n`,
		);
	}
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
} finally {
	await rm(folder, {recursive: true, force: true});
}
