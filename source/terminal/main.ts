// Arguments → command → exit code.
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import manifest from '../../package.json' with {type: 'json'};
import {formatProblem} from '../problem/format.js';
import {error, hasErrors, type Problem, ProblemError} from '../problem/problem.js';
import {type Arguments, parseArguments} from './arguments.js';
import {type Console, write} from './console.js';
import {exitCodeOf, exitCodes} from './exit-code.js';
import {helpText} from './help.js';

/** Runs the program with its arguments and the folder of the profiles that ship; returns the exit code. */
export async function main(args: readonly string[], shippedProfiles: URL): Promise<number> {
	const console = openConsole();
	const {arguments: wanted, problems} = parseArguments(args);
	try {
		return await command(wanted, problems, console, shippedProfiles);
	} catch (failure) {
		const found = failure instanceof ProblemError ? failure.problems : [bug(failure)];
		await write(console.stderr, found.map(each => `${formatProblem(each)}\n`).join(''));
		if (!(failure instanceof ProblemError) && failure instanceof Error)
			await write(console.stderr, `${failure.stack ?? failure.message}\n`);
		if (wanted.json) {
			const {formatJson} = await import('./report-json.js');
			await write(console.stdout, formatJson([], [...problems, ...found]));
		}
		return exitCodeOf(found, wanted.strict);
	}
}

async function command(
	wanted: Arguments,
	problems: readonly Problem[],
	console: Console,
	shippedProfiles: URL,
): Promise<number> {
	if (hasErrors(problems)) throw new ProblemError(...problems);
	if (wanted.help) {
		await write(console.stdout, helpText());
		return exitCodes.done;
	}
	if (wanted.version) {
		await write(console.stdout, `${manifest.version}\n`);
		return exitCodes.done;
	}
	const {unattended} = await import('./unattended.js');
	return unattended(wanted, problems, console, fileURLToPath(shippedProfiles));
}

/** The streams are opened when somebody asks for them: stdin alone costs 4 ms. */
function openConsole(): Console {
	return {
		get stdin() {
			return process.stdin;
		},
		get stdout() {
			return process.stdout;
		},
		get stderr() {
			return process.stderr;
		},
		env: process.env,
		platform: process.platform,
		cwd: process.cwd(),
	};
}

function bug(failure: unknown): Problem {
	const message = failure instanceof Error ? failure.message : String(failure);
	return error('internal-error', `this is a bug of ours: ${message}`, {
		hint: 'please report it with the lines below; README.md, "Reporting a bug", says where',
	});
}
