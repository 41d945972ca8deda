// `profiles export`: a profile with all that it extends, as one file that needs nothing else.
import path from 'node:path';
import {hasErrors, warning} from '../../../problem/problem.js';
import {exportProfile} from '../../../profile/export.js';
import {loadProfile} from '../../../profile/load.js';
import {tellProblems, write} from '../../console.js';
import {exitCodeOf} from '../../exit-code.js';
import {oneWord, refuseWrongUsage, type SubCommand} from './call.js';
import {profileFileProblem, writeTo} from './create-new.js';

/** Windows PowerShell reads what a program prints in the code page of old consoles before it writes it to a file. */
const garbledByPowerShell = warning(
	'output-encoding',
	'the profile has letters that are not ASCII, and Windows PowerShell writes them wrongly with > and |',
	{hint: 'use --out FILE'},
);

export const run: SubCommand = async call => {
	const out = call.given.one('out');
	const reference = oneWord(call, 'NAME|FILE');
	if (out !== null) call.problems.push(...profileFileProblem(out));
	refuseWrongUsage(call);
	const {folders, disk} = call.profiles;
	const {stdout, cwd, platform} = call.console;
	const {profile, problems} = await loadProfile(reference, folders, disk);
	await tellProblems(call.console, problems);
	if (profile === null || hasErrors(problems)) return exitCodeOf(problems, false);
	const text = exportProfile(profile);
	if (out === null) {
		if (platform === 'win32' && stdout.isTTY !== true && /[^\x00-\x7e]/.test(text))
			await tellProblems(call.console, [garbledByPowerShell]);
		await write(stdout, text);
	} else await writeTo(path.resolve(cwd, out), text, stdout);
	return exitCodeOf(problems, false);
};
