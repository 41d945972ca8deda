// Bytes → text, where they are text: certificates travel as UTF-8, as UTF-16 from PowerShell, as whatever an editor made.

/** The text that the bytes are; null when they are none. What is not valid in its encoding is replaced: PEM is ASCII. */
export function textFromBytes(bytes: Uint8Array): string | null {
	const [first = 0, second = 0] = bytes;
	if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes);
	if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes);
	// Windows PowerShell's `-Encoding unicode` has a byte order mark, but what was cut out of such a file has none.
	if (second === 0 && isPrintable(first)) return decode('utf-16le', bytes);
	if (first === 0 && isPrintable(second)) return decode('utf-16be', bytes);
	return bytes.subarray(0, 512).includes(0) ? null : decode('utf-8', bytes);
}

function isPrintable(octet: number): boolean {
	return octet >= 0x20 && octet <= 0x7e;
}

function decode(encoding: string, bytes: Uint8Array): string {
	return new TextDecoder(encoding).decode(bytes);
}

/** The bytes of a text that is base64 and nothing else; null for any other text. */
export function bytesFromBase64(text: string): Uint8Array | null {
	const compact = text.replace(/\s+/g, '');
	return compact.length >= 4 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
		? Buffer.from(compact, 'base64')
		: null;
}
