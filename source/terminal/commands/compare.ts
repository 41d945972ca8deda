// `compare A B…`: whether it is the same certificate everywhere, or the same key, and what differs.
import {formatReportJson} from '../../describe/report-json.js';
import {type Comparison, compareAll} from '../../look/comparison.js';
import {error, hasErrors, type Problem} from '../../problem/problem.js';
import type {Command} from '../commands.js';
import {type Console, tellProblems, write} from '../console.js';
import {exitCodes, lookCodeOf} from '../exit-code.js';
import {comparedStatus, compareJson} from './compare-json.js';
import {type SeenTarget, seeAll} from './compare-look.js';
import {compareHelp, parseCompare} from './compare-options.js';
import {formatComparisons} from './compare-report.js';
import {openingPasswords} from './unlock.js';
import {untilSignal} from './until-signal.js';

const codes = {
	same: exitCodes.done,
	different: exitCodes.problems,
	'could-not-look': exitCodes.couldNotLook,
} as const;

/** The command: arguments → what was compared on stdout, problems on stderr, exit code. */
export const command: Command = {
	run,
	failed: problems => ({
		exitCode: lookCodeOf(problems),
		json: `${formatReportJson(compareJson([], [], problems))}\n`,
	}),
};

async function run(args: readonly string[], console: Console): Promise<number> {
	const {arguments: wanted, problems} = await parseCompare(args, console);
	if (wanted.help && problems.length === 0) {
		await write(console.stdout, compareHelp());
		return exitCodes.done;
	}
	const found: Problem[] = [...problems];
	let seen: readonly SeenTarget[] = [];
	let comparisons: readonly Comparison[] = [];
	const code = await untilSignal(async signal => {
		if (hasErrors(found)) return exitCodes.usage;
		const {targets, kind, timeoutMs} = wanted;
		const passwords = openingPasswords(wanted.password, {console, mayAsk: !wanted.json, signal});
		seen = await seeAll(targets, kind !== 'ssl', {console, passwords, signal, timeoutMs, store: null});
		found.push(...seen.flatMap(each => ('problem' in each && each.problem !== null ? [each.problem] : [])));
		comparisons = compareAll(seen, kind);
		return codes[comparedStatus(comparisons)];
	});
	if (code >= exitCodes.hungUp) found.push(error('cancelled', 'cancelled before everything was looked at'));
	await tellProblems(console, found);
	if (wanted.json)
		await write(console.stdout, `${formatReportJson(compareJson(seen, comparisons, found))}\n`);
	else if (seen.length > 0) await write(console.stdout, formatComparisons(comparisons));
	return code;
}
