// What the system says when a file cannot be written, as a problem that an administrator understands.
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem, wholeFile} from '../problem/problem.js';
import {systemCode} from './disk.js';

const otherFolder = 'choose another folder with --out';

/** System code → problem code, message, hint. */
const reasons: Readonly<Record<string, readonly [ProblemCode, string, string | null]>> = {
	ENOSPC: ['disk-full', 'the disk is full', null],
	EDQUOT: ['disk-full', 'the disk quota is used up', null],
	EFBIG: ['disk-full', 'the file is larger than this disk or user may have', null],
	EROFS: ['output-unwritable', 'the disk is read-only', otherFolder],
	EACCES: ['output-unwritable', 'no right to write here', otherFolder],
	EPERM: ['output-unwritable', 'no right to write here', otherFolder],
	ENOENT: ['output-unwritable', 'the folder does not exist', null],
	ENOTDIR: ['output-unwritable', 'a part of the path is a file, not a folder', otherFolder],
	EISDIR: ['output-unwritable', 'a folder has this name', otherFolder],
	ENOTEMPTY: ['output-unwritable', 'a folder has this name', otherFolder],
	ENAMETOOLONG: ['output-unwritable', 'the name is too long for this disk', null],
	ELOOP: ['output-unwritable', 'the path is a circle of links', null],
	EBUSY: ['output-unwritable', 'another program holds the file', null],
	ETXTBSY: ['output-unwritable', 'another program holds the file', null],
	EMFILE: ['output-unwritable', 'too many files are open', null],
	ENFILE: ['output-unwritable', 'too many files are open', null],
	EIO: ['output-unwritable', 'the disk reports an error', null],
};

/** Windows has one code for all of this. */
const onWindows: typeof reasons = {
	EPERM: [
		'output-unwritable',
		'no right to write here, or another program holds the file, or it is read-only',
		'close what has it open, or choose another folder with --out',
	],
};

/** A file stands where one would be written; the hint when no other is given: what `--out` and `--overwrite` do. */
export function fileExists(
	path: string,
	hint = 'choose another folder with --out, or replace it with --overwrite',
): Problem {
	return error('output-exists', 'file exists', {hint, place: wholeFile(path)});
}

/** The problem for a failed attempt to write `path`, or to make it as a folder. */
export function writeProblem(path: string, cause: unknown, platform = process.platform): Problem {
	const system = systemCode(cause);
	if (system === 'EEXIST') return fileExists(path);
	const reason = platform === 'win32' ? onWindows[system] : undefined;
	const [code, message, hint] = reason ??
		reasons[system] ?? [
			'output-unwritable',
			system === '' ? 'could not be written' : `could not be written (${system})`,
			null,
		];
	return error(code, message, {hint, place: wholeFile(path)});
}
