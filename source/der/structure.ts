// Checks tags, lengths and nesting of untrusted bytes before node-forge builds values from them.
import {DerError} from './der-error.js';
import {universalTag} from './value.js';

/** `BER` allows what PFX files of NSS and Windows hold: indefinite and long-winded lengths (X.690, section 8.1.3). */
export type EncodingRules = 'DER' | 'BER';

/** Deeper than any certificate or PFX, far from what the stack allows. */
export const maxDepth = 48;
/** A PFX with a long chain is some 20 KB. */
const maxBytes = 16 * 1024 * 1024;
/** A bomb of two-byte elements would take hundreds of times its size in memory. */
const maxElements = 100_000;

/**
 * Throws DerError unless `bytes` are exactly one element, well formed all the way down. node-forge itself lets
 * through tags above 30, BMPStrings that read past their end, and INTEGERs that change when they are written again.
 */
export function checkStructure(bytes: Uint8Array, rules: EncodingRules): void {
	if (bytes.length > maxBytes) throw new DerError(`${bytes.length} bytes are more than ${maxBytes}`);
	let elements = 0;

	/** Checks the element at `start`, which must end by `limit`; returns the offset behind it. */
	function element(start: number, limit: number, depth: number): number {
		const refuse = (reason: string) => new DerError(`offset ${start}: ${reason}`);
		if (depth >= maxDepth) throw refuse(`more than ${maxDepth} levels of nesting`);
		if (++elements > maxElements) throw refuse(`more than ${maxElements} elements`);
		const identifier = bytes[start];
		const first = bytes[start + 1];
		if (identifier === undefined || first === undefined || start + 2 > limit)
			throw refuse('ends within an element');
		const constructed = (identifier & 0x20) !== 0;
		const tag = identifier & 0x1f;
		if (tag === 0x1f) throw refuse('a tag number above 30');
		if (identifier === 0) throw refuse('end-of-contents octets without a beginning');

		let offset = start + 2;
		if (first === 0x80) {
			if (rules === 'DER') throw refuse('an indefinite length, which DER forbids');
			if (!constructed) throw refuse('a primitive element of indefinite length');
			while (!(bytes[offset] === 0 && bytes[offset + 1] === 0 && offset + 2 <= limit))
				offset = element(offset, limit, depth + 1);
			return offset + 2;
		}
		let length = first;
		if (first > 0x80) {
			const octets = first & 0x7f;
			if (octets > 4) throw refuse(`a length of ${octets} octets`);
			if (offset + octets > limit) throw refuse('ends within a length');
			length = bytes.subarray(offset, offset + octets).reduce((sum, octet) => sum * 256 + octet, 0);
			offset += octets;
			if (rules === 'DER' && (length < 0x80 || length < 256 ** (octets - 1)))
				throw refuse('a length that is not in its shortest form');
		}
		const end = offset + length;
		if (end > limit) throw refuse(`a length of ${length}, but only ${limit - offset} bytes are left`);
		if (constructed) {
			while (offset < end) offset = element(offset, end, depth + 1);
		} else {
			checkPrimitive(identifier, bytes.subarray(offset, end), refuse);
		}
		return end;
	}

	if (element(0, bytes.length, 0) !== bytes.length) throw new DerError('more bytes follow the value');
}

function checkPrimitive(identifier: number, content: Uint8Array, refuse: (reason: string) => DerError): void {
	const [first, second = 0] = content;
	if (identifier === universalTag.INTEGER) {
		if (first === undefined) throw refuse('an INTEGER without content');
		if (content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
			throw refuse('an INTEGER that is not in its shortest form');
	}
	if (identifier === universalTag.SEQUENCE || identifier === universalTag.SET)
		throw refuse('a primitive SEQUENCE or SET');
	// node-forge reads number 30 of every class as a BMPString.
	if ((identifier & 0x1f) === universalTag.BMPString && content.length % 2 !== 0)
		throw refuse('a BMPString of an odd number of bytes');
}
