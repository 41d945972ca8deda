// What it costs to start: --version and --help against a Node that does nothing.
import process from 'node:process';
import {timed, timedProgram} from './child.mjs';

export function startRows(folder) {
	return ['--version', '--help'].map(flag => ({
		name: flag,
		unit: 'ms',
		goal: 'at most 1.3',
		rounds: 31,
		ours: {run: () => timedProgram([flag], folder)},
		theirs: {name: 'node -e 0', run: () => timed(process.execPath, ['-e', '0'])},
	}));
}
