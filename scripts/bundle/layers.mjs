// Puts together what is loaded together: esbuild alone makes a hundred small files, and each costs almost 1 ms.
//
// esbuild puts modules into one file that the same set of entries needs, and each lazily imported module is an entry.
// So the entries that need a good part of a layer are made to need all of it.
import {readFile} from 'node:fs/promises';
import path from 'node:path';

const inspect = 'source/terminal/commands/inspect.ts';
const check = 'source/terminal/commands/check.ts';
const unattended = 'source/terminal/unattended.ts';
const firstScreen = ['source/ui/program.tsx', 'source/terminal/opening.ts'];

/**
 * A layer is all that every one of `tops` needs at once (of a list, one of them), without what is in a layer before
 * it; `share` is the part of its bytes from which on an entry gets it all.
 */
const layers = [
	// What is loaded before the command is known, and so before every other entry.
	{tops: ['source/terminal/main.ts'], share: 0},
	// What the first screen of the interactive program shares with others, so that it does not wait for the rest.
	{tops: [inspect, firstScreen], share: 0},
	{tops: [unattended, firstScreen], share: 0},
	// What reads certificates and PFX files, and what says what there is to say about them.
	{tops: [inspect, unattended], share: 0},
	{tops: [inspect, check], share: 0},
	// The whole job.
	{tops: [unattended], share: 0.25},
];

/** The esbuild plugin for a second build; `metafile` is the first one's, `root` the folder of both. */
export function inLayers(root, metafile) {
	const additions = additionsTo(metafile.inputs);
	return {
		name: 'in-layers',
		setup({onLoad}) {
			onLoad({filter: /[\\/]source[\\/].*\.tsx?$/}, async ({path: file}) => {
				const modules = additions.get(path.relative(root, file).replaceAll(path.sep, '/')) ?? [];
				if (modules.length === 0) return null;
				const lines = modules.map(each => `import ${JSON.stringify(path.join(root, each))};\n`);
				const contents = lines.join('') + (await readFile(file, 'utf8'));
				return {contents, loader: file.endsWith('x') ? 'tsx' : 'ts'};
			});
		},
	};
}

/** Entry → the modules of the layers that it gets; those that are not files come with the files that need them. */
function additionsTo(inputs) {
	const imports = Object.values(inputs).flatMap(each => each.imports);
	const entries = new Set(imports.filter(each => each.kind === 'dynamic-import').map(each => each.path));
	const members = modulesOf(inputs);
	return new Map(
		[...entries].map(entry => {
			const needed = neededAtOnce(inputs, entry);
			const wanted = layers.flatMap(({share}, index) => {
				const shared = bytes(inputs, members[index].intersection(needed));
				return shared > 0 && shared >= share * bytes(inputs, members[index]) ? [...members[index]] : [];
			});
			return [
				entry,
				wanted.filter(each => each !== entry && !needed.has(each) && each.startsWith('source/')),
			];
		}),
	);
}

/** The modules of every layer. */
function modulesOf(inputs) {
	const taken = new Set();
	return layers.map(({tops}) => {
		const [first, ...others] = tops.map(top =>
			[top]
				.flat()
				.map(each => neededAtOnce(inputs, each))
				.reduce((a, b) => a.union(b)),
		);
		const members = others.reduce((a, b) => a.intersection(b), first).difference(taken);
		for (const each of members) taken.add(each);
		return members;
	});
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
