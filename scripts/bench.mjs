// Measures the built program against what it is compared with, side by side; prints figures and asserts nothing.
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {batchRows} from './bench/batch.mjs';
import {inspectRows} from './bench/inspect.mjs';
import {memoryRows} from './bench/memory.mjs';
import {opensslVersion} from './bench/openssl.mjs';
import {screenRows} from './bench/screens.mjs';
import {singleRows} from './bench/single.mjs';
import {startRows} from './bench/start.mjs';
import {describeRow, describeSamples, measureRow} from './bench/table.mjs';

const groups = {
	start: startRows,
	single: singleRows,
	batch: batchRows,
	inspect: inspectRows,
	memory: memoryRows,
	screens: screenRows,
};
const {values, positionals} = parseArgs({
	options: {rounds: {type: 'string', default: ''}, help: {type: 'boolean', short: 'h', default: false}},
	allowPositionals: true,
});
const unknown = positionals.filter(each => !(each in groups));

if (values.help || unknown.length > 0) {
	process.stdout.write(`npm run bench -- [--rounds N] [${Object.keys(groups).join(' | ')}]…\n`);
	process.exitCode = values.help ? 0 : 2;
} else {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-bench-'));
	try {
		const cores = os.availableParallelism();
		process.stdout.write(
			`Node ${process.version}, ${opensslVersion()}, ${cores} × ${os.cpus()[0]?.model}\n\n`,
		);
		const names = positionals.length > 0 ? positionals : Object.keys(groups);
		const measured = [];
		for (const name of names)
			for (const row of await groups[name](folder)) {
				const result = await measureRow(row, values.rounds === '' ? row.rounds : Number(values.rounds));
				process.stdout.write(`${describeRow(result)}\n`);
				measured.push(result);
			}
		process.stdout.write(
			`\nEvery round, in the order measured:\n${measured.map(describeSamples).join('\n')}\n`,
		);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}
