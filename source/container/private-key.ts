// Private keys that stand alone: PKCS #8, plain and encrypted, PKCS #1, SEC 1, and OpenSSL's old encryption.
import {createPrivateKey, type KeyObject} from 'node:crypto';
import {pemFromDer} from '../certificate/pem.js';
import {decodeBer} from '../der/decode.js';
import {DerError} from '../der/der-error.js';
import {Fields} from '../der/fields.js';
import {readOctetString} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {readDecryption} from '../pfx/decrypt.js';
import {bmpPasswordForms} from '../pfx/password.js';
import type {PfxCipher} from '../pfx/pfx.js';
import type {Work} from '../pfx/work.js';
import {damaged, notSupported, wrongPassword} from './failure.js';

/** Node's name of each syntax of an unencrypted key. */
const syntaxes = {
	'private-key': 'pkcs8',
	'rsa-private-key': 'pkcs1',
	'ec-private-key': 'sec1',
} as const;

export type PlainKeyStructure = keyof typeof syntaxes;

export function isPlainKey(structure: string): structure is PlainKeyStructure {
	return Object.hasOwn(syntaxes, structure);
}

/** Reads an unencrypted key. Throws ProblemError. */
export function readPlainKey(structure: PlainKeyStructure, der: Uint8Array): KeyObject {
	try {
		return createPrivateKey({key: Buffer.from(der), format: 'der', type: syntaxes[structure]});
	} catch {
		throw damaged('the private key');
	}
}

/** How an EncryptedPrivateKeyInfo (RFC 5958, section 3) is encrypted. Throws PfxError and DerError. */
export function outlineEncryptedKey(value: DerValue, work: Work): PfxCipher {
	return readDecryption(new Fields(value, 'EncryptedPrivateKeyInfo').next('algorithm'), '', work).cipher;
}

/** Decrypts an EncryptedPrivateKeyInfo. Throws ProblemError, PfxError and DerError. */
export async function readEncryptedKey(value: DerValue, password: string, work: Work): Promise<KeyObject> {
	const fields = new Fields(value, 'EncryptedPrivateKeyInfo');
	const {decrypt} = readDecryption(fields.next('encryptionAlgorithm'), password, work);
	const encrypted = readOctetString(fields.next('encryptedData'), 'encryptedData');
	for (const form of bmpPasswordForms(password)) {
		const plain = await decrypt(encrypted, form);
		// Once in 256 times the padding of a wrong password looks right.
		if (plain !== null && isDer(plain)) return readPlainKey('private-key', plain);
	}
	throw wrongPassword();
}

function isDer(bytes: Uint8Array): boolean {
	try {
		decodeBer(bytes);
		return true;
	} catch (error) {
		if (error instanceof DerError) return false;
		throw error;
	}
}

/** OpenSSL's encryption from before PKCS #8: MD5 once over password and salt. */
export function outlineDekInfo(dekInfo: string): PfxCipher {
	return {algorithm: `PEM MD5 ${dekInfo.split(',')[0] ?? ''}`, iterations: 1};
}

/** Decrypts a key of `-----BEGIN RSA PRIVATE KEY-----` with DEK-Info. Throws ProblemError. */
export function readDekInfoKey(
	label: string,
	dekInfo: string,
	bytes: Uint8Array,
	password: string,
): KeyObject {
	const pem = pemFromDer(label, bytes, ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${dekInfo}`]);
	try {
		return createPrivateKey({key: pem, passphrase: password});
	} catch (failure) {
		const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
		if (/UNSUPPORTED_(?:ENCRYPTION|CIPHER)|OSSL_EVP_UNSUPPORTED/.test(code))
			throw notSupported(`the encryption ${outlineDekInfo(dekInfo).algorithm} of the private key`);
		throw wrongPassword();
	}
}
