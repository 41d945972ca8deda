// What can be seen of a PFX without its password: how each part is protected, and what stands there in the clear.
import {decodeBer} from '../der/decode.js';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readExplicit, readInteger, readOctetString, readOid, readSequenceOf, readSetOf} from '../der/read.js';
import {isText, readText} from '../der/text.js';
import type {DerValue} from '../der/value.js';
import {digests, hmacs, unsupportedName} from '../pfx/algorithms.js';
import {readDecryption} from '../pfx/decrypt.js';
import {bagAttribute, bagType, contentType, scheme, x509Certificate} from '../pfx/oids.js';
import {readAlgorithm, readIterations, readPbkdf2} from '../pfx/pbkdf2-parameters.js';
import type {PfxCipher} from '../pfx/pfx.js';
import {PfxError} from '../pfx/pfx-error.js';
import {unlimitedWork} from '../pfx/work.js';
import type {Spend} from './budget.js';
import type {ContainedKey, FoundCertificate} from './container.js';
import {readPlainKey} from './private-key.js';

export type PfxOutline = {
	/** Keys that stand beside the encrypted parts; encrypted ones without their content. */
	readonly keys: readonly ContainedKey[];
	/** Certificates that are not encrypted. */
	readonly certificates: readonly FoundCertificate[];
	readonly encryption: readonly PfxCipher[];
	readonly mac: PfxCipher | null;
};

type Seen = {
	readonly keys: ContainedKey[];
	readonly certificates: FoundCertificate[];
	readonly encryption: PfxCipher[];
};

/** Looks at a PFX (RFC 7292, section 4) without deriving anything. Throws PfxError and DerError. */
export function outlinePfx(value: DerValue, spend: Spend): PfxOutline {
	const pfx = new Fields(value, 'PFX');
	const version = readInteger(pfx.next('version'), 'version');
	if (version !== 3) throw new PfxError('unsupported-algorithm', `a PFX of version ${version}, not 3`);
	const authSafe = readContentInfo(pfx.next('authSafe'));
	if (authSafe.type !== contentType.data)
		throw new PfxError(
			'unsupported-algorithm',
			'a PFX that is signed instead of having a MAC is not supported',
		);
	const macData = pfx.optional();
	const seen: Seen = {keys: [], certificates: [], encryption: []};
	const safes = spend(decodeBer(readOctetString(authSafe.content, 'authSafe')));
	for (const info of readSequenceOf(safes, 'AuthenticatedSafe')) outlineSafe(info, seen, spend);
	return {...seen, mac: macData === null ? null : outlineMac(macData)};
}

function outlineSafe(info: DerValue, seen: Seen, spend: Spend): void {
	const {type, content} = readContentInfo(info);
	if (type === contentType.data) {
		outlineBags(spend(decodeBer(readOctetString(content, 'SafeContents'))), seen);
		return;
	}
	if (type !== contentType.encryptedData)
		throw new PfxError(
			'unsupported-algorithm',
			`the file uses a way to encrypt that is not supported: ${type}`,
		);
	const fields = new Fields(content, 'EncryptedData');
	fields.next('version');
	const encryptedInfo = new Fields(fields.next('encryptedContentInfo'), 'EncryptedContentInfo');
	encryptedInfo.next('contentType');
	seen.encryption.push(cipherOf(encryptedInfo.next('contentEncryptionAlgorithm')));
}

function outlineBags(safeContents: DerValue, seen: Seen): void {
	for (const bag of readSequenceOf(safeContents, 'SafeContents')) {
		const fields = new Fields(bag, 'SafeBag');
		const type = readOid(fields.next('bagId'), 'bagId');
		const value = readExplicit(fields.next('bagValue'), 'bagValue');
		const attributes = readTexts(fields.optional());
		const friendlyName = attributes.get(bagAttribute.friendlyName) ?? null;
		if (type === bagType.safeContentsBag) outlineBags(value, seen);
		if (type === bagType.certBag) {
			const der = readCertificate(value);
			if (der !== null) seen.certificates.push({der, friendlyName});
		}
		if (type === bagType.pkcs8ShroudedKeyBag || type === bagType.keyBag) {
			const isPlain = type === bagType.keyBag;
			const privateKey = isPlain ? readPlainKey('private-key', encodeDer(value)) : null;
			const encryption = isPlain ? null : cipherOf(new Fields(value, 'key').next('encryptionAlgorithm'));
			if (encryption !== null) seen.encryption.push(encryption);
			const provider = attributes.get(bagAttribute.provider) ?? null;
			seen.keys.push({privateKey, friendlyName, provider, encryption});
		}
	}
}

function cipherOf(algorithm: DerValue): PfxCipher {
	return readDecryption(algorithm, '', unlimitedWork).cipher;
}

function readCertificate(value: DerValue): Uint8Array | null {
	const fields = new Fields(value, 'CertBag');
	const type = readOid(fields.next('certId'), 'certId');
	const content = readExplicit(fields.next('certValue'), 'certValue');
	return type === x509Certificate ? readOctetString(content, 'certValue') : null;
}

function readTexts(set: DerValue | null): Map<string, string> {
	const texts = new Map<string, string>();
	for (const attribute of set === null ? [] : readSetOf(set, 'bagAttributes')) {
		const fields = new Fields(attribute, 'attribute');
		const type = readOid(fields.next('attrId'), 'attrId');
		const [first] = readSetOf(fields.next('attrValues'), 'attrValues');
		if (first !== undefined && isText(first)) texts.set(type, readText(first, 'attribute'));
	}
	return texts;
}

/** RFC 7292, section 4, and RFC 9579. */
function outlineMac(macData: DerValue): PfxCipher {
	const fields = new Fields(macData, 'macData');
	const algorithm = new Fields(fields.next('mac'), 'mac').next('digestAlgorithm');
	fields.next('macSalt');
	const count = fields.universal('INTEGER');
	const oid = readAlgorithm(algorithm, 'digestAlgorithm');
	if (oid !== scheme.pbmac1)
		return {
			algorithm: `HMAC-${digests[oid]?.name ?? unsupportedName(oid)}`,
			iterations: count === null ? 1 : readIterations(count),
		};
	const identifier = new Fields(algorithm, 'digestAlgorithm');
	identifier.next('algorithm');
	const parameters = new Fields(identifier.next('parameters'), 'PBMAC1-params');
	const {prf, iterations} = readPbkdf2(parameters.next('keyDerivationFunc'));
	const hmac = readAlgorithm(parameters.next('messageAuthScheme'), 'messageAuthScheme');
	const name = hmacs[hmac]?.name ?? unsupportedName(hmac);
	return {algorithm: `PBMAC1 PBKDF2-HMAC-${prf.name} HMAC-${name}`, iterations};
}

function readContentInfo(value: DerValue): {type: string; content: DerValue} {
	const fields = new Fields(value, 'ContentInfo');
	const type = readOid(fields.next('contentType'), 'contentType');
	return {type, content: readExplicit(fields.next('content'), 'content')};
}
