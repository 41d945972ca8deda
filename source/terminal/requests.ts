// Arguments → what to make: the entries of the profiles with the command line laid over them.
import {emptyEntry, overrideEntry} from '../plan/override.js';
import type {Request} from '../prepare.js';
import {distinctProblems} from '../problem/distinct.js';
import {error, hasErrors, note, type Problem} from '../problem/problem.js';
import type {ProfileDisk, ProfileFolders} from '../profile/disk.js';
import {type LoadedProfile, loadProfile} from '../profile/load.js';
import type {Arguments} from './arguments.js';
import {overridesOf} from './overrides.js';

export type ProfileAccess = {readonly folders: ProfileFolders; readonly disk: ProfileDisk};

export type Requests = {readonly requests: readonly Request[]; readonly problems: readonly Problem[]};

/** Loads every profile, so that all problems of all of them are found, and lays the command line over the entries. */
export async function findRequests(args: Arguments, access: ProfileAccess): Promise<Requests> {
	if (args.profiles.length === 0) return fromCommandLine(args);
	const loaded = await Promise.all(args.profiles.map(each => loadProfile(each, access.folders, access.disk)));
	const problems = distinctProblems(loaded.flatMap(each => each.problems));
	const overrides = overridesOf(args);
	const requests = loaded.flatMap(requestsOf).map(each => ({
		...each,
		entry: overrideEntry(each.entry, overrides),
	}));
	const isComplete = !hasErrors(problems);
	if (requests.length > 1) {
		for (const option of ['subject', 'friendlyName'] as const) {
			const flag = option === 'subject' ? '--subject' : '--friendly-name';
			if (args[option] !== null)
				problems.push(error('usage', `${flag} goes with one certificate, and these are ${requests.length}`));
		}
	}
	const takesNames = requests.some(({entry}) => entry.kind?.value !== 'signing');
	if (args.san.length > 0 && isComplete && !takesNames)
		problems.push(error('usage', '--san adds to SSL certificates, and there is none'));
	return {requests, problems};
}

/** The certificates of a profile; one of which nothing is known when it cannot be read at all. */
export function requestsOf({profile, problems}: LoadedProfile): readonly Request[] {
	const isIncomplete = hasErrors(problems);
	const entries = profile?.entries ?? [emptyEntry];
	return entries.map(entry => ({entry, profile, isIncomplete}));
}

/**
 * Without a profile the command line says everything. The vendor's own line makes a certificate that can serve as SSL
 * certificate when names are given, as the script's do, and a signing certificate otherwise.
 */
function fromCommandLine(args: Arguments): Requests {
	if (args.kind === null && !args.isVendorLine) {
		const hint = 'name one with --profile, or say --kind ssl or --kind signing';
		return {requests: [], problems: [error('usage', 'nothing to make: no profile and no kind', {hint})]};
	}
	const names = args.san.length > 0;
	const kind = args.kind ?? (names ? 'ssl' : 'signing');
	const problems: Problem[] = [];
	if (args.kind === null) {
		const why = names ? 'subject alternative names are given' : 'no subject alternative names are given';
		const other = names ? 'signing' : 'ssl';
		problems.push(
			note('kind-chosen', `made as ${kind}, because ${why}`, {hint: `--kind ${other} decides otherwise`}),
		);
	}
	// There is no list to add to: the names are the list, of a signing certificate too.
	const {san, ...overrides} = overridesOf(args);
	const entry = overrideEntry(emptyEntry, {
		...overrides,
		kind,
		subjectAlternativeNames: names ? san : undefined,
	});
	return {requests: [{entry, profile: null}], problems};
}
