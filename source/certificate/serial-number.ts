// Serial numbers of certificates (RFC 5280, section 4.1.2.2).

/** 16 octets from `randomBytes`, the first one 0x40 to 0x7f: always positive, of one length, 126 bits of it random. */
export function serialNumberFrom(randomBytes: (length: number) => Uint8Array): Uint8Array {
	const [first = 0, ...rest] = randomBytes(16);
	return Uint8Array.of((first & 0x3f) | 0x40, ...rest);
}
