// What the rules look at, taken from a certificate that was read.
import type {CertificateFacts} from '../plan/rules/facts.js';
import type {Certificate} from './certificate.js';
import {keyName} from './key-name.js';

/** Facts of a certificate; what stands in its PFX alone (friendly name, iterations, provider) is not known here. */
export function factsOfCertificate(certificate: Certificate): CertificateFacts {
	const {subject, subjectAlternativeNames, publicKey, notBefore, notAfter} = certificate;
	return {
		kind: null,
		friendlyName: null,
		subject,
		subjectAlternativeNames,
		key: {type: publicKey.type, bits: publicKey.bits, name: keyName(publicKey)},
		notBefore,
		notAfter,
		keyUsage: certificate.keyUsage,
		extendedKeyUsage: certificate.extendedKeyUsage,
		cA: certificate.basicConstraints?.cA ?? false,
		pfx: null,
		outputs: null,
	};
}
