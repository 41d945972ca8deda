// Which of the three fronts a run gets: nobody is asked, line by line, or the program that draws.
import {error, type Problem} from '../problem/problem.js';
import {visible} from '../problem/visible.js';
import type {Arguments} from './arguments.js';
import type {Console} from './console.js';

export type Front = 'unattended' | 'plain' | 'program';

/** True for a terminal that only prints, one character after the other (a serial console, Emacs). */
export function isDumb(env: Console['env']): boolean {
	return env.TERM === 'dumb';
}

/**
 * Decides by the arguments and the terminal. Without a terminal to ask on, the wrong usage with a command to paste;
 * `written` are the arguments as they were written.
 */
export function chooseFront(
	args: Arguments,
	written: readonly string[],
	console: Pick<Console, 'stdin' | 'stdout' | 'env'>,
): Front | Problem {
	// Before the streams are looked at: to open them takes time.
	if (args.unattended) return 'unattended';
	const {stdin, stdout, env} = console;
	if (stdin.isTTY !== true || stdout.isTTY !== true) {
		const stream = stdin.isTTY === true ? 'output' : 'input';
		return error('usage', `nobody to ask: standard ${stream} is not a terminal, and --yes is not given`, {
			hint: commandWithoutAsking(args, written, env),
		});
	}
	return args.plain || isDumb(env) ? 'plain' : 'program';
}

/** The same command with what it lacks to run unattended; never a password. */
function commandWithoutAsking(args: Arguments, written: readonly string[], env: Console['env']): string {
	const words = written.filter(each => each !== '--plain').map(quoteWord);
	if (args.password.from === 'command line' || words.includes(null)) return 'add --yes';
	const isEmpty = args.profiles.length === 0 && args.kind === null;
	const needsPassword = args.password.from === 'environment' && env.SAFEQ_CERT_PASSWORD === undefined;
	return [
		'safeq-cert-tui',
		...words,
		...(isEmpty ? ['--profile ssl'] : []),
		...(isEmpty && args.servers.length === 0 ? ['--for this-computer'] : []),
		'--yes',
		...(needsPassword ? ['--generate-passwords passwords.txt'] : []),
	].join(' ');
}

/** As it can be pasted into PowerShell and POSIX shells alike; null when that takes more than double quotes. */
function quoteWord(word: string): string | null {
	if (/^[\w.,:=/-]+$/.test(word)) return word;
	return /["$`%!\\]/.test(word) || visible(word) !== word ? null : `"${word}"`;
}
