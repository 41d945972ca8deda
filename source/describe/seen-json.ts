// A certificate that was seen, as JSON.
import type {Certificate, PublicKeyInfo} from '../certificate/certificate.js';
import {keyName} from '../certificate/key-name.js';
import {formatDistinguishedName} from '../plan/distinguished-name-text.js';
import {extendedKeyUsageName} from '../plan/object-identifier.js';
import {isoInstant} from './instant.js';
import type {SeenCertificateJson} from './seen-definition.js';

const curveNames: Readonly<Record<string, string>> = {
	prime256v1: 'ecdsa-p256',
	secp384r1: 'ecdsa-p384',
	secp521r1: 'ecdsa-p521',
};

/** `rsa-2048`, `ecdsa-p256` as in profiles; `secp256k1`, `ed25519`, `rsa-pss-2048` for keys that we do not make. */
export function keyText(key: PublicKeyInfo): string {
	const {type, bits, curve} = key;
	if (type === 'rsa' && bits !== null) return `rsa-${bits}`;
	if (type === 'ec' && curve !== null) return curveNames[curve] ?? curve;
	const name = type === 'ec' ? key.algorithm : keyName(key).toLowerCase();
	return bits === null ? name : `${name}-${bits}`;
}

/** One certificate of a chain, a file or a key set. */
export function seenCertificateJson(certificate: Certificate): SeenCertificateJson {
	const {serialNumber, keyUsage, extendedKeyUsage, subjectAlternativeNames, thumbprint, sha256} = certificate;
	return {
		subject: formatDistinguishedName(certificate.subject),
		issuer: formatDistinguishedName(certificate.issuer),
		serialNumber,
		notBefore: isoInstant(certificate.notBefore),
		notAfter: isoInstant(certificate.notAfter),
		key: keyText(certificate.publicKey),
		keyUsage: [...(keyUsage ?? [])],
		extendedKeyUsage: (extendedKeyUsage ?? []).map(extendedKeyUsageName),
		subjectAlternativeNames: (subjectAlternativeNames ?? []).map(({type, value}) => ({type, value})),
		thumbprint,
		sha256,
	};
}
