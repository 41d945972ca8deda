// Access rights of a secret file on Windows, where the mode bits of a file do nothing.
import {execFile} from 'node:child_process';
import {win32} from 'node:path';

/** Runs a program with a time limit and gives its standard output; rejects when it cannot run or fails. */
export type RunTool = (file: string, args: readonly string[]) => Promise<string>;

/** Well-known SIDs, because the names of these groups are translated. */
const administrators = '*S-1-5-32-544';
const system = '*S-1-5-18';

/**
 * Makes the function that gives a file to the user, Administrators and SYSTEM alone: what it inherited from its
 * folder is removed. It rejects when Windows refuses, as on a disk without access rights (FAT, exFAT).
 */
export function windowsAccess(
	run: RunTool = runTool,
	windows: string = process.env.SystemRoot ?? 'C:\\Windows',
): (path: string) => Promise<void> {
	// By full path: a program of the same name in the current folder must not be run instead.
	const program = (name: string) => win32.join(windows, 'System32', name);
	let user: Promise<string> | null = null;
	return async path => {
		user ??= run(program('whoami.exe'), ['/user', '/fo', 'csv', '/nh']).then(parseUserSid);
		const grants = [`*${await user}`, administrators, system].map(sid => `${sid}:F`);
		await run(program('icacls.exe'), [path, '/inheritance:r', '/grant:r', ...grants, '/q']);
	};
}

/** The SID in what `whoami /user /fo csv /nh` prints: `"company\mary","S-1-5-21-…-1104"`. Throws without one. */
export function parseUserSid(output: string): string {
	const sid = /"(S-1-[0-9]+(?:-[0-9]+)+)"/.exec(output)?.[1];
	if (sid === undefined) throw new Error('whoami gave no SID');
	return sid;
}

async function runTool(file: string, args: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		execFile(file, args, {timeout: 10_000, windowsHide: true}, (cause, stdout) =>
			cause === null ? resolve(stdout) : reject(cause),
		);
	});
}
