// RC2 in CBC mode for reading old PFX files: OpenSSL 3, and with it Node, no longer has it (RFC 2268).
import rc2 from 'node-forge/lib/rc2.js';
import util from 'node-forge/lib/util.js';
import {binaryFromBytes, bytesFromBinary} from './bytes.js';

/** The plain text, PKCS #7 padding removed; null when the padding is wrong, as after a wrong password. */
export function decryptRc2(
	key: Uint8Array,
	effectiveKeyBits: number,
	iv: Uint8Array,
	encrypted: Uint8Array,
): Uint8Array | null {
	if (encrypted.length === 0 || encrypted.length % 8 !== 0) return null;
	const cipher = rc2.createDecryptionCipher(binaryFromBytes(key), effectiveKeyBits);
	cipher.start(binaryFromBytes(iv));
	cipher.update(util.createBuffer(binaryFromBytes(encrypted)));
	// node-forge believes whatever the last byte says, so the padding is checked and taken off here.
	cipher.finish(() => true);
	return withoutPadding(bytesFromBinary(cipher.output.getBytes()));
}

/** PKCS #7: as many bytes as each of them says, 1 to 8. */
function withoutPadding(padded: Uint8Array): Uint8Array | null {
	const count = padded.at(-1) ?? 0;
	const isPadding = count >= 1 && count <= 8 && padded.subarray(-count).every(octet => octet === count);
	return isPadding ? padded.subarray(0, -count) : null;
}
