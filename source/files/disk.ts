// What the file functions need of the system: the calls that can fail, and who protects a secret on Windows.
import {link, open, rename, rm} from 'node:fs/promises';
import {windowsAccess} from './windows-access.js';

/** Every function that writes takes one of these as its last argument, so that a test can make each call fail. */
export type Disk = {
	readonly open: typeof open;
	readonly link: typeof link;
	readonly rename: typeof rename;
	readonly rm: typeof rm;
	/**
	 * Gives a file to the user, Administrators and SYSTEM alone; rejects when that fails. Null where the mode bits
	 * do it.
	 */
	readonly restrict: ((path: string) => Promise<void>) | null;
	/** How often a rename or removal is tried: on Windows a virus scanner may hold a new file for a moment. */
	readonly tries: number;
};

/** The disk of this computer. Whoever writes many files makes one and passes it: it remembers who the user is. */
export function thisDisk(): Disk {
	const onWindows = process.platform === 'win32';
	return {
		open,
		link,
		rename,
		rm,
		restrict: onWindows ? windowsAccess() : null,
		tries: onWindows ? 10 : 1,
	};
}

/** Does `action` again while another program holds the file, as often as `disk.tries` says, 50 ms apart. */
export async function patiently(disk: Disk, action: () => Promise<void>): Promise<void> {
	for (let rest = disk.tries - 1; ; rest--) {
		try {
			return await action();
		} catch (cause) {
			if (rest <= 0 || !['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(cause))) throw cause;
			await new Promise(resolve => setTimeout(resolve, 50));
		}
	}
}

/** The system's code of an error (`ENOENT`); empty when it has none. */
export function systemCode(cause: unknown): string {
	return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
