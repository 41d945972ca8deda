// The exit codes of signals, as shells say them.
import os from 'node:os';
import test from 'ava';
import {endCode, endSignals} from '../../source/machine/end-signals.js';

test('a run that a signal ended has 128 and its number as exit code, Ctrl+Break on Windows that of Ctrl+C', t => {
	for (const [name, number] of Object.entries(os.constants.signals))
		if (Object.hasOwn(endSignals, name) && name !== 'SIGBREAK') t.is(endCode(name), 128 + number, name);
	t.deepEqual(Object.keys(endSignals).map(endCode), [130, 130, 143, 129]);
	t.is(endCode(new Error('another reason')), 130);
});
