// The interactive program: its first frame, a key in a long list, and from "write" to the finished proof.
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {openScreen} from './screen.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = path.join(root, 'bundle/cli.js');

export async function screenRows(folder) {
	const hello = await bundleHello(folder);
	return [
		{
			name: 'first frame',
			unit: 'ms',
			goal: 'at most 1.25',
			rounds: 21,
			ours: {run: () => firstFrame([program], /WHAT DO YOU NEED/, folder)},
			theirs: {name: 'Ink "hello world"', run: () => firstFrame([hello], /hello world/, folder)},
		},
		...(await keyRows(folder)),
		...['compatible', 'modern'].map(encryption => ({
			name: `from "write" to the finished proof, rsa-4096, ${encryption}`,
			unit: 'ms',
			goal: encryption === 'compatible' ? 'at most 150 ms' : 'shown',
			rounds: 7,
			ours: {run: round => writing(encryption, round, folder)},
			theirs: null,
		})),
	];
}

/** The smallest Ink program, bundled as ours is. */
async function bundleHello(folder) {
	const outfile = path.join(folder, 'hello.mjs');
	await build({
		stdin: {
			contents: `import {createElement} from 'react'; import {render, Text} from 'ink';
				render(createElement(Text, null, 'hello world'), {alternateScreen: true, interactive: true});`,
			resolveDir: root,
		},
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		minify: true,
		define: {'process.env.NODE_ENV': '"production"'},
		alias: {'react-devtools-core': path.join(root, 'package.json')},
		banner: {
			js: "import {createRequire} from 'node:module'; const require = createRequire(import.meta.url);",
		},
		logLevel: 'error',
	});
	return outfile;
}

async function firstFrame(args, pattern, folder) {
	const screen = openScreen(args, folder);
	try {
		return await screen.shows(pattern);
	} finally {
		await screen.close();
	}
}

/** One key in the list of names: milliseconds and bytes, with 1,000 entries against 10. */
async function keyRows(folder) {
	const profiles = await Promise.all([1000, 10].map(count => writeNames(folder, count)));
	const goal = 'at most 2';
	return ['ms', 'bytes'].map(unit => ({
		name: `a key in the list of 1,000 names, ${unit}`,
		unit,
		goal,
		rounds: 5,
		ours: {run: async () => (await keyInList(profiles[0], folder))[unit]},
		theirs: {name: '10 names', run: async () => (await keyInList(profiles[1], folder))[unit]},
	}));
}

async function writeNames(folder, count) {
	const names = Array.from({length: count}, (_, index) => `  - name${index}.company.com\n`).join('');
	const file = path.join(folder, `names-${count}.yaml`);
	const head = 'kind: ssl\nsubject: name0.company.com\nfriendlyName: bench\nkey: ecdsa-p256\n';
	await writeFile(file, `${head}subjectAlternativeNames:\n${names}`);
	return file;
}

/** The median of typing letters into a new entry of the list. */
async function keyInList(profile, folder) {
	const screen = openScreen([program, '--profile', profile], folder);
	try {
		await screen.shows(/name1\.company/);
		await screen.quiet();
		screen.type('\t');
		await screen.quiet();
		const keys = [];
		for (const key of 'abcdefghijk') keys.push(await screen.press(key));
		const middle = unit => keys.map(each => each[unit]).toSorted((a, b) => a - b)[5];
		return {ms: middle('ms'), bytes: middle('bytes')};
	} finally {
		await screen.close();
	}
}

/** With the key ready: from Enter on the review screen to the frame that says it is proven. */
async function writing(encryption, round, folder) {
	const file = path.join(folder, `write-${encryption}.yaml`);
	const text = `kind: ssl\nsubject: js1.company.com\nfriendlyName: ${encryption} ${round}\nkey: rsa-4096\n`;
	await writeFile(
		file,
		`${text}pfx: {encryption: ${encryption}}\nsubjectAlternativeNames: [js1.company.com, 192.0.2.1]\n`,
	);
	const screen = openScreen([program, '--profile', file, '--out', path.join(folder, 'written')], folder);
	try {
		// The identifier of the key stands in the preview as soon as there is a key.
		await screen.shows(/(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/);
		await screen.quiet();
		screen.type('\u0012');
		await screen.shows(/Write these/);
		await screen.quiet();
		const before = screen.length();
		const start = performance.now();
		screen.type('\r');
		await screen.shows(/proven to work/, before);
		return performance.now() - start;
	} finally {
		await screen.close();
	}
}
