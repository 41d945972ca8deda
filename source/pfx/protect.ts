// The two ways in which we encrypt and authenticate a PFX, `compatible` and `modern`.
import {createCipheriv, createHmac} from 'node:crypto';
import {integer, nullValue, objectIdentifier, octetString, sequence} from '../der/build.js';
import type {DerValue} from '../der/value.js';
import type {PfxEncryption} from '../profile/profile.js';
import {derivePbkdf2, derivePkcs12, hashLength, purpose} from './key-derivation.js';
import {scheme} from './oids.js';
import {bmpPassword, utf8Password} from './password.js';
import type {PfxProtection} from './pfx.js';
import {unlimitedWork} from './work.js';

/** AlgorithmIdentifier and the encrypted bytes. */
export type Encrypted = {readonly algorithm: DerValue; readonly bytes: Uint8Array};

/** One encryption whose key is derived: takes what is to be encrypted. */
export type Encrypt = (plain: Uint8Array) => Encrypted;

/** Everything that is derived from the password; what is protected is not needed for it. */
export type PfxKeys = {
	readonly encryptKey: Encrypt;
	readonly encryptCertificates: Encrypt;
	/** MacData over the authenticated content (RFC 7292, section 4). */
	readonly macData: (content: Uint8Array) => DerValue;
};

/** Salts drawn beforehand, in a fixed order, so that the same random bytes give the same file. */
type Salt = {readonly salt: Uint8Array; readonly iv: Uint8Array};

const saltLength = 16;

/**
 * Derives the keys of a PFX, the slow part of writing one. Random bytes are drawn for the key, the certificates and
 * the MAC, in this order. Throws RangeError for an empty password and for iterations that are no positive integer.
 */
export async function derivePfxKeys(protection: PfxProtection): Promise<PfxKeys> {
	check(protection);
	const [keySalt, certificatesSalt] = [drawSalt(protection), drawSalt(protection)];
	const macSalt = protection.randomBytes(saltLength);
	const derive = schemes[protection.encryption];
	const [encryptKey, encryptCertificates, macData] = await Promise.all([
		derive(protection, keySalt),
		derive(protection, certificatesSalt),
		deriveMac(protection, macSalt),
	]);
	return {encryptKey, encryptCertificates, macData};
}

/** Derives one encryption, for a private key outside of a PFX. Throws as `derivePfxKeys` does. */
export async function deriveEncryption(protection: PfxProtection): Promise<Encrypt> {
	check(protection);
	return schemes[protection.encryption](protection, drawSalt(protection));
}

function check({password, iterations}: PfxProtection): void {
	if (password === '') throw new RangeError('a PFX needs a password');
	// Half of a surrogate pair would be one character for the MAC and another one for PBES2.
	if (!password.isWellFormed()) throw new RangeError('a password with half of a surrogate pair');
	if (!Number.isSafeInteger(iterations) || iterations < 1)
		throw new RangeError('iterations are a positive integer');
}

function drawSalt({encryption, randomBytes}: PfxProtection): Salt {
	return {salt: randomBytes(saltLength), iv: encryption === 'modern' ? randomBytes(16) : new Uint8Array(0)};
}

type Derive = (protection: PfxProtection, salt: Salt) => Promise<Encrypt>;

const schemes: Readonly<Record<PfxEncryption, Derive>> = {
	/** pbeWithSHAAnd3-KeyTripleDES-CBC: RFC 7292, appendix C. */
	compatible: async ({password, iterations}, {salt}) => {
		const bmp = bmpPassword(password);
		const common = {hash: 'sha1', salt, iterations} as const;
		const key = await derivePkcs12(bmp, purpose.key, {...common, length: 24}, unlimitedWork);
		const iv = await derivePkcs12(bmp, purpose.iv, {...common, length: 8}, unlimitedWork);
		const parameters = sequence(octetString(salt), integer(iterations));
		const algorithm = sequence(objectIdentifier('1.2.840.113549.1.12.1.3'), parameters);
		return plain => ({algorithm, bytes: encryptCbc('des-ede3-cbc', key, iv, plain)});
	},
	/** PBES2 with PBKDF2, HMAC-SHA-256 and AES-256-CBC: RFC 8018, section 6.2. */
	modern: async ({password, iterations}, {salt, iv}) => {
		const derivation = {hash: 'sha256', salt, iterations, length: 32} as const;
		const key = await derivePbkdf2(utf8Password(password), derivation, unlimitedWork);
		const prf = sequence(objectIdentifier('1.2.840.113549.2.9'), nullValue());
		const pbkdf2 = sequence(
			objectIdentifier(scheme.pbkdf2),
			sequence(octetString(salt), integer(iterations), prf),
		);
		const aes256 = sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(iv));
		const algorithm = sequence(objectIdentifier(scheme.pbes2), sequence(pbkdf2, aes256));
		return plain => ({algorithm, bytes: encryptCbc('aes-256-cbc', key, iv, plain)});
	},
};

function encryptCbc(cipher: string, key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Uint8Array {
	const cipherStream = createCipheriv(cipher, key, iv);
	return Buffer.concat([cipherStream.update(plain), cipherStream.final()]);
}

/** Digest of the MAC by mode: Windows before 10 1709 knows only SHA-1. */
const macDigests = {
	compatible: {hash: 'sha1', oid: '1.3.14.3.2.26'},
	modern: {hash: 'sha256', oid: '2.16.840.1.101.3.4.2.1'},
} as const satisfies Record<PfxEncryption, object>;

async function deriveMac(protection: PfxProtection, salt: Uint8Array): Promise<PfxKeys['macData']> {
	const {encryption, password, iterations} = protection;
	const {hash, oid} = macDigests[encryption];
	const derivation = {hash, salt, iterations, length: hashLength(hash)} as const;
	const key = await derivePkcs12(bmpPassword(password), purpose.mac, derivation, unlimitedWork);
	// `iterations` has DEFAULT 1, which DER forbids to write.
	const count = iterations === 1 ? [] : [integer(iterations)];
	return content => {
		const digest = createHmac(hash, key).update(content).digest();
		const digestInfo = sequence(sequence(objectIdentifier(oid), nullValue()), octetString(digest));
		return sequence(digestInfo, octetString(salt), ...count);
	};
}
