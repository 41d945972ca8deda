// Key, certificate and chain → PFX, definite-length DER throughout (RFC 7292).
import {hash} from 'node:crypto';
import {explicit, implicit, integer, objectIdentifier, octetString, sequence, setOf} from '../der/build.js';
import {encodeDer} from '../der/encode.js';
import {bmpString} from '../der/text.js';
import type {DerValue} from '../der/value.js';
import {bagAttribute, bagType, contentType, x509Certificate} from './oids.js';
import type {PfxContent, PfxProtection} from './pfx.js';
import {drawSalt, type Encrypted, encrypt, macData} from './protect.js';

/**
 * Encodes a PFX that Windows, .NET, Java, macOS and OpenSSL open: the key first, as Windows writes it, then leaf
 * and chain; both encrypted, and a MAC. Random bytes are drawn for the key, the certificates and the MAC, in this
 * order. Throws RangeError for an empty password and for iterations that are no positive integer.
 */
export async function encodePfx(content: PfxContent, protection: PfxProtection): Promise<Uint8Array> {
	const {password, iterations} = protection;
	if (password === '') throw new RangeError('a PFX needs a password');
	// Half of a surrogate pair would be one character for the MAC and another one for PBES2.
	if (!password.isWellFormed()) throw new RangeError('a password with half of a surrogate pair');
	if (!Number.isSafeInteger(iterations) || iterations < 1)
		throw new RangeError('iterations are a positive integer');

	const localKeyId = hash('sha1', content.certificate, 'buffer');
	const [keySalt, certificatesSalt] = [drawSalt(protection), drawSalt(protection)];
	const pkcs8 = content.privateKey.export({type: 'pkcs8', format: 'der'});
	const [key, certificates] = await Promise.all([
		encrypt(pkcs8, protection, keySalt),
		encrypt(encodeDer(certificateBags(content, localKeyId)), protection, certificatesSalt),
	]);
	const keyBags = encodeDer(sequence(keyBag(key, content.provider, localKeyId)));
	const authenticatedSafe = encodeDer(sequence(data(keyBags), encryptedData(certificates)));
	const mac = await macData(authenticatedSafe, protection);
	return encodeDer(sequence(integer(3), data(authenticatedSafe), mac));
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
