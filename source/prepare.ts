// Profiles and servers → checked plans with the files that they will become; nothing is made here.
import {findServers} from './machine/find-servers.js';
import type {Machine} from './machine/machine.js';
import {clashes, filesOf, type PreparedFile, standing} from './outputs.js';
import {makePlan} from './plan/make.js';
import {needsAddresses, needsServer} from './plan/placeholder.js';
import type {CertificatePlan, Server} from './plan/plan.js';
import type {ProblemCode} from './problem/codes.js';
import {distinctProblems} from './problem/distinct.js';
import {error, type Problem, warning} from './problem/problem.js';
import type {Profile, ProfileEntry} from './profile/profile.js';

/** One certificate that somebody asked for. */
export type Request = {
	readonly entry: ProfileEntry;
	/** Null when it was described on the command line alone. */
	readonly profile: Profile | null;
	/** True when the profile has errors of its own, and what is wrong was left out of the entry. */
	readonly isIncomplete?: boolean;
};

export type PreparedCertificate = {
	readonly plan: CertificatePlan;
	readonly request: Request;
	/** Null when the profile does not ask which server it is for. */
	readonly server: Server | null;
	readonly files: readonly PreparedFile[];
};

export type Prepared = {
	readonly certificates: readonly PreparedCertificate[];
	/** Servers as they were found, also for the report. */
	readonly servers: readonly Server[];
	readonly problems: readonly Problem[];
};

export type PrepareOptions = {
	/** Names given with `--for`; `this-computer` is this one. */
	readonly servers: readonly string[];
	/** Absolute. */
	readonly folder: string;
	readonly overwrite: boolean;
	/** Taken where no server is named: to look at a profile, never to make anything. Left out: that is an error. */
	readonly standIn?: Server;
	readonly machine: Machine;
	readonly signal?: AbortSignal;
};

/** Before this program was written: a clock without battery, with which every certificate would have expired. */
const oldestClock = Date.UTC(2024, 0, 1);

function wrongClock(now: Date): Problem {
	const day = now.toISOString().slice(0, 10);
	return error('clock-wrong', `the clock of this computer is wrong, it says ${day}`, {hint: 'set it first'});
}

/** A server was named and could not be used: that was said once, where it was named. */
function isWithoutServer({code}: Problem): boolean {
	return code === 'placeholder-without-server';
}

/** Said of what is not there: in an incomplete entry it may have been written, and left out. */
const ofAbsence: ReadonlySet<ProblemCode> = new Set([
	'missing-value',
	'san-missing',
	'digital-signature-missing',
	'server-auth-missing',
]);

/** What is said about an incomplete entry beside the errors of its profile: no warnings, which may go with them. */
function isGenuine({severity, code}: Problem): boolean {
	return severity === 'error' && !ofAbsence.has(code);
}

/**
 * Turns requests into certificates to make: one for each server where the profile asks for the server, else one.
 * All problems of all requests are found; when there is an error among them nothing must be made.
 */
export async function prepare(requests: readonly Request[], options: PrepareOptions): Promise<Prepared> {
	const {machine, signal} = options;
	const problems: Problem[] = [];
	const withServer = requests.filter(({entry}) => needsServer(entry));
	const isComplete = requests.length > 0 && requests.every(each => each.isIncomplete !== true);
	if (options.servers.length > 0 && withServer.length === 0 && isComplete)
		problems.push(
			error(
				'server-unused',
				'no profile holds {fqdn}, {hostname} or {addresses}: --for would change nothing',
				{
					hint: 'leave --for out, or use the profile "ssl"',
				},
			),
		);
	const lookUp = withServer.some(({entry}) => needsAddresses(entry));
	const found = await findServers(withServer.length === 0 ? [] : options.servers, lookUp, machine, signal);
	const {servers} = found;
	problems.push(...found.problems);
	const now = machine.now();
	if (now.getTime() < oldestClock) problems.push(wrongClock(now));
	const certificates: PreparedCertificate[] = [];
	for (const request of requests) {
		const asks = needsServer(request.entry);
		const isIncomplete = request.isIncomplete === true;
		for (const server of asks && servers.length > 0 ? servers : [asks ? (options.standIn ?? null) : null]) {
			const refused = server === null && options.servers.length > 0;
			const made = makePlan(request.entry, {server, now});
			problems.push(
				...made.problems
					.filter(each => !(refused && isWithoutServer(each)))
					.filter(each => !isIncomplete || isGenuine(each)),
			);
			if (made.plan === null) continue;
			certificates.push({plan: made.plan, request, server, files: await filesOf(made.plan, options.folder)});
		}
		if (asks && !isIncomplete && request.entry.kind?.value === 'signing' && servers.length > 1)
			problems.push(
				warning('signing-per-server', `one signing certificate for each of ${servers.length} servers`, {
					hint: 'every Job Service of a near roaming group needs the same one',
					place: request.entry.place,
				}),
			);
	}
	// What was left out of an incomplete entry may be what its files are called by.
	const certain = certificates.filter(({request}) => request.isIncomplete !== true);
	problems.push(...clashes(certain), ...(options.overwrite ? [] : standing(certain)));
	return {certificates, servers, problems: distinctProblems(problems)};
}
