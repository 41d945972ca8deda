// Writes THIRD-PARTY-NOTICES.txt: the packages whose code is in the bundle, with their licences; --check only compares.
import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {build} from './bundle/build.mjs';
import {packageOf} from './bundle/reach.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const file = path.join(root, 'THIRD-PARTY-NOTICES.txt');
const head = `safeq-cert-tui is published as one bundle. It holds code of the packages below, under the licences below;
where a package offers a choice of licences, the first one named is used.
`;

/** Folders (relative to the project) of all packages of which at least one byte is in the bundle, sorted by name. */
function bundledPackages(metafile) {
	const inputs = Object.values(metafile.outputs).flatMap(({inputs}) =>
		Object.entries(inputs).filter(([, {bytesInOutput}]) => bytesInOutput > 0),
	);
	const folders = inputs.flatMap(([input]) => {
		const folder = `node_modules/${packageOf(input)}`;
		return input.includes(`${folder}/`) ? [input.slice(0, input.lastIndexOf(folder) + folder.length)] : [];
	});
	return [...new Set(folders)].sort();
}

/** The text of every licence or notice file of a package; scripts/licences/ has those that a package left out. */
async function licenceText(folder, name) {
	const own = (await readdir(path.join(root, folder)))
		.filter(each => /^(licen[cs]e|copying|notice)/i.test(each))
		.map(each => path.join(root, folder, each));
	const files = own.length > 0 ? own.sort() : [path.join(root, 'scripts/licences', `${name}.txt`)];
	const texts = await Promise.all(files.map(each => readFile(each, 'utf8')));
	return texts.map(each => each.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** One package's part of the notices, under a key that sorts by name. */
async function notice(folder) {
	const {name, version, license} = JSON.parse(
		await readFile(path.join(root, folder, 'package.json'), 'utf8'),
	);
	const text = await licenceText(folder, name);
	return {
		key: `${name} ${version}`,
		text: `${'='.repeat(80)}\n${name} ${version} (${license.replace(/^\((.*)\)$/, '$1')})\n\n${text}\n`,
	};
}

const {metafile} = await build(root);
const notices = await Promise.all(bundledPackages(metafile).map(notice));
// Two copies of one version in node_modules are one package.
const parts = [...new Map(notices.map(each => [each.key, each.text]))];
const text = [head, ...parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)].join('\n');

if (!process.argv.includes('--check')) {
	await writeFile(file, text);
} else if ((await readFile(file, 'utf8').catch(() => '')).replaceAll('\r\n', '\n') !== text) {
	process.stderr.write('THIRD-PARTY-NOTICES.txt does not fit the bundle: npm run notices\n');
	process.exitCode = 1;
}
