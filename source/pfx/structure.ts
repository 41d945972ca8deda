// The SEQUENCEs that a PFX is made of, read without deriving anything (RFC 7292, section 4).
import {Fields} from '../der/fields.js';
import {readExplicit, readInteger, readOctetString, readOctets, readOid} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {readAttributes, type SafeBagAttributes} from './attributes.js';
import {contentType, x509Certificate} from './oids.js';
import {unsupported} from './pbkdf2-parameters.js';
import {PfxError} from './pfx-error.js';

export type PfxStructure = {
	/** BER of the AuthenticatedSafe, over which the MAC goes. */
	readonly content: Uint8Array;
	readonly macData: DerValue | null;
};

/** PFX. Throws PfxError for what is not protected by a password, DerError when malformed; so do all others here. */
export function readPfx(value: DerValue): PfxStructure {
	const pfx = new Fields(value, 'PFX');
	const version = readInteger(pfx.next('version'), 'version');
	if (version !== 3) throw new PfxError('unsupported-algorithm', `a PFX of version ${version}, not 3`);
	const {type, content} = readContentInfo(pfx.next('authSafe'));
	const macData = pfx.optional();
	pfx.end();
	if (type === contentType.signedData)
		throw new PfxError(
			'unsupported-algorithm',
			'a PFX that is signed instead of having a MAC is not supported',
		);
	if (type !== contentType.data) throw unsupported('way to authenticate', type);
	return {content: readOctetString(content, 'authSafe'), macData};
}

/** What is encrypted, and the AlgorithmIdentifier that says how. */
export type Encrypted = {readonly algorithm: DerValue; readonly bytes: Uint8Array};

/** One ContentInfo of the AuthenticatedSafe: BER of the SafeContents, or the same encrypted with a password. */
export function readSafe(info: DerValue): Uint8Array | Encrypted {
	const {type, content} = readContentInfo(info);
	if (type === contentType.data) return readOctetString(content, 'SafeContents');
	if (type !== contentType.encryptedData) throw unsupported('way to encrypt', type);
	const fields = new Fields(content, 'EncryptedData');
	fields.next('version');
	const encryptedInfo = new Fields(fields.next('encryptedContentInfo'), 'EncryptedContentInfo');
	encryptedInfo.next('contentType');
	const algorithm = encryptedInfo.next('contentEncryptionAlgorithm');
	return {algorithm, bytes: readOctets(encryptedInfo.next('encryptedContent'), 'encryptedContent')};
}

export type SafeBag = {
	/** Dotted OID. */
	readonly type: string;
	readonly value: DerValue;
	readonly attributes: SafeBagAttributes;
};

export function readSafeBag(bag: DerValue): SafeBag {
	const fields = new Fields(bag, 'SafeBag');
	const type = readOid(fields.next('bagId'), 'bagId');
	const value = readExplicit(fields.next('bagValue'), 'bagValue');
	const attributes = readAttributes(fields.optional());
	fields.end();
	return {type, value, attributes};
}

/** The value of a pkcs8ShroudedKeyBag: an EncryptedPrivateKeyInfo (RFC 5958, section 3). */
export function readShroudedKey(value: DerValue): Encrypted {
	const fields = new Fields(value, 'EncryptedPrivateKeyInfo');
	const algorithm = fields.next('encryptionAlgorithm');
	return {algorithm, bytes: readOctetString(fields.next('encryptedData'), 'encryptedData')};
}

/** DER of the certificate in a CertBag; null when it is not an X.509 one. */
export function readCertBag(value: DerValue): Uint8Array | null {
	const fields = new Fields(value, 'CertBag');
	const type = readOid(fields.next('certId'), 'certId');
	const content = readExplicit(fields.next('certValue'), 'certValue');
	return type === x509Certificate ? readOctetString(content, 'certValue') : null;
}

function readContentInfo(value: DerValue): {type: string; content: DerValue} {
	const fields = new Fields(value, 'ContentInfo');
	const type = readOid(fields.next('contentType'), 'contentType');
	return {type, content: readExplicit(fields.next('content'), 'content')};
}
