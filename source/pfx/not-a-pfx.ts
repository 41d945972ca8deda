// What people give to the program instead of a PFX, in their words.

/** Beginnings of other files. */
const others: readonly (readonly [beginning: string, what: string])[] = [
	['-----BEGIN ', 'this is PEM text, not a PFX'],
	['\xef\xbb\xbf-----BEGIN ', 'this is PEM text, not a PFX'],
	['\xfe\xed\xfe\xed', 'this is a Java keystore (JKS), not a PFX'],
	['\xce\xce\xce\xce', 'this is a Java keystore (JCEKS), not a PFX'],
];

/** Says what the bytes seem to be. */
export function notAPfxMessage(bytes: Uint8Array): string {
	if (bytes.length === 0) return 'the file is empty';
	const beginning = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
	const other = others.find(([start]) => beginning.startsWith(start));
	if (other !== undefined) return other[1];
	return startsLikeCertificate(bytes)
		? 'this is a certificate without a private key, not a PFX'
		: 'this is not a PFX';
}

/** Certificate: SEQUENCE, tbsCertificate SEQUENCE, version `[0]` of 3 bytes; lengths of two octets each. */
function startsLikeCertificate(bytes: Uint8Array): boolean {
	const expected = [0x30, 0x82, null, null, 0x30, 0x82, null, null, 0xa0, 0x03];
	return expected.every((octet, index) => octet === null || bytes[index] === octet);
}

/** True for what begins as a PFX does (SEQUENCE, a version, and a PKCS #7 type soon), though the rest is broken. */
export function startsLikePfx(bytes: Uint8Array): boolean {
	const beginning = Buffer.from(bytes.subarray(0, 40));
	const version = beginning.indexOf(Buffer.of(0x02, 0x01));
	const pkcs7 = beginning.indexOf(Buffer.from('2a864886f70d0107', 'hex'));
	return bytes[0] === 0x30 && version > 0 && version < pkcs7;
}
