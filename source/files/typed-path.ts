// A path as people type or paste it into a line of the program, where no shell takes it first.
import os from 'node:os';
import path from 'node:path';

/**
 * The absolute path that is meant: without the quotes that Explorer's "Copy as path" puts around, with the home folder
 * in the place of a leading `~`, and from `cwd` on when it is relative.
 */
export function typedPath(text: string, cwd: string, home = os.homedir()): string {
	return absolutePath(text.trim().replace(/^(["'])(.*)\1$/s, '$2'), cwd, home);
}

/** The absolute path of an argument: PowerShell and cmd leave a leading `~` to the program, quotes they take away. */
export function absolutePath(argument: string, cwd: string, home = os.homedir()): string {
	return path.resolve(
		cwd,
		argument.replace(/^~(?=$|[/\\])/, () => home),
	);
}
