// What can be said about a private key: the same as about its public half.
import {createPublicKey, type KeyObject} from 'node:crypto';
import type {PublicKeyInfo} from '../certificate/certificate.js';
import {readPublicKey} from '../certificate/public-key.js';

/** Type, size and curve of a private or public key. Throws DerError for a key that is none of X.509's. */
export function keyInfo(key: KeyObject): PublicKeyInfo {
	const publicKey = key.type === 'public' ? key : createPublicKey(key);
	return readPublicKey(publicKey.export({type: 'spki', format: 'der'}));
}
