// What each key type of a profile is, in the words in which a certificate is read.
import type {PublicKeyInfo} from '../certificate/certificate.js';
import {keyAlgorithm} from '../certificate/oids.js';
import type {KeyType} from '../profile/profile.js';

export type PlannedKey = Omit<PublicKeyInfo, 'spki' | 'type'> & {readonly type: 'rsa' | 'ec'};

const rsa = {type: 'rsa', curve: null, algorithm: keyAlgorithm.rsaEncryption} as const;
const ec = {type: 'ec', algorithm: keyAlgorithm.ecPublicKey} as const;

/** Everything about the public key that a plan decides: all but its bits. */
export const plannedKeys: Readonly<Record<KeyType, PlannedKey>> = {
	'rsa-2048': {...rsa, bits: 2048},
	'rsa-3072': {...rsa, bits: 3072},
	'rsa-4096': {...rsa, bits: 4096},
	'ecdsa-p256': {...ec, bits: 256, curve: 'prime256v1'},
	'ecdsa-p384': {...ec, bits: 384, curve: 'secp384r1'},
};
