// A process that creates a file, for tests that limit, kill or disempower it: child.js PATH BYTES [HOW].
import {readdir} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import {createFile} from '../../source/files/create-file.js';
import {type Disk, thisDisk} from '../../source/files/disk.js';

const [, , path = '', size = '0', how = 'plainly'] = process.argv;

/** Writes half of every file, says so, and then waits to be killed. */
const stuck: Disk = {
	...thisDisk(),
	open: async (...args) => {
		const handle = await thisDisk().open(...args);
		handle.writeFile = async data => {
			await handle.write((data as Uint8Array).subarray(0, Number(size) / 2));
			process.stdout.write('half\n');
			setInterval(() => {}, 1000);
			await new Promise(() => {});
		};
		return handle;
	},
};

if (how === 'as-nobody' && process.getuid?.() === 0) process.setuid?.(65_534);
const bytes = new Uint8Array(Number(size)).fill(1);
const disk = how === 'half' ? stuck : thisDisk();
const problems = await createFile(path, bytes, {secret: true, overwrite: false}, disk);
const left = await readdir(dirname(path));
process.stdout.write(JSON.stringify({codes: problems.map(each => each.code), left}));
