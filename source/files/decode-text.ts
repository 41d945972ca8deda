// Bytes → text, for what editors and shells write: UTF-8, or UTF-16 with a byte order mark.

/**
 * The text in `bytes` without its byte order mark: UTF-16 when they begin with one (Windows PowerShell writes
 * that), else UTF-8. Null when they are not valid in that encoding; nothing is ever replaced.
 */
export function decodeText(bytes: Uint8Array): string | null {
	const [first, second] = bytes;
	let encoding = 'utf-8';
	if (first === 0xff && second === 0xfe) encoding = 'utf-16le';
	if (first === 0xfe && second === 0xff) encoding = 'utf-16be';
	try {
		return new TextDecoder(encoding, {fatal: true}).decode(bytes);
	} catch {
		return null;
	}
}
