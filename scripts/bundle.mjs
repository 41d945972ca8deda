// Builds the program that is published: cli.tsx and all it needs, packages included, as ESM in bundle/.
import {mkdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {build} from './bundle/build.mjs';
import {checkPublished} from './bundle/published.mjs';
import {checkReach} from './bundle/reach.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const {files, metafile} = await build(root);
const complaints = [...checkPublished(root, files, metafile), ...checkReach(metafile)];

if (complaints.length > 0) {
	process.stderr.write(complaints.map(each => `bundle: ${each}\n`).join(''));
	process.exitCode = 1;
} else {
	// A chunk's name holds a hash of its content: without this, chunks of earlier builds would be published too.
	await rm(path.join(root, 'bundle'), {recursive: true, force: true});
	for (const {name, text} of files) {
		const file = path.join(root, name);
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, text);
	}
}
