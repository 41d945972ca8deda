// Arguments → command → exit code.
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import manifest from '../../package.json' with {type: 'json'};
import {error, hasErrors, type Problem, ProblemError} from '../problem/problem.js';
import {type Arguments, parseArguments} from './arguments.js';
import {type Command, commands} from './commands.js';
import {type Console, tell, write} from './console.js';
import {exitCodeOf, exitCodes} from './exit-code.js';
import {reportFailure} from './failure.js';
import {chooseFront, type Front} from './front-door.js';
import {helpText} from './help.js';
import type {OpenProgram} from './opening.js';

/**
 * Runs the program with its arguments and the folder of the profiles that ship; returns the exit code. The program
 * that draws is handed in, because only the entry may import it.
 */
export async function main(
	args: readonly string[],
	shippedProfiles: URL,
	openProgram: OpenProgram,
): Promise<number> {
	const console = openConsole();
	const [name = '', ...rest] = args;
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (load !== undefined) return runCommand(load, rest, console, fileURLToPath(shippedProfiles));
	const {arguments: wanted, problems} = parseArguments(args);
	try {
		if (hasErrors(problems)) throw new ProblemError(...problems);
		const said = textWanted(wanted);
		if (said !== null) {
			await write(console.stdout, said);
			return exitCodes.done;
		}
		const front = chooseFront(wanted, args, console);
		if (typeof front !== 'string') throw new ProblemError(front);
		const make = await makers[front]();
		return await make(wanted, problems, console, fileURLToPath(shippedProfiles), openProgram);
	} catch (failure) {
		const found = await reportFailure(failure, console);
		if (wanted.json) {
			const {formatJson} = await import('./report-json.js');
			const early = problems.filter(each => !found.includes(each));
			await tell(console.stdout, formatJson([], [...early, ...found]));
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
	let command: Command | null = null;
	try {
		({command} = await load());
		return await command.run(args, console, shippedProfiles);
	} catch (failure) {
		const found = await reportFailure(failure, console);
		const {exitCode, json} = command?.failed(found, args) ?? {exitCode: exitCodeOf(found, false), json: null};
		if (json !== null && args.includes('--json')) await tell(console.stdout, json);
		return exitCode;
	}
}

/** What `--help` and `--version` print; null when something is to be made. */
function textWanted({help, version}: Arguments): string | null {
	if (help) return helpText();
	return version ? `${manifest.version}\n` : null;
}

type Maker = (
	args: Arguments,
	problems: readonly Problem[],
	console: Console,
	shippedProfiles: string,
	openProgram: OpenProgram,
) => Promise<number>;

/** The three fronts; each is loaded only when it is chosen. */
const makers: Readonly<Record<Front, () => Promise<Maker>>> = {
	unattended: async () => (await import('./unattended.js')).unattended,
	plain: async () => (await import('./plain/main.js')).plain,
	program: async () => {
		const {openingOf} = await import('./opening.js');
		return (args, problems, console, folder, openProgram) =>
			openProgram(openingOf(args, problems, console, folder));
	},
};

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
		env: takeEnvironment(),
		platform: process.platform,
		get cwd() {
			return currentFolder();
		},
	};
}

/** The environment; the password is out of the program's own, since all that it starts would inherit it. */
function takeEnvironment(): Console['env'] {
	const env = {...process.env, SAFEQ_CERT_PASSWORD: process.env.SAFEQ_CERT_PASSWORD};
	delete process.env.SAFEQ_CERT_PASSWORD;
	return env;
}

function currentFolder(): string {
	try {
		return process.cwd();
	} catch {
		throw new ProblemError(
			error('file-not-found', 'the current folder does not exist any more', {hint: 'change to another one'}),
		);
	}
}
