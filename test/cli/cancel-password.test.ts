// A signal while a command waits for a password, from a pipe or from a person: the program ends at once.
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {testPlan} from '../certificate/test-plan.js';
import {rsaKeyFile} from '../container/files.js';
import {pfxOf} from '../interop/our-files.js';
import {runProgram, withFolder, writeFiles} from '../program.js';
import {openTerminal} from '../terminal.js';
import {tellsWaiting, testOnUnix} from './support.js';

const [certificate, pfx] = await pfxOf(testPlan('ssl', 'rsa-2048'), 'canary-0b5f2c');
const files = {'a.pfx': pfx, 'a.cer': certificate, 'key.pem': readFileSync(rsaKeyFile)};

const endings = [
	['SIGTERM', 143],
	['SIGINT', 130],
	['SIGHUP', 129],
] as const;

/** Far less than any of these would wait. */
const soonMs = 2000;

for (const [index, args] of [
	['inspect', 'a.pfx', '--password-stdin'],
	['inspect', 'a.pfx', '--password-file', 'pipe'],
	['check', 'a.pfx', '--password-stdin'],
	['compare', 'a.pfx', 'a.cer', '--password-stdin'],
	['convert', 'a.pfx', '--password-stdin', '--out', 'out'],
	['convert', 'a.cer', 'key.pem', '--new-password-stdin', '--out', 'out'],
	['convert', 'a.cer', 'key.pem', '--new-password-file', 'pipe', '--out', 'out'],
	['profiles', 'new', 'a.yaml', '--from', 'a.pfx', '--password-stdin'],
].entries()) {
	const [send, code] = endings[index % endings.length] ?? endings[0];
	testOnUnix(`${args.join(' ')}: ${send} ends the wait with ${code}, and nothing is made`, async t => {
		await withFolder(async cwd => {
			await writeFiles(cwd, files);
			await promisify(execFile)('mkfifo', [path.join(cwd, 'pipe')]);
			// Somebody holds the pipe open and never writes to it, just as nothing ever comes from standard input.
			const pipe = await open(path.join(cwd, 'pipe'), 'r+');
			try {
				const signal = {when: 'waiting', send};
				const run = await runProgram(args, {cwd, input: null, nodeFlags: tellsWaiting, signal});
				t.is(run.code, code, run.stderr);
				t.true((run.msAfterSignal ?? Number.NaN) < soonMs, `${run.msAfterSignal} ms`);
				t.notRegex(run.stderr, /password|internal/);
				t.deepEqual(run.files, ['a.cer', 'a.pfx', 'key.pem', 'pipe', 'waiting']);
			} finally {
				await pipe.close();
			}
		});
	});
}

for (const [args, question] of [
	[['inspect', 'a.pfx'], /Password of a\.pfx/],
	[['check', 'a.pfx'], /Password of a\.pfx/],
	[['convert', 'a.cer', 'key.pem', '--out', 'out'], /New password/],
] as const)
	for (const [send, code] of endings)
		testOnUnix(`${args.join(' ')}: ${send} at the question ends with ${code}`, async t => {
			const terminal = await openTerminal(t, args, {files});
			await terminal.waitFor(question);
			await terminal.kill(send);
			const started = performance.now();
			const {code: ended, isLineDisciplineRestored, text} = await terminal.exit(9000);
			t.is(ended, code, text);
			t.true(performance.now() - started < soonMs, `${performance.now() - started} ms`);
			t.true(isLineDisciplineRestored);
			t.notRegex(text, /internal/);
		});
