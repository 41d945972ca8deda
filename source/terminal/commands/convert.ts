// `convert FILE…`: the same key and certificates with another password, in another encryption, in other files.
import {formatReportJson} from '../../describe/report-json.js';
import {thisMachine} from '../../machine/this-machine.js';
import {hasErrors, type Problem} from '../../problem/problem.js';
import type {Command} from '../commands.js';
import {type Console, tellProblems, write} from '../console.js';
import {exitCodeOf, exitCodes} from '../exit-code.js';
import {conversionJson} from './convert-json.js';
import {parseConvert} from './convert-options.js';
import {formatConversion} from './convert-report.js';
import {convertHelp} from './convert-rows.js';
import {type Conversion, runConversion} from './convert-run.js';
import {untilSignal} from './until-signal.js';

/** The command: arguments → files, a report on stdout, problems on stderr, exit code. */
export const command: Command = {
	run,
	failed: problems => ({
		exitCode: exitCodeOf(problems, false),
		json: `${formatReportJson(conversionJson(null, problems))}\n`,
	}),
};

async function run(args: readonly string[], console: Console): Promise<number> {
	const {arguments: wanted, problems} = parseConvert(args);
	if (wanted.help && problems.length === 0) {
		await write(console.stdout, convertHelp());
		return exitCodes.done;
	}
	const found: Problem[] = [...problems];
	const conversions: Conversion[] = [];
	const code = await untilSignal(async signal => {
		const surroundings = {console, machine: thisMachine(), signal};
		const conversion = hasErrors(found) ? null : await runConversion(wanted, surroundings, found);
		if (conversion !== null) conversions.push(conversion);
		return exitCodeOf(found, false);
	});
	const conversion = conversions[0] ?? null;
	await tellProblems(console, found);
	if (wanted.json) await write(console.stdout, `${formatReportJson(conversionJson(conversion, found))}\n`);
	else if (conversion !== null && !hasErrors(found))
		await write(console.stdout, formatConversion(conversion));
	return code;
}
