// DER values → bytes.
import asn1 from 'node-forge/lib/asn1.js';
import {bytesFromBinary} from './bytes.js';
import type {DerValue} from './value.js';

/** The DER encoding, identifier and length octets included. */
export function encodeDer(value: DerValue): Uint8Array {
	return bytesFromBinary(asn1.toDer(value).getBytes());
}
