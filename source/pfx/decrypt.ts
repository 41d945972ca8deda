// Decrypts one part of a PFX of any origin.
import {createDecipheriv} from 'node:crypto';
import {Fields} from '../der/fields.js';
import {readOctetString, readOid} from '../der/read.js';
import {decryptRc2} from '../der/rc2.js';
import type {DerValue} from '../der/value.js';
import {type Cipher, type PbeScheme, pbeSchemes, pbes2Ciphers} from './algorithms.js';
import {derivePbkdf2, derivePkcs12, purpose} from './key-derivation.js';
import {scheme} from './oids.js';
import {utf8Password} from './password.js';
import {readIterations, readPbkdf2, unsupported} from './pbkdf2-parameters.js';
import type {PfxCipher} from './pfx.js';
import {PfxError} from './pfx-error.js';
import {rc4} from './rc4.js';
import type {Work} from './work.js';

/** What an AlgorithmIdentifier says about an encryption, ready to be tried with a password. */
export type Decryption = {
	readonly cipher: PfxCipher;
	/** The plain text; null when the padding shows that the password is wrong. `bmp` is for the KDF of PKCS #12. */
	readonly decrypt: (bytes: Uint8Array, bmp: Uint8Array) => Promise<Uint8Array | null>;
};

/** Throws PfxError for an algorithm that is not read, DerError for malformed parameters. */
export function readDecryption(algorithm: DerValue, password: string, work: Work): Decryption {
	const identifier = new Fields(algorithm, 'encryption algorithm');
	const oid = readOid(identifier.next('algorithm'), 'encryption algorithm');
	if (oid === scheme.pbes2) return pbes2(identifier.next('parameters'), password, work);
	const known = pbeSchemes[oid];
	if (known === undefined) throw unsupported('password-based encryption', oid);
	return pbe(known, identifier.next('parameters'), work);
}

function pbe({name, cipher, keyLength, ivLength}: PbeScheme, parameters: DerValue, work: Work): Decryption {
	const fields = new Fields(parameters, 'pkcs-12PbeParams');
	const salt = readOctetString(fields.next('salt'), 'salt');
	const iterations = readIterations(fields.next('iterations'));
	const common = {hash: 'sha1', salt, iterations} as const;
	return {
		cipher: {algorithm: name, iterations},
		decrypt: async (bytes, bmp) => {
			const key = await derivePkcs12(bmp, purpose.key, {...common, length: keyLength}, work);
			const iv = await derivePkcs12(bmp, purpose.iv, {...common, length: ivLength}, work);
			return decryptWith(cipher, key, iv, bytes);
		},
	};
}

function pbes2(parameters: DerValue, password: string, work: Work): Decryption {
	const fields = new Fields(parameters, 'PBES2-params');
	const {salt, iterations, keyLength, prf} = readPbkdf2(fields.next('keyDerivationFunc'));
	const encryption = new Fields(fields.next('encryptionScheme'), 'encryptionScheme');
	const oid = readOid(encryption.next('algorithm'), 'encryptionScheme');
	const cipher = pbes2Ciphers[oid];
	if (cipher === undefined) throw unsupported('cipher', oid);
	const iv = readOctetString(encryption.next('parameters'), 'iv');
	if (keyLength !== null && keyLength !== cipher.keyLength)
		throw new PfxError('damaged', `a key of ${keyLength} bytes for ${cipher.name}`);
	const derivation = {hash: prf.node, salt, iterations, length: cipher.keyLength};
	return {
		cipher: {algorithm: `PBES2 PBKDF2-HMAC-${prf.name} ${cipher.name}`, iterations},
		decrypt: async bytes => {
			const key = await derivePbkdf2(utf8Password(password), derivation, work);
			return decryptWith({type: 'node', name: cipher.node}, key, iv, bytes);
		},
	};
}

function decryptWith(cipher: Cipher, key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array | null {
	if (cipher.type === 'rc4') return rc4(key, bytes);
	if (cipher.type === 'rc2') return decryptRc2(key, cipher.effectiveKeyBits, iv, bytes);
	try {
		const stream = createDecipheriv(cipher.name, key, iv);
		return Buffer.concat([stream.update(bytes), stream.final()]);
	} catch {
		// Wrong padding or length; an initialization vector of a wrong length ends here as well.
		return null;
	}
}
