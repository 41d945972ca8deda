// Bytes to and from node-forge's strings of one byte per character.

/** Bytes as a string of one byte per character. */
export function binaryFromBytes(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The bytes of such a string. */
export function bytesFromBinary(binary: string): Uint8Array {
	const buffer = Buffer.from(binary, 'latin1');
	return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** Bytes as upper-case hex. */
export function hexFromBytes(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').toUpperCase();
}
