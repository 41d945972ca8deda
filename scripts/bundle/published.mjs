// What must be true of the built files: a small entry, nothing from outside at run time, no trace of this machine.
import {isBuiltin} from 'node:module';

const entry = 'bundle/cli.js';
const mostEntryBytes = 1500;

/**
 * Holds the built files and esbuild's metafile against that; `root` is the folder in which they were built.
 * Returns what is wrong as sentences.
 */
export function checkPublished(root, files, metafile) {
	const complaints = [];
	const entryText = files.find(each => each.name === entry)?.text ?? '';
	if (!entryText.startsWith('#!/usr/bin/env node\n')) complaints.push(`${entry} does not start with "#!"`);
	if (Buffer.byteLength(entryText) > mostEntryBytes)
		complaints.push(`${entry} has ${Buffer.byteLength(entryText)} bytes, more than ${mostEntryBytes}`);

	for (const {name, text} of files)
		if (text.includes(root.replace(/[\\/]$/, ''))) complaints.push(`${name} holds the path ${root}`);

	for (const [name, {imports}] of Object.entries(metafile.outputs))
		for (const {path, external} of imports)
			if (external && !isBuiltin(path)) complaints.push(`${name} needs the package ${path} at run time`);

	return complaints;
}
