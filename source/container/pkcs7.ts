// PKCS #7 with certificates and nothing else, as CAs and Windows hand out chains (RFC 2315, section 9.1; RFC 5652).
import {explicit, integer, objectIdentifier, sequence, setOf} from '../der/build.js';
import {decodeDer} from '../der/decode.js';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readChildren, readExplicit, readOid} from '../der/read.js';
import {type DerValue, isUniversal} from '../der/value.js';

const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';

/** What else PKCS #7 is used for. */
const others: Readonly<Record<string, string>> = {
	[data]: 'data',
	'1.2.840.113549.1.7.3': 'envelopedData',
	'1.2.840.113549.1.7.4': 'signedAndEnvelopedData',
	'1.2.840.113549.1.7.5': 'digestedData',
	'1.2.840.113549.1.7.6': 'encryptedData',
};

/** Certificates (DER) of a ContentInfo in its order; the name of its content type when that holds none. Throws DerError. */
export function readPkcs7(contentInfo: DerValue): readonly Uint8Array[] | string {
	const fields = new Fields(contentInfo, 'ContentInfo');
	const type = readOid(fields.next('contentType'), 'contentType');
	if (type !== signedData) return others[type] ?? type;
	const signed = new Fields(readExplicit(fields.next('content'), 'content'), 'SignedData');
	signed.next('version');
	signed.next('digestAlgorithms');
	signed.next('contentInfo');
	const certificates = signed.context(0);
	if (certificates === null) return [];
	// A SEQUENCE is an X.509 certificate; the tagged choices are from before it, or attribute certificates.
	return readChildren(certificates, 'certificates')
		.filter(each => isUniversal(each, 'SEQUENCE'))
		.map(encodeDer);
}

/** Certificates (DER) as SignedData without signatures: what Windows imports as a .p7b. */
export function encodePkcs7(certificates: readonly Uint8Array[]): Uint8Array {
	// `[0] IMPLICIT SET OF`: readers want the order that they are used to, and OpenSSL does not sort it either.
	const set: DerValue = {...explicit(0, sequence()), value: certificates.map(decodeDer)};
	const signed = sequence(integer(1), setOf(), sequence(objectIdentifier(data)), set, setOf());
	return encodeDer(sequence(objectIdentifier(signedData), explicit(0, signed)));
}
