// Certification requests, as CAs get them (RFC 2986), with the extensions that they ask for.
import {createPublicKey, verify} from 'node:crypto';
import type {Certificate, PublicKeyInfo} from '../certificate/certificate.js';
import {readName} from '../certificate/name.js';
import {readPublicKey} from '../certificate/public-key.js';
import {readExtensions, readKnownExtensions} from '../certificate/read-extensions.js';
import {decodeDer} from '../der/decode.js';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readBitString, readChildren, readOid, readSetOf} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import type {DistinguishedName} from '../plan/plan.js';

export type CertificationRequest = {
	readonly subject: DistinguishedName;
	readonly publicKey: PublicKeyInfo;
	/** Dotted OID. */
	readonly signatureAlgorithm: string;
	/** Null: signed with an algorithm that Node cannot check. */
	readonly signatureVerifies: boolean | null;
	/** The extensions that it asks for. */
	readonly extensions: Certificate['extensions'];
} & ReturnType<typeof readKnownExtensions>;

/** extensionRequest (RFC 2985, section 5.4.2), and Microsoft's own from before it. */
const extensionRequest: ReadonlySet<string> = new Set(['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14']);

/** Hash functions of the signature algorithms that are checked. */
const hashes: Readonly<Record<string, string>> = {
	'1.2.840.113549.1.1.5': 'sha1',
	'1.2.840.113549.1.1.11': 'sha256',
	'1.2.840.113549.1.1.12': 'sha384',
	'1.2.840.113549.1.1.13': 'sha512',
	'1.2.840.10045.4.1': 'sha1',
	'1.2.840.10045.4.3.2': 'sha256',
	'1.2.840.10045.4.3.3': 'sha384',
	'1.2.840.10045.4.3.4': 'sha512',
};

/** Reads one request and checks its signature, which proves that the sender has the key. Throws DerError. */
export function readRequest(der: Uint8Array): CertificationRequest {
	const fields = new Fields(decodeDer(der), 'request');
	const infoValue = fields.next('certificationRequestInfo');
	const algorithm = new Fields(fields.next('signatureAlgorithm'), 'signatureAlgorithm');
	const signatureAlgorithm = readOid(algorithm.next('algorithm'), 'signatureAlgorithm');
	const signature = readBitString(fields.next('signature'), 'signature').bytes;
	const info = new Fields(infoValue, 'certificationRequestInfo');
	info.next('version');
	const subject = readName(info.next('subject'), 'subject');
	const publicKey = readPublicKey(encodeDer(info.next('subjectPKInfo')));
	const extensions = readRequestedExtensions(info.context(0));
	return {
		subject,
		publicKey,
		signatureAlgorithm,
		signatureVerifies: checkSignature(encodeDer(infoValue), publicKey.spki, signatureAlgorithm, signature),
		extensions,
		...readKnownExtensions(extensions),
	};
}

function readRequestedExtensions(attributes: DerValue | null): Certificate['extensions'] {
	for (const attribute of attributes === null ? [] : readChildren(attributes, 'attributes')) {
		const fields = new Fields(attribute, 'attribute');
		if (!extensionRequest.has(readOid(fields.next('type'), 'attribute'))) continue;
		const [extensions] = readSetOf(fields.next('values'), 'extensionRequest');
		if (extensions !== undefined) return readExtensions(extensions);
	}
	return [];
}

function checkSignature(
	info: Uint8Array,
	spki: Uint8Array,
	algorithm: string,
	signature: Uint8Array,
): boolean | null {
	const hash = hashes[algorithm];
	if (hash === undefined) return null;
	try {
		const key = createPublicKey({key: Buffer.from(spki), format: 'der', type: 'spki'});
		return verify(hash, info, key, signature);
	} catch {
		return null;
	}
}
