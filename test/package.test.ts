// The package: what it needs, which Nodes it accepts, and what its build refuses to publish.
import {execFile} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import test from 'ava';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const readJson = (name: string) => JSON.parse(read(name));

/** The part of esbuild's metafile that the rules look at. */
type Metafile = {readonly inputs: Record<string, {imports: {path: string; kind: string; external?: true}[]}>};
type BuiltFile = {readonly name: string; readonly text: string};
type Scripts = {
	build: (root: string) => Promise<{files: BuiltFile[]; metafile: Metafile}>;
	checkReach: (metafile: Metafile) => string[];
	checkPublished: (root: string, files: BuiltFile[], metafile: {outputs: object}) => string[];
};

/** A function of the build; its folder is no part of what TypeScript compiles. */
async function script<Name extends keyof Scripts>(file: string, name: Name): Promise<Scripts[Name]> {
	return (await import(new URL(`../../scripts/bundle/${file}`, import.meta.url).href))[name];
}

/** A metafile in which every file imports what stands behind it: `~` in front means dynamically. */
function metafile(files: Record<string, string[]>): Metafile {
	const names = new Set([
		...Object.keys(files),
		...Object.values(files)
			.flat()
			.map(each => each.replace('~', '')),
	]);
	const imports = (name: string) =>
		(files[name] ?? []).map(each => ({
			path: each.replace('~', ''),
			kind: each.startsWith('~') ? 'dynamic-import' : 'import-statement',
		}));
	return {inputs: Object.fromEntries([...names].map(name => [name, {imports: imports(name)}]))};
}

test('the package needs no other package at run time, and every version is exact', t => {
	const {dependencies, optionalDependencies, peerDependencies, devDependencies} = readJson('package.json');
	t.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined]);
	const loose = Object.entries<string>(devDependencies).filter(
		([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
	);
	t.deepEqual(loose, []);
});

test('the lock file has the packages of every system and no address of one registry', t => {
	const {packages} = readJson('package-lock.json');
	const entries = Object.values<{optionalDependencies?: object; resolved?: string}>(packages);
	const optional = entries.flatMap(each => Object.keys(each.optionalDependencies ?? {}));
	t.true(optional.length > 20);
	t.deepEqual(
		optional.filter(name => packages[`node_modules/${name}`]?.integrity === undefined),
		[],
	);
	t.deepEqual(
		entries.filter(
			({resolved}) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
		),
		[],
	);
});

test('the bundle in the folder is what the source gives, byte for byte', async t => {
	const build = await script('build.mjs', 'build');
	const {files} = await build(root);
	const built = files.map(({name, text}) => [name, text] as const).sort();
	const chunks = readdirSync(path.join(root, 'bundle/chunks')).map(each => `bundle/chunks/${each}`);
	const onDisk = [...chunks, 'bundle/cli.js'].map(name => [name, read(name)] as const).sort();
	t.deepEqual(
		built.map(([name]) => name),
		onDisk.map(([name]) => name),
		'the bundle is older than the source: npm run bundle',
	);
	t.true(built.every(([, text], index) => text === onDisk[index]?.[1]));
});

test('a start loads few files before it knows the command, and an unattended run few more', t => {
	const loaded = (name: string): Set<string> => {
		const all = new Set([name]);
		for (const each of all)
			for (const [, next = ''] of read(`bundle/chunks/${each}`).matchAll(/(?:from|import)"\.\/([^"]+)"/g))
				all.add(next);
		return all;
	};
	const [, main = ''] = /import\("\.\/chunks\/([^"]+)"\)/.exec(read('bundle/cli.js')) ?? [];
	t.true(loaded(main).size <= 5, [...loaded(main)].join(' '));
	const unattended = readdirSync(path.join(root, 'bundle/chunks')).find(each =>
		each.startsWith('unattended-'),
	);
	t.true(loaded(unattended ?? '').size <= 30);
});

test('the entry accepts the Nodes that package.json names and refuses others in one sentence', async t => {
	t.is(readJson('package.json').engines.node, '^22.22.2 || ^24.15 || >=26');
	const run = async (version: string): Promise<string> => {
		const pretend = `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}});`;
		const flags = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`];
		const args = [...flags, path.join(root, 'bundle/cli.js'), '--version'];
		const ran = promisify(execFile)(process.execPath, args);
		return ran.then(
			() => 'accepted',
			({code, stdout, stderr}) => `${code} ${stdout}${stderr}`,
		);
	};
	for (const version of ['22.22.2', '22.23.0', '24.15.0', '24.21.0', '26.0.0', '27.1.0'])
		t.is(await run(version), 'accepted', version);
	for (const version of ['12.22.12', '20.20.2', '22.22.1', '23.11.0', '24.14.1', '25.9.0'])
		t.regex(
			await run(version),
			/^2 safeq-cert-tui needs Node\.js 22\.22\.2, 24\.15 or 26 [^\n]+\n$/,
			version,
		);
});

test('the build lets an unattended run reach the interactive program through its doors only', async t => {
	const checkReach = await script('reach.mjs', 'checkReach');
	const good = {
		'cli.tsx': ['~source/terminal/main.ts', '~source/ui/app.tsx'],
		'source/terminal/main.ts': ['~source/generate.ts'],
		'source/generate.ts': ['node_modules/yaml/dist/index.js'],
		'source/ui/app.tsx': ['node_modules/ink/build/index.js', 'node_modules/react/index.js'],
	};
	t.deepEqual(checkReach(metafile(good)), []);
	const bad = (changes: Record<string, string[]>) => checkReach(metafile({...good, ...changes})).join('\n');
	t.regex(
		bad({'source/generate.ts': ['source/ui/app.tsx']}),
		/unattended run must not reach .*ink.*generate/,
	);
	t.regex(
		bad({'source/generate.ts': ['node_modules/@inquirer/core/index.js']}),
		/must not reach node_modules\/@inquirer/,
	);
	t.regex(
		bad({'cli.tsx': ['source/terminal/main.ts']}),
		/the entry.*must not reach source\/terminal\/main\.ts/,
	);
	t.regex(
		bad({'source/terminal/main.ts': ['source/generate.ts']}),
		/--version and --help must not reach .*yaml/,
	);
});

test('the build refuses a large entry, a path of this machine and a package from outside', async t => {
	const checkPublished = await script('published.mjs', 'checkPublished');
	const entry = {name: 'bundle/cli.js', text: '#!/usr/bin/env node\n'};
	const outputs = {
		'bundle/cli.js': {
			imports: [
				{path: 'node:os', external: true},
				{path: 'fs', external: true},
			],
		},
	};
	t.deepEqual(checkPublished('/home/me/', [entry], {outputs}), []);
	const chunk = {name: 'bundle/chunks/a.js', text: 'x("/home/me/source")'};
	t.is(checkPublished('/home/me/', [entry, chunk], {outputs}).length, 1);
	t.is(
		checkPublished('/home/me/', [{...entry, text: `${entry.text}${'x'.repeat(2000)}`}], {outputs}).length,
		1,
	);
	const needs = {'bundle/cli.js': {imports: [{path: 'ink', external: true}]}};
	t.is(checkPublished('/home/me/', [entry], {outputs: needs}).length, 1);
});
