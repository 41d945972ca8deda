// Key, certificate and chain → PFX, definite-length DER throughout (RFC 7292).
import {hash} from 'node:crypto';
import {explicit, implicit, integer, objectIdentifier, octetString, sequence, setOf} from '../der/build.js';
import {encodeDer} from '../der/encode.js';
import {bmpString} from '../der/text.js';
import type {DerValue} from '../der/value.js';
import {bagAttribute, bagType, contentType, x509Certificate} from './oids.js';
import type {PfxContent, PfxProtection} from './pfx.js';
import {derivePfxKeys, type Encrypted, type PfxKeys} from './protect.js';

/** Derives the keys and encodes: `derivePfxKeys`, then `encodePfxWith`. */
export async function encodePfx(content: PfxContent, protection: PfxProtection): Promise<Uint8Array> {
	return encodePfxWith(content, await derivePfxKeys(protection));
}

/**
 * Encodes a PFX that Windows, .NET, Java, macOS and OpenSSL open: the key first, as Windows writes it, then leaf
 * and chain; both encrypted, and a MAC.
 */
export function encodePfxWith(content: PfxContent, keys: PfxKeys): Uint8Array {
	const localKeyId = hash('sha1', content.certificate, 'buffer');
	const key = keys.encryptKey(content.privateKey.export({type: 'pkcs8', format: 'der'}));
	const certificates = keys.encryptCertificates(encodeDer(certificateBags(content, localKeyId)));
	const keyBags = encodeDer(sequence(keyBag(key, content.provider, localKeyId)));
	const authenticatedSafe = encodeDer(sequence(data(keyBags), encryptedData(certificates)));
	return encodeDer(sequence(integer(3), data(authenticatedSafe), keys.macData(authenticatedSafe)));
}

/** ContentInfo of type data. */
function data(content: Uint8Array): DerValue {
	return sequence(objectIdentifier(contentType.data), explicit(0, octetString(content)));
}

/** ContentInfo of type encryptedData (RFC 2315, section 13). */
function encryptedData({algorithm, bytes}: Encrypted): DerValue {
	const info = sequence(objectIdentifier(contentType.data), algorithm, implicit(0, bytes));
	return sequence(objectIdentifier(contentType.encryptedData), explicit(0, sequence(integer(0), info)));
}

/**
 * No friendlyName here: Windows would take it for the name of the key container. No key usage either: it can force
 * AT_SIGNATURE, which Schannel does not accept.
 */
function keyBag({algorithm, bytes}: Encrypted, provider: string | null, localKeyId: Uint8Array): DerValue {
	return bag(bagType.pkcs8ShroudedKeyBag, sequence(algorithm, octetString(bytes)), [
		attribute(bagAttribute.localKeyId, octetString(localKeyId)),
		...(provider === null ? [] : [attribute(bagAttribute.provider, bmpString(provider))]),
	]);
}

function certificateBags({certificate, chain, friendlyName}: PfxContent, localKeyId: Uint8Array): DerValue {
	const leafAttributes = [
		attribute(bagAttribute.localKeyId, octetString(localKeyId)),
		...(friendlyName === '' ? [] : [attribute(bagAttribute.friendlyName, bmpString(friendlyName))]),
	];
	return sequence(
		certificateBag(certificate, leafAttributes),
		...chain.map(each => certificateBag(each, [])),
	);
}

function certificateBag(der: Uint8Array, attributes: readonly DerValue[]): DerValue {
	const value = sequence(objectIdentifier(x509Certificate), explicit(0, octetString(der)));
	return bag(bagType.certBag, value, attributes);
}

function bag(type: string, value: DerValue, attributes: readonly DerValue[]): DerValue {
	const attributeSet = attributes.length === 0 ? [] : [setOf(...attributes)];
	return sequence(objectIdentifier(type), explicit(0, value), ...attributeSet);
}

function attribute(type: string, value: DerValue): DerValue {
	return sequence(objectIdentifier(type), setOf(value));
}
