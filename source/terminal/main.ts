// Arguments → command → exit code.
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import manifest from '../../package.json' with {type: 'json'};
import {hasErrors, type Problem, ProblemError} from '../problem/problem.js';
import {type Arguments, parseArguments} from './arguments.js';
import {type Command, commands} from './commands.js';
import {type Console, write} from './console.js';
import {exitCodeOf, exitCodes} from './exit-code.js';
import {reportFailure} from './failure.js';
import {helpText} from './help.js';

/** Runs the program with its arguments and the folder of the profiles that ship; returns the exit code. */
export async function main(args: readonly string[], shippedProfiles: URL): Promise<number> {
	const console = openConsole();
	const [name = '', ...rest] = args;
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (load !== undefined) return runCommand(load, rest, console, fileURLToPath(shippedProfiles));
	const {arguments: wanted, problems} = parseArguments(args);
	try {
		return await command(wanted, problems, console, shippedProfiles);
	} catch (failure) {
		const found = await reportFailure(failure, console);
		if (wanted.json) {
			const {formatJson} = await import('./report-json.js');
			await write(console.stdout, formatJson([], [...problems, ...found]));
		}
		return exitCodeOf(found, wanted.strict);
	}
}

/** A command by its name: `safeq-cert-tui check …`. */
async function runCommand(
	load: () => Promise<{readonly command: Command}>,
	args: readonly string[],
	console: Console,
	shippedProfiles: string,
): Promise<number> {
	try {
		const {command} = await load();
		return await command(args, console, shippedProfiles);
	} catch (failure) {
		return exitCodeOf(await reportFailure(failure, console), false);
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
