// What a kind of key is called, for people: the short name that standards and tools share.
import type {PublicKeyInfo} from './certificate.js';
import {keyAlgorithmNames} from './oids.js';

const curveNames: Readonly<Record<string, string>> = {
	prime256v1: 'P-256',
	secp384r1: 'P-384',
	secp521r1: 'P-521',
	secp224r1: 'P-224',
	prime192v1: 'P-192',
};

/** `RSA`, `P-256`, `secp256k1`, `Ed25519`, `RSA-PSS`; the dotted OID of an algorithm that nobody here has heard of. */
export function keyName({
	type,
	curve,
	algorithm,
}: Pick<PublicKeyInfo, 'type' | 'curve' | 'algorithm'>): string {
	if (type === 'rsa') return 'RSA';
	if (type === 'ec') return curve === null ? 'an unknown curve' : (curveNames[curve] ?? curve);
	return keyAlgorithmNames[algorithm] ?? algorithm;
}
