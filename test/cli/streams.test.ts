// Readers that go away, and standard streams that cannot be written: the certificates are what counts.
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import test from 'ava';
import * as v from 'valibot';
import {program, runProgram, withFolder, writeFiles} from '../program.js';
import {batchProfile, testOnUnix} from './support.js';

type Ended = {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	readonly made: boolean;
};

/** What the JSON of every command has. */
const withProblems = v.object({problems: v.array(v.object({code: v.string()}))});

/** Runs a line of shell in which `safeq` makes a batch of 30; the shell's exit code, and whether all were made. */
async function shell(line: string): Promise<Ended> {
	return withFolder(async cwd => {
		await writeFiles(cwd, {'batch.yaml': batchProfile(30)});
		const full = line.replace('safeq', `"${process.execPath}" "${program}"`);
		const env = {...process.env, SAFEQ_CERT_PASSWORD: 'Geheim-1'};
		const ended = await promisify(execFile)('sh', ['-c', full], {cwd, env}).then(
			({stdout, stderr}) => ({code: 0, stdout, stderr}),
			(cause: Ended) => cause,
		);
		return {...ended, made: existsSync(path.join(cwd, 'SSL 30.pfx'))};
	});
}

testOnUnix('a reader that wants only the first line ends nothing and is told nothing', async t => {
	const run = await shell('(safeq -p batch.yaml --yes; echo "exit $?" >&2) | head -1');
	t.regex(run.stdout, /^Profile batch \(path\): batch\.yaml\n$/);
	t.is(run.stderr, 'exit 0\n');
	t.true(run.made);
});

testOnUnix('a reader that takes nothing of the JSON ends nothing either', async t => {
	const run = await shell('(safeq -p batch.yaml --json; echo "exit $?" >&2) | true');
	t.is(run.stderr, 'exit 0\n');
	t.true(run.made);
});

testOnUnix('a reader of --help that goes away is no failure', async t => {
	const run = await shell('(safeq --help; echo "exit $?" >&2) | true');
	t.is(run.stderr, 'exit 0\n');
});

testOnUnix('a reader of the problems that goes away does not change the exit code', async t => {
	const run = await shell(
		'(safeq -p nothing --yes; echo "exit $?" >&3) 3>&1 2>&1 >/dev/null | head -c 1 >/dev/null',
	);
	t.is(run.code, 0);
	t.notRegex(run.stdout + run.stderr, /node:/);
});

testOnUnix(
	'a report that a full disk loses is a failure without a stack, though the certificates are there',
	async t => {
		const run = await shell('safeq -p batch.yaml --json > /dev/full');
		t.is(run.code, 1);
		t.is(
			run.stderr,
			'safeq-cert-tui: error: the report could not be written to standard output (ENOSPC) [disk-full]\n',
		);
		t.true(run.made);
	},
);

testOnUnix('problems that cannot be written anywhere still have their exit code', async t => {
	t.is((await shell('safeq --nope 2> /dev/full')).code, 2);
	t.is((await shell('safeq -p nothing --yes 2>&-')).code, 1);
});

for (const [args, code] of [
	['check ./nothing.pem', 3],
	['compare ./nothing.pem ./none.pem', 3],
	['convert nothing.pem', 1],
	['inspect nothing.pem', 1],
	['profiles check nothing.yaml', 1],
] as const)
	testOnUnix(
		`${args}: problems that cannot be written lose neither the answer nor its exit code`,
		async t => {
			const run = await shell(`safeq ${args} --json 2> /dev/full`);
			t.is(run.code, code);
			const {problems} = v.parse(withProblems, JSON.parse(run.stdout));
			t.true(problems.length > 0);
		},
	);

testOnUnix('closed standard streams stop nothing', async t => {
	const run = await shell('safeq -p batch.yaml --yes >&- 2>&- <&-');
	t.is(run.code, 0);
	t.true(run.made);
});

test('a run that ends before it is done, because nothing is left to wait for, is a bug of ours and never exit 0', async t => {
	// A report that is never taken stands for whatever never comes.
	const deaf = 'data:text/javascript,process.stdout.write=()=>false';
	const run = await runProgram(['--version'], {nodeFlags: ['--import', deaf]});
	t.is(run.code, 70);
	t.is(
		run.stderr,
		'safeq-cert-tui: error: this is a bug of ours: the program ended before it was done [internal-error]\n',
	);
});

for (const [args, code] of [
	['-p ssl --yes', 1],
	['check js1', 3],
	['compare js1 js2', 3],
	['convert a.pfx', 1],
	['inspect a.pfx', 1],
	['profiles list', 1],
	['profiles check a.yaml', 1],
	['profiles show ssl', 1],
] as const)
	testOnUnix(`${args} in a folder that is gone says so, in JSON too, and ends with ${code}`, async t => {
		const gone = `mkdir gone; cd gone; rmdir ../gone; safeq ${args}`;
		const run = await shell(`${gone} --json`);
		t.is(run.code, code);
		t.regex(
			run.stderr,
			/^safeq-cert-tui: error: the current folder does not exist any more \[file-not-found\]\n/,
		);
		const {problems} = v.parse(withProblems, JSON.parse(run.stdout));
		t.deepEqual(
			problems.map(each => each.code),
			['file-not-found'],
		);
		t.is((await shell(gone)).stdout, '');
	});
