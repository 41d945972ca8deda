// Runs one of the system's own programs for what it prints.
import {execFile} from 'node:child_process';

/** Gives a program's standard output; null when there is no such program, or it fails, or is too slow. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<string | null>;

export const runProgram: RunProgram = (file, args) =>
	new Promise(resolve => {
		// LC_ALL: the programs' words are English, whatever the user's language.
		const env = {...process.env, LC_ALL: 'C'};
		execFile(file, args, {env, timeout: 3000, windowsHide: true}, (cause, stdout) =>
			resolve(cause === null ? stdout : null),
		);
	});
