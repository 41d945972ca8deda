// The first DER element of some bytes, without what an editor, a mailer or OpenSSL has put behind it.

/** Line ends, blanks, Ctrl+Z and zeros: what files are padded with. */
const padding: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20]);

/**
 * The bytes of the first element when it has a definite length and either padding follows it or, as in OpenSSL's
 * TRUSTED CERTIFICATE, another SEQUENCE; else all bytes, which the decoder will complain about.
 */
export function firstElement(bytes: Uint8Array): Uint8Array {
	const end = endOfElement(bytes);
	if (end === null || end >= bytes.length) return bytes;
	const rest = bytes.subarray(end);
	const isTrust = rest[0] === 0x30 && endOfElement(rest) === rest.length;
	return isTrust || rest.every(octet => padding.has(octet)) ? bytes.subarray(0, end) : bytes;
}

function endOfElement(bytes: Uint8Array): number | null {
	const first = bytes[1];
	if (first === undefined || first === 0x80) return null;
	if (first < 0x80) return 2 + first;
	const octets = first & 0x7f;
	if (octets > 4 || bytes.length < 2 + octets) return null;
	const length = bytes.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
	return 2 + octets + length;
}
