// Private keys as the text that other servers want: PKCS #8 in PEM, in the clear or encrypted (RFC 7468, RFC 5958).
import type {KeyObject} from 'node:crypto';
import {pemFromDer} from '../certificate/pem.js';
import {octetString, sequence} from '../der/build.js';
import {encodeDer} from '../der/encode.js';
import type {PfxProtection} from '../pfx/pfx.js';
import {deriveEncryption} from '../pfx/protect.js';

/** The key as PKCS #8 without any protection. */
export function privateKeyToPem(privateKey: KeyObject): string {
	return pemFromDer('PRIVATE KEY', privateKey.export({type: 'pkcs8', format: 'der'}));
}

/**
 * The key as an EncryptedPrivateKeyInfo (RFC 5958, section 3): the same schemes as in a PFX. Throws RangeError for an
 * empty password.
 */
export async function encryptedKeyToPem(privateKey: KeyObject, protection: PfxProtection): Promise<string> {
	const encrypt = await deriveEncryption(protection);
	const {algorithm, bytes} = encrypt(privateKey.export({type: 'pkcs8', format: 'der'}));
	return pemFromDer('ENCRYPTED PRIVATE KEY', encodeDer(sequence(algorithm, octetString(bytes))));
}
