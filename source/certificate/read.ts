// DER → certificate, ours or anybody's (RFC 5280, section 4.1).
import {hash} from 'node:crypto';
import {hexFromBytes} from '../der/bytes.js';
import {decodeDer} from '../der/decode.js';
import {DerError} from '../der/der-error.js';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readBitString, readExplicit, readInteger, readIntegerBytes, readOid} from '../der/read.js';
import {readTime} from '../der/time.js';
import type {DerValue} from '../der/value.js';
import type {Certificate} from './certificate.js';
import {readName} from './name.js';
import {readPublicKey} from './public-key.js';
import {readExtensions, readKnownExtensions} from './read-extensions.js';

/** Reads one certificate; nothing is verified. Throws DerError where it is not what RFC 5280 describes. */
export function readCertificate(der: Uint8Array): Certificate {
	const fields = new Fields(decodeDer(der), 'certificate');
	const tbs = new Fields(fields.next('tbsCertificate'), 'tbsCertificate');
	const signatureAlgorithm = readAlgorithm(fields.next('signatureAlgorithm'));
	readBitString(fields.next('signatureValue'), 'signatureValue');
	fields.end();

	const version = tbs.context(0);
	const serialNumber = readIntegerBytes(tbs.next('serialNumber'), 'serialNumber');
	if (readAlgorithm(tbs.next('signature')) !== signatureAlgorithm)
		throw new DerError('certificate: two different signature algorithms');
	const issuer = tbs.next('issuer');
	const validity = new Fields(tbs.next('validity'), 'validity');
	const notBefore = readTime(validity.next('notBefore'), 'notBefore');
	const notAfter = readTime(validity.next('notAfter'), 'notAfter');
	const subject = tbs.next('subject');
	const publicKey = readPublicKey(encodeDer(tbs.next('subjectPublicKeyInfo')));
	// issuerUniqueID and subjectUniqueID: from before version 3, of no use to anybody.
	tbs.context(1);
	tbs.context(2);
	const tagged = tbs.context(3);
	tbs.end();
	const extensions = tagged === null ? [] : readExtensions(readExplicit(tagged, 'extensions'));

	return {
		der,
		version: version === null ? 1 : readInteger(readExplicit(version, 'version'), 'version') + 1,
		serialNumber: hexFromBytes(serialNumber),
		signatureAlgorithm,
		issuer: readName(issuer, 'issuer'),
		issuerDer: encodeDer(issuer),
		subject: readName(subject, 'subject'),
		subjectDer: encodeDer(subject),
		notBefore,
		notAfter,
		publicKey,
		...readKnownExtensions(extensions),
		extensions,
		thumbprint: hash('sha1', der).toUpperCase(),
		sha256: hash('sha256', der).toUpperCase(),
	};
}

function readAlgorithm(value: DerValue): string {
	return readOid(new Fields(value, 'signatureAlgorithm').next('algorithm'), 'signatureAlgorithm');
}
