// A password as the two families of key derivation take it (RFC 7292, appendix B.1; RFC 8018, section 3).

/** BMPString with a terminating zero, for the KDF of PKCS #12. Nothing is trimmed or normalised. */
export function bmpPassword(password: string): Uint8Array {
	return Buffer.from(`${password}\0`, 'utf16le').swap16();
}

/** UTF-8, for PBKDF2. */
export function utf8Password(password: string): Uint8Array {
	return Buffer.from(password);
}

/** What foreign writers may have made of a password: an empty one is two zero bytes for some, nothing for others. */
export function bmpPasswordForms(password: string): readonly Uint8Array[] {
	return password === '' ? [bmpPassword(password), new Uint8Array(0)] : [bmpPassword(password)];
}
