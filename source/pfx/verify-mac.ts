// Checks the MAC of a PFX, which also tells which form of the password the writer used.
import {createHmac, timingSafeEqual} from 'node:crypto';
import {Fields} from '../der/fields.js';
import {readOctetString, readOid} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {digests} from './algorithms.js';
import {derivePbkdf2, derivePkcs12, type HashName, hashLength, purpose} from './key-derivation.js';
import {scheme} from './oids.js';
import {bmpPasswordForms, utf8Password} from './password.js';
import {readAlgorithm, readHmac, readIterations, readPbkdf2, unsupported} from './pbkdf2-parameters.js';
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
	const fields = new Fields(macData, 'macData');
	const digestInfo = new Fields(fields.next('mac'), 'mac');
	const algorithm = digestInfo.next('digestAlgorithm');
	const expected = readOctetString(digestInfo.next('digest'), 'digest');
	const salt = readOctetString(fields.next('macSalt'), 'macSalt');
	const count = fields.universal('INTEGER');
	fields.end();
	const fits = (hash: HashName, key: Uint8Array) => {
		const actual = createHmac(hash, key).update(content).digest();
		return actual.length === expected.length && timingSafeEqual(actual, expected);
	};

	const oid = readAlgorithm(algorithm, 'digestAlgorithm');
	if (oid === scheme.pbmac1) {
		const {mac, hash, derive} = readPbmac1(algorithm, password, work);
		if (fits(hash, await derive())) return {mac, forms: bmpPasswordForms(password)};
		throw wrongPassword();
	}
	const digest = digests[oid];
	if (digest === undefined) throw unsupported('MAC', oid);
	const iterations = count === null ? 1 : readIterations(count);
	const derivation = {hash: digest.node, salt, iterations, length: hashLength(digest.node)};
	for (const form of bmpPasswordForms(password)) {
		const key = await derivePkcs12(form, purpose.mac, derivation, work);
		if (fits(digest.node, key)) return {mac: {algorithm: `HMAC-${digest.name}`, iterations}, forms: [form]};
	}
	throw wrongPassword();
}

/** OpenSSL has the same limit; 160 bits, the length of SHA-1. */
const minMacKeyLength = 20;

/** RFC 9579: salt and iterations of MacData are not used, and PBKDF2 must say how long its key is. */
function readPbmac1(algorithm: DerValue, password: string, work: Work) {
	const identifier = new Fields(algorithm, 'digestAlgorithm');
	readOid(identifier.next('algorithm'), 'digestAlgorithm');
	const parameters = new Fields(identifier.next('parameters'), 'PBMAC1-params');
	const {salt, iterations, keyLength, prf} = readPbkdf2(parameters.next('keyDerivationFunc'));
	const hmac = readHmac(readAlgorithm(parameters.next('messageAuthScheme'), 'messageAuthScheme'));
	parameters.end();
	// A key of one byte would fit every 256th password, and let anybody change the file.
	if (keyLength === null || keyLength < minMacKeyLength)
		throw new PfxError(
			'damaged',
			keyLength === null
				? 'the MAC does not say how long its key is (RFC 9579)'
				: `the key of the MAC has only ${keyLength} bytes (RFC 9579)`,
		);
	const derivation = {hash: prf.node, salt, iterations, length: keyLength};
	return {
		mac: {algorithm: `PBMAC1 PBKDF2-HMAC-${prf.name} HMAC-${hmac.name}`, iterations},
		hash: hmac.node,
		derive: () => derivePbkdf2(utf8Password(password), derivation, work),
	};
}

function wrongPassword(): PfxError {
	return new PfxError('wrong-password', 'the password is wrong');
}
