// Runs without asking and says what came of it: the report or one JSON object on stdout, problems on stderr.
import {profileFolders} from '../profile/folders.js';
import {profileDisk} from '../files/profile-disk.js';
import {thisMachine} from '../machine/this-machine.js';
import {formatStack} from '../problem/bug.js';
import {formatProblems} from '../problem/format.js';
import {hasErrors, type Problem} from '../problem/problem.js';
import type {Arguments} from './arguments.js';
import {cancellable} from './cancel.js';
import {type Console, tell, write} from './console.js';
import {formatReport} from './report.js';
import {formatHead} from './report-head.js';
import {formatJson} from './report-json.js';
import {type RunResult, run} from './run.js';

/** The unattended run from arguments to exit code. */
export async function unattended(
	args: Arguments,
	early: readonly Problem[],
	console: Console,
	shippedProfiles: string,
): Promise<number> {
	return cancellable(async signal => {
		const {env, platform, cwd} = console;
		const folders = profileFolders(env, platform, cwd, shippedProfiles);
		const profiles = {folders, disk: profileDisk};
		const result = await run(args, early, {console, profiles, machine: thisMachine(), signal});
		const stacks = result.outcomes.map(({thrown}) => formatStack(thrown));
		const shown = args.quiet ? result.problems.filter(each => each.severity !== 'note') : result.problems;
		await tell(console.stderr, formatProblems(shown) + stacks.join(''));
		if (args.json) await write(console.stdout, formatJson(result.outcomes, result.problems));
		else if (result.outcomes.every(({status}) => status === 'failed' || status === 'cancelled'))
			await tell(console.stderr, `safeq-cert-tui: nothing was made${why(result, args)}\n`);
		else if (!args.quiet)
			await write(console.stdout, formatHead(result.prepared) + formatReport(result.outcomes, result));
		return result.exitCode;
	});
}

/** Nothing in the problems says error when it was the warnings. */
function why({problems}: RunResult, {strict}: Arguments): string {
	return strict && !hasErrors(problems) ? ', because --strict treats warnings as errors' : '';
}
