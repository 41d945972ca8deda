// One build with esbuild, kept in memory: the files of the bundle and the metafile that says where they came from.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {build as esbuild, transform} from 'esbuild';
import {builtinsByCall} from './builtins.mjs';
import {inLayers} from './layers.mjs';

/** The oldest Node that has ES modules with `node:` names: from here on the entry can say what it needs. */
const entryTarget = 'node12.20';

/** Ink connects to React's developer tools when DEV is set; they are no part of a published program. */
const withoutDevtools = {
	name: 'without-devtools',
	setup({onLoad}) {
		onLoad({filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/}, () => ({contents: ''}));
	},
};

/**
 * Yoga reads its own WebAssembly, a data URL, through `fetch` where there is one: that loads all of Node's web client,
 * 25 ms before the first frame. Without it, Yoga decodes the text itself.
 */
const withoutFetch = {
	name: 'without-fetch',
	setup({onLoad}) {
		onLoad({filter: /[\\/]yoga-layout[\\/]dist[\\/]binaries[\\/][^\\/]+\.js$/}, async ({path: file}) => ({
			contents: `const fetch = undefined;\n${await readFile(file, 'utf8')}`,
		}));
	},
};

/**
 * Builds the program. `root` is the project's folder; it leaves no trace in the result.
 * Returns the files (`name` relative to `root`, with slashes) and a metafile: esbuild's inputs and outputs.
 */
export async function build(root) {
	const {metafile: needs} = await esbuild(options(root, []));
	const {outputFiles, metafile} = await esbuild(options(root, [inLayers(root, needs)]));
	const files = await Promise.all(
		outputFiles.map(async each => {
			const name = path.relative(root, each.path).replaceAll(path.sep, '/');
			return {name, text: await finish(name, each.text)};
		}),
	);
	return {files, metafile: {inputs: needs.inputs, outputs: metafile.outputs}};
}

function options(root, plugins) {
	return {
		absWorkingDir: root,
		entryPoints: ['cli.tsx'],
		outdir: 'bundle',
		chunkNames: 'chunks/[name]-[hash]',
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		// The same code as ES modules: what Node would get is CommonJS, of which nothing can be left out.
		alias: {yaml: path.join(root, 'node_modules/yaml/browser/index.js')},
		minify: true,
		metafile: true,
		write: false,
		legalComments: 'none',
		define: {'process.env.NODE_ENV': '"production"'},
		plugins: [builtinsByCall, withoutDevtools, withoutFetch, ...plugins],
		logLevel: 'warning',
	};
}

/** The entry is lowered to old syntax, the rest left as it is. */
async function finish(name, text) {
	if (name !== 'bundle/cli.js') return text;
	const {code} = await transform(text, {format: 'esm', minify: true, target: entryTarget, platform: 'node'});
	return code;
}
