// Runs without asking and says what came of it: the report or one JSON object on stdout, problems on stderr.
import {setFlagsFromString} from 'node:v8';
import {profileFolders} from '../files/profile-folders.js';
import {profileDisk} from '../files/profile-disk.js';
import {thisMachine} from '../machine/this-machine.js';
import {formatStack} from '../problem/bug.js';
import {formatProblem, sortProblems} from '../problem/format.js';
import {hasErrors, type Problem} from '../problem/problem.js';
import {visible} from '../problem/visible.js';
import type {Arguments} from './arguments.js';
import {cancellable} from './cancel.js';
import {type Console, tell, write} from './console.js';
import {formatReport} from './report.js';
import {formatJson} from './report-json.js';
import {type RunResult, run} from './run.js';

/** The unattended run from arguments to exit code. */
export async function unattended(
	args: Arguments,
	early: readonly Problem[],
	console: Console,
	shippedProfiles: string,
): Promise<number> {
	// A run makes much garbage and keeps little: a young generation that stays small saves a third of the memory.
	setFlagsFromString('--semi-space-growth-factor=1');
	return cancellable(async signal => {
		const {env, platform, cwd} = console;
		const folders = profileFolders(env, platform, cwd, shippedProfiles);
		const profiles = {folders, disk: profileDisk};
		const result = await run(args, early, {console, profiles, machine: thisMachine(), signal});
		const stacks = result.outcomes.map(({thrown}) => formatStack(thrown));
		await tell(console.stderr, formatProblems(result.problems, args) + stacks.join(''));
		if (args.json) await write(console.stdout, formatJson(result.outcomes, result.problems));
		else if (result.outcomes.every(({status}) => status === 'failed' || status === 'cancelled'))
			await tell(console.stderr, `safeq-cert-tui: nothing was made${why(result, args)}\n`);
		else if (!args.quiet) await write(console.stdout, head(result) + formatReport(result.outcomes, result));
		return result.exitCode;
	});
}

/** Nothing in the problems says error when it was the warnings. */
function why({problems}: RunResult, {strict}: Arguments): string {
	return strict && !hasErrors(problems) ? ', because --strict treats warnings as errors' : '';
}

function formatProblems(problems: readonly Problem[], args: Arguments): string {
	const shown = args.quiet ? problems.filter(each => each.severity !== 'note') : problems;
	return sortProblems(shown)
		.map(each => `${formatProblem(each)}\n`)
		.join('');
}

/** Which profiles and servers it was: the report says what was found, not only what was asked for. */
function head({prepared}: RunResult): string {
	const profiles = new Set(prepared.certificates.flatMap(({request}) => request.profile ?? []));
	const lines = [...profiles].map(
		({name, file, origin}) => `Profile ${visible(name)} (${origin}): ${visible(file)}\n`,
	);
	for (const {fqdn, hostname, addresses, isThisComputer} of prepared.servers) {
		const which = isThisComputer ? 'This computer' : 'Server';
		lines.push(`${which}: ${visible(fqdn)}${hostname === fqdn ? '' : ` (${visible(hostname)})`}\n`);
		for (const {address, adapter} of addresses ?? [])
			lines.push(`  ${address}  ${adapter === null ? 'from DNS' : visible(adapter)}\n`);
	}
	return lines.length === 0 ? '' : `${lines.join('')}\n`;
}
