// Holds the import table of ARCHITECTURE.md, and the few rules for every file, against the source itself.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Modules that only turn values into values. */
const harmless = ['node:buffer', 'node:path', 'node:url', 'node:util', 'package.json'];

type Room = {readonly rooms: readonly string[]; readonly packages: readonly string[]};

/** The table's rows by the room's name, top to bottom. */
function readTable(): ReadonlyMap<string, Room> {
	const table = new Map<string, Room>();
	for (const line of readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8').split('\n')) {
		const [, name, mayImport = '', packages = ''] =
			/^\| `([a-z.]+)`\s*\|[^|]*\| ([^|]*?)\s*\| ([^|]*?)\s*\|$/.exec(line) ?? [];
		if (name === undefined) continue;
		const [, except] = /^all above(?: but (.*))?$/.exec(mayImport) ?? [];
		const rooms = mayImport.startsWith('all above')
			? [...table.keys()].filter(each => each !== except)
			: mayImport.replace(', by dynamic `import()` only', '').split(', ');
		table.set(name, {rooms, packages: packages.split(', ')});
	}
	return table;
}

type Import = {readonly specifier: string; readonly isDynamic: boolean};

function importsOf(text: string): Import[] {
	const all = (pattern: RegExp, isDynamic: boolean): Import[] =>
		[...text.matchAll(pattern)].map(([, specifier = '']) => ({specifier, isDynamic}));
	return [
		...all(/^(?:import|export)\b[^;'"]*?\bfrom '([^']+)'/gm, false),
		...all(/^import '([^']+)'/gm, false),
		...all(/\bimport\(\s*([^)]*?)\s*\)/g, true).map(each => ({
			...each,
			specifier: each.specifier.slice(1, -1),
		})),
	];
}

/** `source/plan/rules.ts` → `plan`, `source/generate.ts` → `generate.ts`, `cli.tsx` → `cli.tsx`. */
function roomOf(file: string): string {
	return file.replace(/^source\//, '').split('/')[0] ?? '';
}

/** The room or the package that is imported: `node:fs/promises` → `node:fs`, `@a/b/c` → `@a/b`. */
function targetOf(file: string, specifier: string): string {
	if (specifier.startsWith('.'))
		return roomOf(path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts'));
	return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function filesBelow(folder: string): string[] {
	return readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
		.filter(each => /\.tsx?$/.test(each))
		.map(each => `${folder}/${each.replaceAll(path.sep, '/')}`)
		.sort();
}

const table = readTable();
const program = [...filesBelow('source'), 'cli.tsx'];
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('every import of the program stands in the table of ARCHITECTURE.md', t => {
	const strangers = program.flatMap(file => {
		const room = table.get(roomOf(file));
		const allowed = [roomOf(file), ...harmless, ...(room?.rooms ?? []), ...(room?.packages ?? [])];
		return importsOf(read(file))
			.filter(({specifier}) => !allowed.includes(targetOf(file, specifier)))
			.map(({specifier}) => `${file}: ${specifier}`);
	});
	t.deepEqual(strangers, []);
});

test('every room of the program has a row in the table', t => {
	t.deepEqual(
		program.map(roomOf).filter(room => !table.has(room)),
		[],
	);
});

/** The values that a file exports: `name`. Types belong to the signatures that they stand in. */
function exportsOf(text: string): string[] {
	const declared = /^export (?:const|(?:async )?function\*?|class) (\w+)/gm;
	return [...text.matchAll(declared)].map(([, name = '']) => name);
}

/** `file name` of everything that a file imports from others of ours; of a whole module, each name that it says. */
function namesImportedBy(file: string): string[] {
	const text = read(file);
	const from = (specifier: string) =>
		path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '');
	const named = [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(
		([, names = '', specifier = '']) =>
			names.split(',').map(name => `${from(specifier)} ${/(?:type )?(\w*)/.exec(name.trim())?.[1]}`),
	);
	const whole = [...text.matchAll(/(?:^import \* as \w+ from |\bimport\(\s*)'(\.[^']+)'/gm)].flatMap(
		([, specifier = '']) => [...new Set(text.match(/\w+/g))].map(word => `${from(specifier)} ${word}`),
	);
	return [...named, ...whole];
}

test('every value that a file of the program exports is imported by another one, or by a test', t => {
	const imported = new Set([...program, ...filesBelow('test')].flatMap(namesImportedBy));
	const unused = program.flatMap(file =>
		exportsOf(read(file))
			.filter(name => !imported.has(`${file.replace(/\.tsx?$/, '')} ${name}`))
			.map(name => `${file}: ${name}`),
	);
	t.deepEqual(unused, []);
});

/** Where something is drawn outside of `machine`, and why. */
const drawsItself: Readonly<Record<string, string>> = {
	'source/files/stage-file.ts': 'the name of a temporary file has to be free, and is in nothing that is made',
};

test('clock and randomness come from the machine; others only measure how long something takes', t => {
	const clock = /\bnew Date\(\)|\bDate\.now\b/;
	const randomness =
		/\bMath\.random\b|(?<![.\w`])crypto\.|\b(?:random\w+|generateKey\w*)\b[^}]*\} from 'node:crypto'/;
	const drawing = program.filter(file => {
		const text = read(file);
		return !file.startsWith('source/machine/') && (clock.test(text) || randomness.test(text));
	});
	t.deepEqual(drawing, Object.keys(drawsItself));
});

test('the entry imports the program by dynamic import only', t => {
	const relative = importsOf(read('cli.tsx')).filter(({specifier}) => specifier.startsWith('.'));
	t.true(relative.length > 0 && relative.every(({isDynamic}) => isDynamic));
});

test('every file begins with a sentence that says what it is for', t => {
	const silent = [...program, ...filesBelow('test')].filter(
		file =>
			!/^\/\/ .{10,}\.$/m.test(
				read(file)
					.replace(/^#!.*\n/, '')
					.split('\n', 1)[0] ?? '',
			),
	);
	t.deepEqual(silent, []);
});

test('no file of the program has more than 250 lines', t => {
	t.deepEqual(
		program.filter(file => read(file).split('\n').length > 251),
		[],
	);
});

test('only the entry may end the process, and nothing is exported by default or kept in a module', t => {
	const forbidden = /\bprocess\.exit\(|^export default\b|^(?:export )?(?:let|var)\b/m;
	t.deepEqual(
		program.filter(file => file !== 'cli.tsx' && forbidden.test(read(file))),
		[],
	);
});
