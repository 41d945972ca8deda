// Everything that can be said about a profile without a server: what its files hold, and what its certificates mean.
import type {Machine} from '../../../machine/machine.js';
import type {Server} from '../../../plan/plan.js';
import {problemsForAnyServer, standInFor} from '../../../plan/stand-in.js';
import {type Prepared, prepare} from '../../../prepare.js';
import {distinctProblems} from '../../../problem/distinct.js';
import type {Problem} from '../../../problem/problem.js';
import type {LoadedProfile} from '../../../profile/load.js';
import {requestsOf} from '../../requests.js';

export type Examined = {
	/** Made for the stand-in where a server is wanted. */
	readonly prepared: Prepared;
	readonly standIn: Server;
	/** Of the files and of the plans, in the words of the profile. */
	readonly problems: readonly Problem[];
};

export type ExamineOptions = {
	/** Absolute; where the certificates would be written. */
	readonly folder: string;
	readonly machine: Machine;
	/** True for what only other profiles build on: nothing need be complete in it. */
	readonly isPart?: boolean;
};

/** Plans every certificate of a profile, for a stand-in where a placeholder asks for the server. */
export async function examine(
	loaded: LoadedProfile,
	{folder, machine, isPart = false}: ExamineOptions,
): Promise<Examined> {
	const requests = requestsOf(loaded).map(each => (isPart ? {...each, isIncomplete: true} : each));
	const standIn = standInFor(requests.map(({entry}) => entry));
	const prepared = await prepare(requests, {servers: [], folder, overwrite: true, standIn, machine});
	const problems = [...loaded.problems, ...problemsForAnyServer(prepared.problems, standIn)];
	return {prepared, standIn, problems: distinctProblems(problems)};
}
