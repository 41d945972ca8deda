// A certificate that was seen, as JSON.
import type {Certificate, PublicKeyInfo} from '../certificate/certificate.js';
import {formatDistinguishedName} from '../plan/distinguished-name-text.js';
import {extendedKeyUsageName} from '../plan/object-identifier.js';
import {isoInstant} from './instant.js';
import type {SeenCertificateJson} from './seen-definition.js';

const curveNames: Readonly<Record<string, string>> = {
	prime256v1: 'ecdsa-p256',
	secp384r1: 'ecdsa-p384',
	secp521r1: 'ecdsa-p521',
};

/** `rsa-2048`, `ecdsa-p256` as in profiles; the curve's name, or the algorithm's OID, for keys that we do not make. */
export function keyText({type, bits, curve, algorithm}: PublicKeyInfo): string {
	if (type === 'rsa' && bits !== null) return `rsa-${bits}`;
	if (type === 'ec' && curve !== null) return curveNames[curve] ?? curve;
	return algorithm;
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
