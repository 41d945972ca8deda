// The unattended run: everything is checked first, then made, then reported; nobody is asked.
import os from 'node:os';
import path from 'node:path';
import {setFlagsFromString} from 'node:v8';
import {createFolder, mayWrite, probeWritable} from '../files/create-folder.js';
import {unwantedFolder} from '../files/unwanted-folder.js';
import {keepSecretList} from '../files/secret-list.js';
import {generate, nothing, type Outcome, wrotePfx} from '../generate.js';
import type {Machine} from '../machine/machine.js';
import {type Prepared, type PrepareOptions, prepare, type Request} from '../prepare.js';
import {hasErrors, type Problem} from '../problem/problem.js';
import type {Arguments} from './arguments.js';
import {cancellation} from './cancel.js';
import {type Console, tell} from './console.js';
import {exitCodeOf, exitCodes} from './exit-code.js';
import {findPasswords, type Passwords} from './passwords.js';
import {clearLine, progressLine} from './progress.js';
import {findRequests, type ProfileAccess} from './requests.js';
import {unneededPassword} from './unneeded-password.js';

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
	// A long batch makes much garbage and keeps little: a young generation that stays small saves a fifth of its memory.
	if (requests.length > 100) setFlagsFromString('--semi-space-growth-factor=1');
	const folder = path.resolve(console.cwd, args.out);
	const {servers, overwrite} = args;
	const prepared = await prepareUnlessAborted(requests, {servers, folder, overwrite, machine, signal});
	const problems = [...early, ...requestProblems, ...prepared.problems];
	const mayGoOn = () => !signal.aborted && exitCodeOf(problems, args.strict) === exitCodes.done;
	const all = (status: Outcome['status']) => prepared.certificates.map(each => nothing(status, each));
	const stop = () => all(signal.aborted ? 'cancelled' : 'failed');
	const end = (outcomes: readonly Outcome[], passwordList: string | null = null): RunResult => {
		const cancelled = cancellation(outcomes, signal);
		if (cancelled !== null) problems.push(cancelled.problem);
		const exitCode = cancelled?.exitCode ?? exitCodeOf(problems, args.strict);
		return {outcomes, prepared, problems, passwordList, exitCode};
	};
	problems.push(
		...(await checkFolder(folder, args, console)),
		...unneededPassword(args.password, prepared.certificates),
	);
	if (args.dryRun) return end(mayGoOn() ? all('planned') : stop());
	const {certificates} = prepared;
	const found = await findPasswords(args.password, certificates, machine, console, signal);
	if (!signal.aborted) problems.push(...found.problems);
	if (!mayGoOn() || found.passwords === null) return end(stop());
	const {passwords} = found;
	const folderProblem = await createFolder(folder);
	const unready = folderProblem === null ? await passwords.writeList() : [folderProblem];
	problems.push(...unready);
	if (hasErrors(unready)) return end(stop());
	const outcomes = mayGoOn() ? await generateAll(prepared, passwords, args, surroundings) : stop();
	const kept = await keepSecretList(passwords.list, wrotePfx(outcomes));
	problems.push(...outcomes.flatMap(outcome => outcome.problems), ...kept.problems);
	return end(outcomes, kept.list);
}

/** Nothing is prepared when the signal comes while DNS is asked. */
async function prepareUnlessAborted(
	requests: readonly Request[],
	options: PrepareOptions & {readonly signal: AbortSignal},
): Promise<Prepared> {
	try {
		return await prepare(requests, options);
	} catch (failure) {
		if (!options.signal.aborted) throw failure;
		return {certificates: [], servers: [], problems: []};
	}
}

/** What speaks against the folder; a dry run writes nothing to find out. */
async function checkFolder(folder: string, {dryRun}: Arguments, {platform}: Console): Promise<Problem[]> {
	const problems = [unwantedFolder(folder, platform), await (dryRun ? mayWrite : probeWritable)(folder)];
	return problems.filter(each => each !== null);
}

async function generateAll(
	prepared: Prepared,
	passwords: Passwords,
	args: Arguments,
	{console, machine, signal}: Surroundings,
): Promise<readonly Outcome[]> {
	const total = prepared.certificates.length;
	const draws = console.stderr.isTTY === true && !args.quiet && !args.json && total > 1;
	const draw = (finished: number, name: string) => {
		const line = progressLine(finished, total, name, console.stderr.columns ?? 80);
		if (draws) void tell(console.stderr, `${clearLine}${line}`);
	};
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
	if (draws) await tell(console.stderr, clearLine);
	return outcomes;
}
