// Takes the pictures of the README: runs the built program in a terminal and draws what is seen. `npm run pictures`.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {drawSvg} from './pictures/svg.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const columns = 120;
const rows = 36;

/** Names that no DNS has to know. */
const profile = `name: print servers
kind: ssl
subject: js1.company.com
friendlyName: YSoft SafeQ SSL {commonName} {expires}
subjectAlternativeNames:
  - js1.company.com
  - js1
  - 10.20.1.11
`;

const own = await mkdtemp(path.join(os.tmpdir(), 'pictures-'));
const folder = path.join(own, 'certificates');
await mkdir(folder);
await writeFile(path.join(folder, 'print-servers.yaml'), profile);

const terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
const {NO_COLOR: _, ...env} = process.env;
const child = pty.spawn(
	process.execPath,
	[path.join(root, 'bundle/cli.js'), '--profile', 'print-servers.yaml'],
	{
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: folder,
		env: {...env, FORCE_COLOR: '1', HOME: own, APPDATA: own},
	},
);
child.onData(data => terminal.write(data));

const text = () =>
	Array.from({length: rows}, (_, row) =>
		terminal.buffer.active.getLine(terminal.buffer.active.baseY + row)?.translateToString(true),
	).join('\n');

/** Waits until the screen shows it. */
async function seen(pattern) {
	for (let waited = 0; waited < 20_000; waited += 50) {
		await new Promise(resolve => setTimeout(resolve, 50));
		if (pattern.test(text())) return;
	}
	throw new Error(`not seen: ${pattern}\n${text()}`);
}

async function picture(name, title) {
	const file = path.join(root, 'docs', `${name}.svg`);
	await mkdir(path.dirname(file), {recursive: true});
	// Where it ran is nobody's business.
	await writeFile(file, drawSvg(terminal, title).replaceAll(folder, '/home/admin/certificates'));
	process.stdout.write(`${path.relative(root, file)}\n`);
}

try {
	await seen(/Serial number +[0-9a-f]{32}/);
	child.write('\u001b[200~printsrv.company.com\n*.print.company.com\n10.20.1.300\n\u001b[201~');
	await seen(/1 to mend/);
	child.write('\u001b[A');
	await seen(/› ?x/);
	await picture(
		'certificate',
		'The certificate screen: the fields at the left, the certificate as Windows shows it at the right, one address marked as wrong',
	);
	child.write('\r');
	await seen(/10\.20\.1\.300$|10\.20\.1\.300 /m);
	child.write('\u007f');
	await seen(/ 10\.20\.1\.30 /);
	child.write('\r');
	await seen(/Ctrl\+R shows everything/);
	child.write('\u0012');
	await seen(/Write these 2 files/);
	child.write('\r');
	await seen(/Made and proven/);
	child.write('\u000f');
	await seen(/•{20}/);
	await picture(
		'result',
		'The result screen: files, fingerprints, what to do next, and every check that was passed',
	);
	child.write('q');
} finally {
	child.kill();
	await rm(own, {recursive: true, force: true});
}
