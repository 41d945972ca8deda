// The SafeBags of a PFX: keys, certificates, and what is passed over (RFC 7292, section 4.2).
import {createPrivateKey, type KeyObject} from 'node:crypto';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readOid, readSequenceOf} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {bagType} from './oids.js';
import {unsupported} from './pbkdf2-parameters.js';
import type {OpenedPfx, PfxCipher} from './pfx.js';
import {PfxError} from './pfx-error.js';
import {type Encrypted, readCertBag, readSafeBag, readShroudedKey} from './structure.js';

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
export type Decrypt = (encrypted: Encrypted, what: string) => Promise<Decrypted>;
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
	const {type, value, attributes} = readSafeBag(bag);
	switch (type) {
		case bagType.keyBag:
			findings.keys.push({privateKey: readPrivateKey(value), ...attributes, encryption: null});
			return;
		case bagType.pkcs8ShroudedKeyBag: {
			const {value: key, cipher} = await decrypt(readShroudedKey(value), 'the private key');
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

/** A PrivateKeyInfo (RFC 5958). Throws PfxError and DerError. */
export function readPrivateKey(privateKeyInfo: DerValue): KeyObject {
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
