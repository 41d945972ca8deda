// How a certificate that was seen, in a file or at a server, stands in JSON: the same names as in a run's report.
import * as v from 'valibot';
import {certificateDefinition} from './report-definition.js';

const {subject, issuer, notBefore, notAfter, extendedKeyUsage} = certificateDefinition.entries;
const hex = v.pipe(v.string(), v.regex(/^(?:[\dA-F]{2})+$/));

export const seenCertificateDefinition = v.strictObject({
	subject,
	issuer,
	serialNumber: hex,
	notBefore,
	notAfter,
	key: v.pipe(
		v.string(),
		v.description('rsa-2048, ecdsa-p256, ed25519, …; a dotted OID for an algorithm without a name'),
	),
	keyUsage: v.array(v.string()),
	extendedKeyUsage,
	subjectAlternativeNames: v.array(
		v.strictObject({type: v.picklist(['dns', 'ip', 'email', 'uri', 'other']), value: v.string()}),
	),
	thumbprint: v.pipe(hex, v.description('SHA-1 of the certificate')),
	sha256: v.pipe(hex, v.description('SHA-256 of the certificate')),
});

export type SeenCertificateJson = v.InferOutput<typeof seenCertificateDefinition>;
