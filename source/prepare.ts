// Profiles and servers → checked plans with the files that they will become; nothing is made here.
import path from 'node:path';
import {exists} from './files/exists.js';
import {findServers} from './machine/find-servers.js';
import type {Machine} from './machine/machine.js';
import {makePlan} from './plan/make.js';
import {needsAddresses, needsServer} from './plan/placeholder.js';
import type {CertificatePlan, Server} from './plan/plan.js';
import type {ProblemCode} from './problem/codes.js';
import {distinctProblems} from './problem/distinct.js';
import {error, type Problem, warning} from './problem/problem.js';
import {quoted} from './problem/visible.js';
import type {Output, Profile, ProfileEntry} from './profile/profile.js';

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

export type PreparedFile = {
	readonly output: Output;
	/** Absolute. */
	readonly path: string;
	/** True when a file stands there already. */
	readonly exists: boolean;
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
	readonly machine: Machine;
	readonly signal?: AbortSignal;
};

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
	const isComplete = requests.every(each => each.isIncomplete !== true);
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
	const certificates: PreparedCertificate[] = [];
	for (const request of requests) {
		const asks = needsServer(request.entry);
		const isIncomplete = request.isIncomplete === true;
		for (const server of asks && servers.length > 0 ? servers : [null]) {
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

async function filesOf(plan: CertificatePlan, folder: string): Promise<readonly PreparedFile[]> {
	return Promise.all(
		plan.outputs.map(async output => {
			const file = path.join(folder, `${plan.fileName}.${output}`);
			return {output, path: file, exists: await exists(file)};
		}),
	);
}

/** Compared without case and in NFC, as Windows and macOS do. */
function comparable(file: string): string {
	return file.normalize('NFC').toLowerCase();
}

/** Whether two absolute paths are one file on some system. */
export function sameFile(one: string, other: string): boolean {
	return comparable(one) === comparable(other);
}

/** Two certificates that would become one file. */
function clashes(certificates: readonly PreparedCertificate[]): Problem[] {
	const seen = new Set<string>();
	return certificates.flatMap(({files, request}) => {
		const own = files.map(file => comparable(file.path));
		const clash = own.findIndex(file => seen.has(file));
		for (const file of own) seen.add(file);
		const file = files[clash];
		if (file === undefined) return [];
		const name = path.basename(file.path);
		return [
			error('output-twice', `two certificates would be written to ${quoted(name)}`, {
				hint: 'put {commonName} into friendlyName or fileName',
				place: request.entry.fileName?.place ?? request.entry.friendlyName?.place ?? request.entry.place,
				field: 'fileName',
			}),
		];
	});
}

function standing(certificates: readonly PreparedCertificate[]): Problem[] {
	return certificates.flatMap(({files}) =>
		files
			.filter(file => file.exists)
			.map(file =>
				error('output-exists', 'file exists', {
					hint: 'choose another folder with --out, or replace it with --overwrite',
					place: {file: file.path, line: null, column: null},
				}),
			),
	);
}
