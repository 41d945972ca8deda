// Bytes → DER values.
import asn1 from 'node-forge/lib/asn1.js';
import {binaryFromBytes} from './bytes.js';
import {DerError} from './der-error.js';
import {checkStructure, type EncodingRules, maxDepth} from './structure.js';
import type {DerValue} from './value.js';

/** Exactly one element in DER; encoding the result gives the same bytes again. Throws DerError. */
export function decodeDer(bytes: Uint8Array): DerValue {
	return decode(bytes, 'DER');
}

/** Exactly one element in BER, as PFX files from elsewhere may be. Throws DerError. */
export function decodeBer(bytes: Uint8Array): DerValue {
	return decode(bytes, 'BER');
}

function decode(bytes: Uint8Array, rules: EncodingRules): DerValue {
	checkStructure(bytes, rules);
	try {
		// BIT STRINGs that happen to look like DER must stay as they are, else signatures no longer fit.
		return asn1.fromDer(binaryFromBytes(bytes), {decodeBitStrings: false, maxDepth: maxDepth + 1});
	} catch (error) {
		throw new DerError(error instanceof Error ? error.message : String(error));
	}
}
