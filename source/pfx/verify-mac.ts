// Checks the MAC of a PFX, which also tells which form of the password the writer used.
import {createHmac, timingSafeEqual} from 'node:crypto';
import type {DerValue} from '../der/value.js';
import {digests} from './algorithms.js';
import {derivePbkdf2, derivePkcs12, type HashName, hashLength, purpose} from './key-derivation.js';
import {type MacData, readMacData} from './mac-data.js';
import {bmpPasswordForms, utf8Password} from './password.js';
import {readHmac, unsupported} from './pbkdf2-parameters.js';
import type {PfxCipher} from './pfx.js';
import {PfxError} from './pfx-error.js';
import type {Work} from './work.js';

/** How the MAC is made, and the forms of the password, for the KDF of PKCS #12, with which it fits. */
export type VerifiedMac = {readonly mac: PfxCipher; readonly forms: readonly Uint8Array[]};

/** Throws PfxError `wrong-password` when the MAC fits no form of the password. */
export async function verifyMac(
	macData: DerValue,
	content: Uint8Array,
	password: string,
	work: Work,
): Promise<VerifiedMac> {
	const {expected, cipher: mac, made} = readMacData(macData);
	const fits = (hash: HashName, key: Uint8Array) => {
		const actual = createHmac(hash, key).update(content).digest();
		return actual.length === expected.length && timingSafeEqual(actual, expected);
	};
	if (made.by === 'pbmac1') {
		const {node: hash} = readHmac(made.hmac);
		const key = await derivePbkdf2(utf8Password(password), pbmac1Derivation(made), work);
		if (fits(hash, key)) return {mac, forms: bmpPasswordForms(password)};
		throw wrongPassword();
	}
	const {salt, iterations} = made;
	const digest = digests[made.digest];
	if (digest === undefined) throw unsupported('MAC', made.digest);
	const derivation = {hash: digest.node, salt, iterations, length: hashLength(digest.node)};
	for (const form of bmpPasswordForms(password)) {
		const key = await derivePkcs12(form, purpose.mac, derivation, work);
		if (fits(digest.node, key)) return {mac, forms: [form]};
	}
	throw wrongPassword();
}

/** OpenSSL has the same limit; 160 bits, the length of SHA-1. */
const minMacKeyLength = 20;

/** PBKDF2 must say how long its key is (RFC 9579). */
function pbmac1Derivation({derivation}: Extract<MacData['made'], {by: 'pbmac1'}>) {
	const {salt, iterations, keyLength, prf} = derivation;
	// A key of one byte would fit every 256th password, and let anybody change the file.
	if (keyLength === null || keyLength < minMacKeyLength)
		throw new PfxError(
			'damaged',
			keyLength === null
				? 'the MAC does not say how long its key is (RFC 9579)'
				: `the key of the MAC has only ${keyLength} bytes (RFC 9579)`,
		);
	return {hash: prf.node, salt, iterations, length: keyLength};
}

function wrongPassword(): PfxError {
	return new PfxError('wrong-password', 'the password is wrong');
}
