// Puts together what is loaded together: esbuild alone makes a hundred small files, and each costs almost 1 ms.
//
// esbuild puts modules into one file that the same set of entries needs, and each lazily imported module is an entry.
// So the entries that need a good part of a layer are made to need all of it.
import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** A layer is all that a module needs at once; `share` is the part of its bytes from which on an entry gets it all. */
const layers = [
	// What is loaded before the command is known, and so before every other entry.
	{top: 'source/terminal/main.ts', share: 0},
	// The whole job. The first screen of the interactive program needs an eighth of it, and shall not wait for the rest.
	{top: 'source/terminal/unattended.ts', share: 0.25},
];

/** The esbuild plugin for a second build; `metafile` is the first one's, `root` the folder of both. */
export function inLayers(root, metafile) {
	const additions = additionsTo(metafile.inputs);
	return {
		name: 'in-layers',
		setup({onLoad}) {
			onLoad({filter: /[\\/]source[\\/].*\.tsx?$/}, async ({path: file}) => {
				const tops = additions.get(path.relative(root, file).replaceAll(path.sep, '/')) ?? [];
				if (tops.length === 0) return null;
				const lines = tops.map(top => `import ${JSON.stringify(path.join(root, top))};\n`);
				const contents = lines.join('') + (await readFile(file, 'utf8'));
				return {contents, loader: file.endsWith('x') ? 'tsx' : 'ts'};
			});
		},
	};
}

/** Entry → the tops of the layers that it gets. */
function additionsTo(inputs) {
	const imports = Object.values(inputs).flatMap(each => each.imports);
	const entries = new Set(imports.filter(each => each.kind === 'dynamic-import').map(each => each.path));
	const closures = layers.map(({top}) => neededAtOnce(inputs, top));
	const own = closures.map((closure, index) =>
		closures.slice(0, index).reduce((a, b) => a.difference(b), closure),
	);
	return new Map(
		[...entries].map(entry => {
			const needed = neededAtOnce(inputs, entry);
			// The top of a layer gets the layers before it only.
			const place = layers.findIndex(each => each.top === entry);
			const wanted = layers.slice(0, place === -1 ? layers.length : place).filter(({share}, index) => {
				const shared = bytes(inputs, own[index].intersection(needed));
				return shared >= share * bytes(inputs, own[index]);
			});
			return [entry, wanted.map(each => each.top)];
		}),
	);
}

/** A module and all that it imports, but not lazily. */
function neededAtOnce(inputs, module) {
	const needed = new Set([module]);
	for (const each of needed)
		for (const {path: imported, kind, external} of inputs[each]?.imports ?? [])
			if (kind !== 'dynamic-import' && external !== true) needed.add(imported);
	return needed;
}

function bytes(inputs, modules) {
	return [...modules].reduce((sum, each) => sum + (inputs[each]?.bytes ?? 0), 0);
}
