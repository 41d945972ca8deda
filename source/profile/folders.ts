// Where profiles are looked for: the current folder's, the user's, and those that ship with the program.
import {posix, win32} from 'node:path';
import type {ProfileFolders} from './disk.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The three folders in the order in which a name is looked up; none of them need exist. All are absolute; `user` is null when the environment tells no home. */
export function profileFolders(
	env: Environment,
	platform: NodeJS.Platform,
	cwd: string,
	shipped: string,
): ProfileFolders {
	const path = platform === 'win32' ? win32 : posix;
	const base = userBase(env, platform);
	return {
		current: path.join(cwd, 'profiles'),
		user: base === null ? null : path.join(base, 'safeq-cert-tui', 'profiles'),
		shipped,
	};
}

/** Where programs of this system keep what belongs to a user. */
function userBase(env: Environment, platform: NodeJS.Platform): string | null {
	if (platform === 'win32') {
		const appData = absolute(env.APPDATA, win32);
		const profile = absolute(env.USERPROFILE, win32);
		return appData ?? (profile === null ? null : win32.join(profile, 'AppData', 'Roaming'));
	}
	const home = absolute(env.HOME, posix);
	if (platform === 'darwin') return home === null ? null : posix.join(home, 'Library', 'Application Support');
	// The XDG base directory specification: a relative path is invalid and must be ignored.
	return absolute(env.XDG_CONFIG_HOME, posix) ?? (home === null ? null : posix.join(home, '.config'));
}

function absolute(value: string | undefined, path: typeof posix): string | null {
	return value !== undefined && path.isAbsolute(value) ? value : null;
}
