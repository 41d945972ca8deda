// Folders in which nobody wants certificates, though they may well be the current one.
import {posix, win32} from 'node:path';
import {type Problem, warning, wholeFile} from '../problem/problem.js';

type Reason = readonly [found: RegExp, why: string];

/** `YSoft`, `YSoft SafeQ`, `YSoft SafeQ 6`, `SafeQ6`: the program's folders, not `SafeQ certificates`. */
const safeq: Reason = [
	/[\\/](?:y ?soft(?:[ -]?safeq(?: ?\d[^\\/]*)?)?|safeq ?\d[^\\/]*)(?:[\\/]|$)/i,
	'SafeQ keeps its services in this folder, and its log collector takes every PFX with it',
];

const tilde: Reason = [
	/[\\/]~(?:[\\/]|$)/,
	'this folder is called "~": the shell did not put your home folder in its place',
];

const windowsReasons: readonly Reason[] = [
	safeq,
	tilde,
	[/^[a-z]:\\windows(?:\\|$)/i, 'this folder belongs to Windows'],
	[/^[a-z]:\\program files(?: \(x86\))?(?:\\|$)/i, 'this folder belongs to installed programs'],
	[/\\inetpub(?:\\|$)/i, 'a web server may publish what lies in this folder'],
];

const posixReasons: readonly Reason[] = [
	safeq,
	tilde,
	[/^\/$/, 'this is the root of the file system'],
	[
		/^\/(?:bin|boot|dev(?!\/shm(?:\/|$))|lib|lib64|proc|sbin|sys|System|usr(?!\/local(?:\/|$)))(?:\/|$)/,
		'this folder belongs to the operating system',
	],
	[/^\/var\/www(?:\/|$)/, 'a web server may publish what lies in this folder'],
];

/** A warning when `path`, an absolute folder, is a place where certificates are in the way or in danger, else null. */
export function unwantedFolder(path: string, platform: NodeJS.Platform): Problem | null {
	const onWindows = platform === 'win32';
	const folder = onWindows ? win32.normalize(path) : posix.normalize(path);
	const reason = (onWindows ? windowsReasons : posixReasons).find(([found]) => found.test(folder));
	if (reason === undefined) return null;
	return warning('output-unwanted-folder', reason[1], {
		hint: 'choose another folder with --out',
		place: wholeFile(path),
	});
}
