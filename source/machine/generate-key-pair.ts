// One new key pair, made by node:crypto in libuv's thread pool.
import {generateKeyPair as generate} from 'node:crypto';
import type {KeyPair} from '../certificate/certificate.js';
import type {KeyType} from '../profile/profile.js';

const rsaKeyBits = {'rsa-2048': 2048, 'rsa-3072': 3072, 'rsa-4096': 4096} as const;
const namedCurves = {'ecdsa-p256': 'P-256', 'ecdsa-p384': 'P-384'} as const;

/** RSA with public exponent 65537, or ECDSA on a named curve (RFC 5480, section 2.1.1.1). */
export async function generateKeyPair(type: KeyType): Promise<KeyPair> {
	return new Promise((resolve, reject) => {
		const done = (cause: Error | null, publicKey: KeyPair['publicKey'], privateKey: KeyPair['privateKey']) =>
			cause === null ? resolve({publicKey, privateKey}) : reject(cause);
		switch (type) {
			case 'ecdsa-p256':
			case 'ecdsa-p384':
				generate('ec', {namedCurve: namedCurves[type], paramEncoding: 'named'}, done);
				return;
			case 'rsa-2048':
			case 'rsa-3072':
			case 'rsa-4096':
				generate('rsa', {modulusLength: rsaKeyBits[type], publicExponent: 0x10001}, done);
				return;
		}
	});
}
