// Reads a stream to its end, up to a limit.
import type {ProblemCode} from '../problem/codes.js';
import {error, type Problem} from '../problem/problem.js';
import {formatLimit} from './read-bytes.js';

/** Everything that `stream` (standard input) gives, at most `limit` bytes; problems have the given code. */
export async function readStdin(
	stream: AsyncIterable<Uint8Array | string>,
	limit: number,
	code: ProblemCode = 'file-unreadable',
): Promise<Uint8Array | Problem> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of stream) {
			const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
			length += bytes.length;
			if (length > limit) return error(code, `standard input gave more than ${formatLimit(limit)}`);
			chunks.push(bytes);
		}
	} catch {
		return error(code, 'standard input could not be read');
	}
	const all = new Uint8Array(length);
	let offset = 0;
	for (const bytes of chunks) {
		all.set(bytes, offset);
		offset += bytes.length;
	}
	return all;
}
