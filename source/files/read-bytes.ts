// Reads a whole file, up to a limit, without ever hanging on a device or a pipe.
import {constants, type Stats} from 'node:fs';
import {type FileHandle, open, realpath, stat} from 'node:fs/promises';
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem, wholeFile} from '../problem/problem.js';
import {systemCode} from './disk.js';

/** What a file is read for: the codes of its problems, and whether it may be a pipe. */
export type ReadPurpose = {
	readonly missing: ProblemCode;
	readonly unreadable: ProblemCode;
	readonly tooLarge: ProblemCode;
	/** How long a pipe may take to say everything; 0: pipes are refused. */
	readonly pipeMilliseconds: number;
};

const anyFile: ReadPurpose = {
	missing: 'file-not-found',
	unreadable: 'file-unreadable',
	tooLarge: 'file-too-large',
	pipeMilliseconds: 0,
};

const reasons: Readonly<Record<string, string>> = {
	EACCES: 'no right to read the file',
	EPERM: 'no right to read the file',
	EISDIR: 'this is a folder, not a file',
	ENOTDIR: 'a part of the path is a file, not a folder',
	ENAMETOOLONG: 'the name is too long',
	ELOOP: 'the path is a circle of links',
	EBUSY: 'another program holds the file',
	EAGAIN: 'the pipe gave no end in time',
	EIO: 'the disk reports an error',
};

/**
 * The bytes of the file `path`, at most `limit` of them; a problem when it is missing, unreadable, too large, or
 * not a file: folders and devices are refused, pipes unless the purpose allows them. Waits for no pipe once aborted.
 */
export async function readBytes(
	path: string,
	limit: number,
	purpose: ReadPurpose = anyFile,
	signal?: AbortSignal,
): Promise<Uint8Array | Problem> {
	const place = wholeFile(path);
	try {
		// Looked at before it is opened, because opening some devices does something; then once more, because it
		// may have been exchanged. O_NONBLOCK: opening a pipe would wait for its other end.
		const refused = refusal(await stat(path), purpose);
		if (refused !== null) return error(purpose.unreadable, refused, {place});
		const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		try {
			const opened = await handle.stat();
			const refused = refusal(opened, purpose);
			if (refused !== null) return error(purpose.unreadable, refused, {place});
			const bytes = await readToEnd(handle, limit, {
				deadline: performance.now() + purpose.pipeMilliseconds,
				signal,
				awaitsWriter: opened.isFIFO() && (await hasName(path)),
			});
			return bytes ?? error(purpose.tooLarge, `the file is larger than ${formatLimit(limit)}`, {place});
		} finally {
			await handle.close();
		}
	} catch (cause) {
		const system = systemCode(cause);
		if (system === 'ENOENT') return error(purpose.missing, 'there is no such file', {place});
		const reason = reasons[system] ?? `the file could not be read${system === '' ? '' : ` (${system})`}`;
		return error(purpose.unreadable, reason, {place});
	}
}

/** What to say about something that is not a file; null when it may be read. */
function refusal(found: Stats, purpose: ReadPurpose): string | null {
	if (found.isFile() || (found.isFIFO() && purpose.pipeMilliseconds > 0)) return null;
	return found.isDirectory() ? 'this is a folder, not a file' : 'this is a device or a pipe, not a file';
}

/** A pipe of the shell's has no name of its own: whoever writes to it was there from the beginning. */
async function hasName(pipe: string): Promise<boolean> {
	try {
		return !/^\/(?:dev|proc)\//.test(await realpath(pipe));
	} catch {
		return false;
	}
}

type Patience = {
	/** In milliseconds, as `performance.now()` gives it. */
	readonly deadline: number;
	readonly signal: AbortSignal | undefined;
	/** A pipe that another program may open later: until then, reading it looks like its end. */
	readonly awaitsWriter: boolean;
};

/** Reads until the end; null when there is more than `limit`. The size that the system tells may be wrong. */
async function readToEnd(handle: FileHandle, limit: number, patience: Patience): Promise<Uint8Array | null> {
	let buffer = new Uint8Array(Math.min(limit + 1, 65_536));
	for (let length = 0; ; ) {
		const bytesRead = await readSome(handle, buffer, length, patience);
		length += bytesRead;
		if (bytesRead === 0) return buffer.subarray(0, length);
		if (length > limit) return null;
		if (length === buffer.length) {
			const larger = new Uint8Array(Math.min(limit + 1, length * 2));
			larger.set(buffer);
			buffer = larger;
		}
	}
}

/**
 * One read; a pipe whose other end has said nothing yet (EAGAIN), or to which nobody has come yet (no bytes at its
 * beginning), is asked again until the deadline.
 */
async function readSome(
	handle: FileHandle,
	buffer: Uint8Array,
	offset: number,
	{deadline, signal, awaitsWriter}: Patience,
): Promise<number> {
	let isEarly = awaitsWriter && offset === 0;
	for (;;) {
		try {
			const {bytesRead} = await handle.read(buffer, offset);
			if (bytesRead > 0 || !isEarly) return bytesRead;
			if (isOver({deadline, signal})) throw Object.assign(new Error('nobody wrote'), {code: 'EAGAIN'});
		} catch (cause) {
			if (systemCode(cause) !== 'EAGAIN' || isOver({deadline, signal})) throw cause;
			isEarly = false;
		}
		await new Promise(resolve => setTimeout(resolve, 20));
	}
}

function isOver({deadline, signal}: Pick<Patience, 'deadline' | 'signal'>): boolean {
	return performance.now() >= deadline || signal?.aborted === true;
}

/** `1 MiB`, `64 KiB`, `10 bytes`: limits are round numbers. */
export function formatLimit(bytes: number): string {
	if (bytes % 1_048_576 === 0) return `${bytes / 1_048_576} MiB`;
	return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} bytes`;
}
