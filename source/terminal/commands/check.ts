// `check TARGET…`: whether certificates work, for which addresses, and for how long.
import {openSystemStore} from '../../connect/trust.js';
import {formatReportJson} from '../../describe/report-json.js';
import {thisMachine} from '../../machine/this-machine.js';
import {error, hasErrors, type Problem, ProblemError} from '../../problem/problem.js';
import type {Command} from '../commands.js';
import {type Console, tellProblems, write} from '../console.js';
import {exitCodes, lookCodeOf} from '../exit-code.js';
import {readAddresses} from './addresses.js';
import {checkJson} from './check-json.js';
import {type CheckArguments, checkHelp, parseCheck} from './check-options.js';
import {formatChecked, formatTable} from './check-report.js';
import {type CheckedTarget, type CheckStatus, checkTarget, worstOf} from './check-target.js';
import {lookAtAll} from './look.js';
import {findExpected} from './same-as.js';
import {openingPasswords} from './unlock.js';
import {untilSignal} from './until-signal.js';

const codes: Readonly<Record<CheckStatus, number>> = {
	ok: exitCodes.done,
	negative: exitCodes.problems,
	'could-not-look': exitCodes.couldNotLook,
};

/** The command: arguments → answers on stdout, problems on stderr, exit code. */
export const command: Command = {
	run,
	failed: problems => ({
		exitCode: lookCodeOf(problems),
		json: `${formatReportJson(checkJson([], problems, thisMachine().now()))}\n`,
	}),
};

async function run(args: readonly string[], console: Console): Promise<number> {
	const {arguments: wanted, problems} = await parseCheck(args, console);
	if (wanted.help && problems.length === 0) {
		await write(console.stdout, checkHelp());
		return exitCodes.done;
	}
	const now = thisMachine().now();
	const found: Problem[] = [...problems];
	let checked: readonly CheckedTarget[] = [];
	const code = await untilSignal(async signal => {
		if (!hasErrors(found)) checked = await checkAll(wanted, console, now, signal, found);
		return codeOf(checked, found);
	});
	if (code >= exitCodes.hungUp) found.push(error('cancelled', 'cancelled before everything was looked at'));
	await tellProblems(console, found);
	if (wanted.json) await write(console.stdout, `${formatReportJson(checkJson(checked, found, now))}\n`);
	else await write(console.stdout, formatAll(checked, now));
	return code;
}

/** Looks at every target; problems with the questions themselves come to `problems`, and then nothing is asked. */
async function checkAll(
	wanted: CheckArguments,
	console: Console,
	now: Date,
	signal: AbortSignal,
	problems: Problem[],
): Promise<readonly CheckedTarget[]> {
	const {cwd} = console;
	const passwords = openingPasswords(wanted.password, {console, mayAsk: !wanted.json, signal});
	const access = {console, passwords, signal};
	const fromFile = wanted.addressFile === null ? null : await readAddresses(wanted.addressFile, cwd);
	problems.push(...(fromFile?.problems ?? []));
	let expected = null;
	try {
		if (wanted.sameAs !== null) expected = await findExpected(wanted.sameAs, access);
	} catch (failure) {
		if (!(failure instanceof ProblemError)) throw failure;
		problems.push(...failure.problems);
	}
	if (hasErrors(problems)) return [];
	const {targets, timeoutMs, days, kind} = wanted;
	const store = targets.some(({type}) => type === 'server') ? openSystemStore() : null;
	const looked = await lookAtAll(targets, {...access, timeoutMs, store});
	const addresses = [...wanted.addresses, ...(fromFile?.addresses ?? [])];
	problems.push(
		...looked.flatMap(each => ('problem' in each && each.problem !== null ? [each.problem] : [])),
	);
	return looked.map(each => checkTarget(each, {addresses, expected, days, kind, now}));
}

function codeOf(checked: readonly CheckedTarget[], problems: readonly Problem[]): number {
	if (problems.some(({code}) => code === 'usage')) return exitCodes.usage;
	const statuses = checked.map(({status}) => status);
	return codes[worstOf(hasErrors(problems) ? [...statuses, 'could-not-look'] : statuses)];
}

function formatAll(checked: readonly CheckedTarget[], now: Date): string {
	const [only] = checked;
	if (only === undefined) return '';
	return checked.length === 1 ? formatChecked(only) : formatTable(checked, now);
}
