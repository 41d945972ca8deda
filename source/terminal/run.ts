// The unattended run: everything is checked first, then made, then reported; nobody is asked.
import os from 'node:os';
import path from 'node:path';
import {createFolder, probeWritable} from '../files/create-folder.js';
import {unwantedFolder} from '../files/unwanted-folder.js';
import {removeFile} from '../files/remove-file.js';
import {generate, nothing, type Outcome} from '../generate.js';
import type {Machine} from '../machine/machine.js';
import {type Prepared, prepare} from '../prepare.js';
import type {Problem} from '../problem/problem.js';
import type {Arguments} from './arguments.js';
import type {Console} from './console.js';
import {cancelCode, exitCodeOf, exitCodes} from './exit-code.js';
import {findPasswords, type Passwords} from './passwords.js';
import {clearLine, progressLine} from './progress.js';
import {findRequests, type ProfileAccess} from './requests.js';

export type Surroundings = {
	readonly console: Console;
	readonly profiles: ProfileAccess;
	readonly machine: Machine;
	/** Aborted with the name of the signal that ended the run. */
	readonly signal: AbortSignal;
};

/** What came of a run, for the reporter. */
export type RunResult = {
	readonly outcomes: readonly Outcome[];
	readonly prepared: Prepared;
	readonly problems: readonly Problem[];
	/** Absolute; null when no list of passwords was written. */
	readonly passwordList: string | null;
	readonly exitCode: number;
};

/** Does what the arguments ask for and returns what came of it; prints nothing but progress. */
export async function run(
	args: Arguments,
	early: readonly Problem[],
	surroundings: Surroundings,
): Promise<RunResult> {
	const {console, machine, signal} = surroundings;
	const {requests, problems: requestProblems} = await findRequests(args, surroundings.profiles);
	const folder = path.resolve(console.cwd, args.out);
	const prepared = await prepare(requests, {
		servers: args.servers,
		folder,
		overwrite: args.overwrite,
		machine,
		signal,
	});
	const problems = [...early, ...requestProblems, ...prepared.problems];
	const mayGoOn = () => exitCodeOf(problems, args.strict) === exitCodes.done;
	const end = (status: Outcome['status']): RunResult => ({
		outcomes: prepared.certificates.map(each => nothing(status, each)),
		prepared,
		problems,
		passwordList: null,
		exitCode: exitCodeOf(problems, args.strict),
	});
	if (args.dryRun) return end(mayGoOn() ? 'planned' : 'failed');
	problems.push(
		...[unwantedFolder(folder, console.platform), await probeWritable(folder)].filter(each => each !== null),
	);
	const {passwords, problems: passwordProblems} = await findPasswords(
		args.password,
		prepared.certificates,
		machine,
		console,
	);
	problems.push(...passwordProblems);
	if (signal.aborted) return {...end('cancelled'), exitCode: cancelCode(signal)};
	if (!mayGoOn() || passwords === null) return end('failed');
	const folderProblem = await createFolder(folder);
	problems.push(...(folderProblem === null ? await passwords.writeList() : [folderProblem]));
	if (!mayGoOn()) return end('failed');
	const outcomes = await generateAll(prepared, passwords, args, surroundings);
	problems.push(...outcomes.flatMap(outcome => outcome.problems));
	return {
		outcomes,
		prepared,
		problems,
		passwordList: await keepList(passwords.list, outcomes),
		exitCode:
			outcomes.some(each => each.status === 'cancelled') && signal.aborted
				? cancelCode(signal)
				: exitCodeOf(problems, args.strict),
	};
}

async function generateAll(
	prepared: Prepared,
	passwords: Passwords,
	args: Arguments,
	{console, machine, signal}: Surroundings,
): Promise<readonly Outcome[]> {
	const total = prepared.certificates.length;
	const draws = console.stderr.isTTY === true && !args.quiet && !args.json && total > 1;
	const draw = (finished: number, name: string) =>
		draws &&
		console.stderr.write(`${clearLine}${progressLine(finished, total, name, console.stderr.columns ?? 80)}`);
	draw(0, '');
	const outcomes = await generate(prepared.certificates, {
		machine,
		passwordOf: passwords.of,
		overwrite: args.overwrite,
		// One more than there are cores: while keys are made, another certificate is signed, proven and written.
		width: os.availableParallelism() + 1,
		signal,
		onOutcome: (outcome, finished) => draw(finished, outcome.prepared.plan.friendlyName),
	});
	if (draws) console.stderr.write(clearLine);
	return outcomes;
}

/** A list of passwords for PFX files that do not exist helps nobody: it goes when not one was written. */
async function keepList(list: string | null, outcomes: readonly Outcome[]): Promise<string | null> {
	if (list === null || outcomes.some(({status}) => status === 'created')) return list;
	await removeFile(list);
	return null;
}
