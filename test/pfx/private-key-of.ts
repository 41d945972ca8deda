// Which key of an opened PFX belongs to which certificate.
import {type KeyObject, X509Certificate} from 'node:crypto';
import type {OpenedPfx} from '../../source/pfx/pfx.js';

/**
 * The key whose public half is in the certificate (DER), or null. Keys are compared, not localKeyIds: several
 * programs write none, or the same one twice. Throws what Node throws for bytes that are no certificate.
 */
export function privateKeyOf(opened: OpenedPfx, certificate: Uint8Array): KeyObject | null {
	const x509 = new X509Certificate(certificate);
	return opened.keys.find(({privateKey}) => x509.checkPrivateKey(privateKey))?.privateKey ?? null;
}
