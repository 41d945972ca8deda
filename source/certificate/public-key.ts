// subjectPublicKeyInfo: its key identifier, and what it says about the key.
import {hash} from 'node:crypto';
import {decodeDer} from '../der/decode.js';
import {Fields} from '../der/fields.js';
import {readBitString, readIntegerBytes, readOid} from '../der/read.js';
import type {PublicKeyInfo} from './certificate.js';
import {curves, keyAlgorithm} from './oids.js';

/** SHA-1 of the public key's bits: RFC 5280, section 4.2.1.2, method (1). 20 bytes. Throws DerError. */
export function keyIdentifierOf(spki: Uint8Array): Uint8Array {
	return hash('sha1', partsOf(spki).bits, 'buffer');
}

/** What can be said about a key without using it. Throws DerError. */
export function readPublicKey(spki: Uint8Array): PublicKeyInfo {
	const {algorithm, curve, bits} = partsOf(spki);
	if (algorithm === keyAlgorithm.rsaEncryption)
		return {type: 'rsa', bits: modulusBits(bits), curve: null, algorithm, spki};
	if (algorithm === keyAlgorithm.ecPublicKey) {
		const known = curve === null ? undefined : curves[curve];
		return {type: 'ec', bits: known?.bits ?? null, curve: known?.name ?? null, algorithm, spki};
	}
	// The same modulus, for a key that must be used in one way only (RFC 4055, section 1.2).
	const size = algorithm === keyAlgorithm.rsaPss ? modulusBits(bits) : null;
	return {type: 'other', bits: size, curve: null, algorithm, spki};
}

function partsOf(spki: Uint8Array): {algorithm: string; curve: string | null; bits: Uint8Array} {
	const fields = new Fields(decodeDer(spki), 'subjectPublicKeyInfo');
	const identifier = new Fields(fields.next('algorithm'), 'subjectPublicKeyInfo');
	const algorithm = readOid(identifier.next('algorithm'), 'subjectPublicKeyInfo');
	const curve = identifier.universal('OBJECT IDENTIFIER');
	const {bytes} = readBitString(fields.next('subjectPublicKey'), 'subjectPublicKey');
	fields.end();
	return {algorithm, curve: curve === null ? null : readOid(curve, 'namedCurve'), bits: bytes};
}

function modulusBits(rsaPublicKey: Uint8Array): number {
	const fields = new Fields(decodeDer(rsaPublicKey), 'RSAPublicKey');
	const modulus = readIntegerBytes(fields.next('modulus'), 'modulus');
	return BigInt(`0x${Buffer.from(modulus).toString('hex')}`).toString(2).length;
}
