// Ctrl+C while a file or a server is looked at: the program ends at once, whatever a thread or a name server still does.
import path from 'node:path';
import {startTcp} from '../connect/servers.js';
import {slowPfx} from '../pfx/slow-pfx.js';
import {type Run, runProgram, untilFile} from '../program.js';
import {type OpenTerminal, openTerminal} from '../terminal.js';
import {before, testOnUnix} from './support.js';

const env = {SAFEQ_CERT_PASSWORD: 'password'};

/** Leaves a file behind as soon as a derivation has begun, in whichever process. */
const tellsDerivation = before(`
	import crypto from 'node:crypto';
	import {syncBuiltinESMExports} from 'node:module';
	import {writeFileSync} from 'node:fs';
	const {pbkdf2} = crypto;
	crypto.pbkdf2 = (...args) => {
		writeFileSync('begun', '');
		return pbkdf2(...args);
	};
	syncBuiltinESMExports();
`);

/** The process that asks the system's resolver never answers, and hears no Ctrl+C. */
const resolverHangs = before(`
	import childProcess from 'node:child_process';
	import {syncBuiltinESMExports} from 'node:module';
	import {writeFileSync} from 'node:fs';
	const {spawn} = childProcess;
	childProcess.spawn = (file, args, options) => {
		setTimeout(() => writeFileSync('begun', ''), 200);
		return spawn(file, ['-e', 'process.on("SIGINT", () => {}); setInterval(() => {}, 1000)'], options);
	};
	syncBuiltinESMExports();
`);

/** Far less than the work that is under way still takes, on a busy machine too. */
const soonMs = 1000;

function interrupted(args: readonly string[], nodeFlags: readonly string[], files = {}): Promise<Run> {
	return runProgram(args, {files, env, nodeFlags, signal: {when: 'begun', send: 'SIGINT'}});
}

for (const args of [
	['inspect', 'slow.pfx'],
	['check', 'slow.pfx'],
	['check', '127.0.0.1', '--same-as', 'slow.pfx'],
	['compare', 'slow.pfx', '127.0.0.1'],
])
	testOnUnix(`${args.join(' ')}: Ctrl+C during 5,000,000 iterations ends at once with 130`, async t => {
		const run = await interrupted(args, tellsDerivation, {'slow.pfx': await slowPfx()});
		t.true(run.code === 130 || run.signal === 'SIGINT', `${run.code}\n${run.stderr}`);
		t.true((run.msAfterSignal ?? Number.NaN) < soonMs, `${run.msAfterSignal} ms`);
	});

for (const args of [
	['check', 'js1.company.com', '--timeout', '60'],
	['compare', 'js1.company.com', 'js2.company.com', '--timeout', '60'],
])
	testOnUnix(`${args[0]}: Ctrl+C while a name server hangs ends at once with 130`, async t => {
		const run = await interrupted(args, resolverHangs);
		t.is(run.code, 130, run.stderr);
		t.true((run.msAfterSignal ?? Number.NaN) < soonMs, `${run.msAfterSignal} ms`);
		t.regex(run.stderr, /cancelled before everything was looked at \[cancelled\]\n$/);
	});

testOnUnix('a name server that hangs holds the program no longer than --timeout', async t => {
	const started = performance.now();
	const run = await runProgram(['check', 'js1.company.com', '--timeout', '0.5'], {nodeFlags: resolverHangs});
	t.is(run.code, 3, run.stderr);
	t.regex(run.stdout, /resolves to +cannot be looked up: no name server answers within 0\.5 seconds/);
	t.true(performance.now() - started < 5000);
});

testOnUnix('a server that says nothing does not hold Ctrl+C', async t => {
	const {promise: connected, resolve: onConnection} = Promise.withResolvers<unknown>();
	const port = await startTcp(t, onConnection);
	const terminal = await openTerminal(t, ['check', `127.0.0.1:${port}`, '--timeout', '60']);
	await Promise.race([connected, terminal.exit()]);
	terminal.press('ctrl+c');
	// What waits for the server takes a minute, and the end is awaited for 10 seconds.
	const {code} = await terminal.exit();
	t.is(code, 130);
});

/** Until the file is there that tells that a derivation has begun. */
function begun({cwd, exit}: OpenTerminal): Promise<void> {
	return untilFile(
		path.join(cwd, 'begun'),
		exit(60_000).then(({text}) => text),
	);
}

testOnUnix(
	'Ctrl+C on the keyboard, which every process of a terminal hears, is a cancel and no failure',
	async t => {
		const options = {...env, NODE_OPTIONS: tellsDerivation.join(' ')};
		const files = {'slow.pfx': await slowPfx()};
		const terminal = await openTerminal(t, ['inspect', 'slow.pfx'], {env: options, files});
		await begun(terminal);
		terminal.press('ctrl+c');
		const {code, text} = await terminal.exit();
		t.is(code, 130);
		t.notRegex(text, /without an answer|internal|SIGKILL/);
	},
);

testOnUnix('the screen ends at once while a slow file is opened', async t => {
	const options = {NODE_OPTIONS: tellsDerivation.join(' ')};
	const terminal = await openTerminal(t, [], {env: options, files: {'slow.pfx': await slowPfx()}});
	await terminal.waitForInput();
	terminal.paste('slow.pfx');
	await terminal.waitFor(/Path or host {2}slow\.pfx/);
	terminal.press('enter');
	await terminal.waitFor(/looking …/);
	await begun(terminal);
	const started = performance.now();
	terminal.press('ctrl+c');
	const {code} = await terminal.exit();
	t.is(code, 0);
	t.true(performance.now() - started < soonMs, `${performance.now() - started} ms`);
});
