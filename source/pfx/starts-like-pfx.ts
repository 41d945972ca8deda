// Tells a PFX by its first bytes, before anything is decoded.

/** True for what begins as a PFX does (SEQUENCE, a version, and a PKCS #7 type soon), though the rest is broken. */
export function startsLikePfx(bytes: Uint8Array): boolean {
	const beginning = Buffer.from(bytes.subarray(0, 40));
	const version = beginning.indexOf(Buffer.of(0x02, 0x01));
	const pkcs7 = beginning.indexOf(Buffer.from('2a864886f70d0107', 'hex'));
	return bytes[0] === 0x30 && version > 0 && version < pkcs7;
}
