// File names inside the commands that an administrator copies from a report.
import {visible} from '../problem/visible.js';

/**
 * A text as a verbatim string of PowerShell. It takes the typographic single quotes U+2018 to U+201B for quotes
 * as well (about_Quoting_Rules), so these are doubled too.
 */
export function powerShellQuoted(text: string): string {
	return `'${visible(text).replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** A text as one word of a POSIX shell (XCU 2.2.2): inside single quotes only the quote itself needs care. */
export function posixQuoted(text: string): string {
	return `'${visible(text).replaceAll("'", `'\\''`)}'`;
}

const isPosixPath = (path: string) => path.startsWith('/');
/** A drive (`C:\`) or a share (`\\server\share`). */
const isWindowsPath = (path: string) => /^(?:[a-z]:[\\/]|\\\\)/i.test(path);

function baseName(path: string): string {
	const parts = isPosixPath(path) ? path.split('/') : path.split(/[\\/]/);
	return parts.at(-1) ?? path;
}

/** The file as PowerShell on Windows finds it: its full path when it was written there, else by name where it was copied to. */
export function windowsFile(path: string): string {
	return powerShellQuoted(isWindowsPath(path) ? path : `.\\${baseName(path)}`);
}

/** The file as a shell on macOS finds it: its full path when it was written there, else by name where it was copied to. */
export function posixFile(path: string): string {
	return posixQuoted(isPosixPath(path) ? path : `./${baseName(path)}`);
}
