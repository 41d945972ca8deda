// The parameters of PBKDF2, in PBES2 and in PBMAC1 (RFC 8018, appendix A.2).
import {Fields} from '../der/fields.js';
import {readInteger, readOctetString, readOid} from '../der/read.js';
import type {DerValue} from '../der/value.js';
import {type HashFunction, hmacs, unsupportedName} from './algorithms.js';
import {scheme} from './oids.js';
import {PfxError} from './pfx-error.js';

export type Pbkdf2Parameters = {
	readonly salt: Uint8Array;
	readonly iterations: number;
	/** Null when it is not said. */
	readonly keyLength: number | null;
	readonly prf: HashFunction;
};

/** Twice the longest block of a hash: nobody needs more, and a file must not choose how much memory we take. */
const maxKeyLength = 256;

/** HMAC-SHA-1, which PBKDF2 uses when nothing else is said. */
const defaultPrf = '1.2.840.113549.2.7';

/** AlgorithmIdentifier of a key derivation. Throws PfxError when it is not PBKDF2, DerError when malformed. */
export function readPbkdf2(keyDerivation: DerValue): Pbkdf2Parameters {
	const identifier = new Fields(keyDerivation, 'keyDerivationFunc');
	const oid = readOid(identifier.next('algorithm'), 'keyDerivationFunc');
	if (oid !== scheme.pbkdf2) throw unsupported('key derivation', oid);
	const fields = new Fields(identifier.next('parameters'), 'PBKDF2-params');
	const salt = readOctetString(fields.next('salt'), 'salt');
	const iterations = readIterations(fields.next('iterationCount'));
	const keyLengthField = fields.universal('INTEGER');
	const keyLength = keyLengthField === null ? null : readInteger(keyLengthField, 'keyLength');
	if (keyLength !== null && (keyLength < 1 || keyLength > maxKeyLength))
		throw new PfxError('damaged', `a derived key of ${keyLength} bytes`);
	const prf = fields.optional();
	fields.end();
	return {
		salt,
		iterations,
		keyLength,
		prf: readHmac(prf === null ? defaultPrf : readAlgorithm(prf, 'prf')),
	};
}

/** A count of iterations; 0 is none. */
export function readIterations(value: DerValue): number {
	const iterations = readInteger(value, 'iterations');
	if (iterations < 1 || iterations > 0x7fffffff)
		throw new PfxError('damaged', `${iterations} iterations of a key derivation`);
	return iterations;
}

/** The OID of an AlgorithmIdentifier whose parameters do not matter. */
export function readAlgorithm(value: DerValue, what: string): string {
	return readOid(new Fields(value, what).next('algorithm'), what);
}

/** An HMAC by its OID. */
export function readHmac(oid: string): HashFunction {
	const hmac = hmacs[oid];
	if (hmac === undefined) throw unsupported('HMAC', oid);
	return hmac;
}

/** The error for an algorithm that is not read. */
export function unsupported(role: string, oid: string): PfxError {
	return new PfxError(
		'unsupported-algorithm',
		`the file uses a ${role} that is not supported: ${unsupportedName(oid)}`,
	);
}
