// `inspect FILE…`: what is in a file, who can open it, and what is wrong with it.
import {findingsOf} from '../../container/findings.js';
import type {InspectionJson} from '../../describe/inspection-definition.js';
import {type Inspected, inspectedCertificates, inspectedFile} from '../../describe/inspection-json.js';
import {formatReportJson, problemJson} from '../../describe/report-json.js';
import {thisMachine} from '../../machine/this-machine.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import type {Command} from '../commands.js';
import {type Console, tellProblems, write} from '../console.js';
import {exitCodeOf, exitCodes} from '../exit-code.js';
import {type InspectArguments, inspectHelp, parseInspect} from './inspect-options.js';
import {formatInspected} from './inspect-report.js';
import {openingPasswords, unlock} from './unlock.js';
import {untilSignal} from './until-signal.js';

/** The command: arguments → text or JSON on stdout, problems on stderr, exit code. */
export const command: Command = {
	run,
	failed: problems => ({
		exitCode: exitCodeOf(problems, false),
		json: `${formatReportJson(jsonOf([], problems))}\n`,
	}),
};

async function run(args: readonly string[], console: Console): Promise<number> {
	const {arguments: wanted, problems} = await parseInspect(args, console);
	if (wanted.help && problems.length === 0) {
		await write(console.stdout, inspectHelp());
		return exitCodes.done;
	}
	const found: Problem[] = [...problems];
	const inspected: Inspected[] = [];
	const code = await untilSignal(async signal => {
		if (!hasErrors(found)) await inspectAll(wanted, console, signal, inspected, found);
		return exitCodeOf(found, false);
	});
	if (hasErrors(problems)) await tellProblems(console, problems);
	if (wanted.json) await write(console.stdout, `${formatReportJson(jsonOf(inspected, found))}\n`);
	return code;
}

/** One file after the other, each with its problems, so that a question for a password stands where it belongs. */
async function inspectAll(
	{files, kind, json, password}: InspectArguments,
	console: Console,
	signal: AbortSignal,
	inspected: Inspected[],
	found: Problem[],
): Promise<void> {
	const now = thisMachine().now();
	const passwords = openingPasswords(password, {console, mayAsk: !json, signal});
	for (const file of files) {
		const {container, problems, ...unlocked} = await unlock(file, {console, passwords, signal});
		found.push(...problems);
		await tellProblems(console, problems);
		if (container === null) continue;
		const options = {now, kind, password: unlocked.password};
		const each = {path: unlocked.path, container, findings: findingsOf(container, options), kind};
		const before = inspected.length === 0 ? '' : '\n';
		inspected.push(each);
		if (!json) await write(console.stdout, before + formatInspected(file, each));
	}
}

function jsonOf(inspected: readonly Inspected[], problems: readonly Problem[]): InspectionJson {
	return {
		schemaVersion: 1,
		certificates: inspected.flatMap(inspectedCertificates),
		files: inspected.map(inspectedFile),
		problems: problems.map(problemJson),
	};
}
