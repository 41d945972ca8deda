// The SafeBags of a PFX: keys, certificates, and what is passed over (RFC 7292, section 4.2).
import {createPrivateKey, type KeyObject} from 'node:crypto';
import {hexFromBytes} from '../der/bytes.js';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readExplicit, readOctetString, readOid, readSequenceOf, readSetOf} from '../der/read.js';
import {readText} from '../der/text.js';
import {type DerValue, isUniversal} from '../der/value.js';
import {bagAttribute, bagType, x509Certificate} from './oids.js';
import {unsupported} from './pbkdf2-parameters.js';
import type {OpenedPfx, PfxCipher} from './pfx.js';
import {PfxError} from './pfx-error.js';

export type OpenedKey = OpenedPfx['keys'][number];
export type OpenedCertificate = OpenedPfx['certificates'][number];

/** What has been found so far; filled bag by bag. */
export type Findings = {
	readonly keys: OpenedKey[];
	readonly certificates: OpenedCertificate[];
	readonly encryption: PfxCipher[];
	readonly skipped: string[];
};

/** Decrypts an EncryptedPrivateKeyInfo or an encrypted ContentInfo to one DER value. */
export type Decrypt = (algorithm: DerValue, bytes: Uint8Array, what: string) => Promise<Decrypted>;
export type Decrypted = {readonly value: DerValue; readonly cipher: PfxCipher};

/** Reads SafeContents into `findings`. Throws PfxError and DerError. */
export async function readSafeContents(
	safeContents: DerValue,
	decrypt: Decrypt,
	findings: Findings,
): Promise<void> {
	for (const bag of readSequenceOf(safeContents, 'SafeContents')) await readBag(bag, decrypt, findings);
}

async function readBag(bag: DerValue, decrypt: Decrypt, findings: Findings): Promise<void> {
	const fields = new Fields(bag, 'SafeBag');
	const type = readOid(fields.next('bagId'), 'bagId');
	const value = readExplicit(fields.next('bagValue'), 'bagValue');
	const attributes = readAttributes(fields.optional());
	fields.end();
	switch (type) {
		case bagType.keyBag:
			findings.keys.push({privateKey: readPrivateKey(value), ...attributes, encryption: null});
			return;
		case bagType.pkcs8ShroudedKeyBag: {
			const shrouded = new Fields(value, 'EncryptedPrivateKeyInfo');
			const algorithm = shrouded.next('encryptionAlgorithm');
			const encrypted = readOctetString(shrouded.next('encryptedData'), 'encryptedData');
			const {value: key, cipher} = await decrypt(algorithm, encrypted, 'the private key');
			findings.encryption.push(cipher);
			findings.keys.push({privateKey: readPrivateKey(key), ...attributes, encryption: cipher});
			return;
		}
		case bagType.certBag: {
			const der = readCertBag(value);
			const {friendlyName, localKeyId} = attributes;
			if (der === null) findings.skipped.push('sdsiCertificate');
			else findings.certificates.push({der, friendlyName, localKeyId});
			return;
		}
		case bagType.safeContentsBag:
			await readSafeContents(value, decrypt, findings);
			return;
		default:
			findings.skipped.push(Object.entries(bagType).find(([, oid]) => oid === type)?.[0] ?? `bag ${type}`);
	}
}

/** DER of the certificate; null when it is not an X.509 one. */
function readCertBag(value: DerValue): Uint8Array | null {
	const fields = new Fields(value, 'CertBag');
	const type = readOid(fields.next('certId'), 'certId');
	const content = readExplicit(fields.next('certValue'), 'certValue');
	return type === x509Certificate ? readOctetString(content, 'certValue') : null;
}

function readPrivateKey(privateKeyInfo: DerValue): KeyObject {
	const fields = new Fields(privateKeyInfo, 'PrivateKeyInfo');
	fields.next('version');
	const identifier = new Fields(fields.next('privateKeyAlgorithm'), 'privateKeyAlgorithm');
	const oid = readOid(identifier.next('algorithm'), 'privateKeyAlgorithm');
	try {
		return createPrivateKey({key: Buffer.from(encodeDer(privateKeyInfo)), format: 'der', type: 'pkcs8'});
	} catch {
		if (readableKeys.test(oid)) throw new PfxError('damaged', 'the private key is damaged');
		throw unsupported('private key', oid);
	}
}

/** RSA, RSA-PSS, EC, X25519 to Ed448: what Node reads when it is not damaged. */
const readableKeys =
	/^(?:1\.2\.840\.113549\.1\.1\.1|1\.2\.840\.113549\.1\.1\.10|1\.2\.840\.10045\.2\.1|1\.3\.101\.11[0-3])$/;

function readAttributes(set: DerValue | null): Pick<OpenedKey, 'friendlyName' | 'localKeyId' | 'provider'> {
	const values = new Map<string, DerValue>();
	for (const attribute of set === null ? [] : readSetOf(set, 'bagAttributes')) {
		const fields = new Fields(attribute, 'attribute');
		const type = readOid(fields.next('attrId'), 'attrId');
		const [first] = readSetOf(fields.next('attrValues'), 'attrValues');
		if (first !== undefined && !values.has(type)) values.set(type, first);
	}
	const localKeyId = values.get(bagAttribute.localKeyId);
	return {
		friendlyName: textOf(values.get(bagAttribute.friendlyName)),
		localKeyId:
			localKeyId !== undefined && isUniversal(localKeyId, 'OCTET STRING')
				? hexFromBytes(readOctetString(localKeyId, 'localKeyId'))
				: null,
		provider: textOf(values.get(bagAttribute.provider)),
	};
}

function textOf(value: DerValue | undefined): string | null {
	return value === undefined ? null : readText(value, 'attribute');
}
