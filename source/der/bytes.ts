// Bytes to and from node-forge's strings of one byte per character.

/** Bytes as a string of one byte per character. */
export function binaryFromBytes(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The bytes of such a string, in memory of their own: a view into Node's pool would keep all its neighbours alive. */
export function bytesFromBinary(binary: string): Uint8Array {
	const bytes = new Uint8Array(binary.length);
	Buffer.from(bytes.buffer).write(binary, 'latin1');
	return bytes;
}

/** Bytes as upper-case hex. */
export function hexFromBytes(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').toUpperCase();
}
