// Reading DER values: each function says in its error what was expected, and what it belongs to.
import {bytesFromBinary} from './bytes.js';
import {DerError} from './der-error.js';
import {oidText} from './oid.js';
import {type DerValue, isUniversal, tagName, type UniversalName} from './value.js';

function expect(value: DerValue, name: UniversalName, what: string): void {
	if (!isUniversal(value, name)) throw new DerError(`${what}: expected ${name}, got ${tagName(value)}`);
}

/** Content octets of a primitive element of any tag. Throws DerError for a constructed one. */
export function readContent(value: DerValue, what: string): Uint8Array {
	if (typeof value.value !== 'string')
		throw new DerError(`${what}: expected a primitive value, got a constructed ${tagName(value)}`);
	return bytesFromBinary(value.value);
}

/** Children of a constructed element of any tag. Throws DerError for a primitive one. */
export function readChildren(value: DerValue, what: string): readonly DerValue[] {
	if (typeof value.value === 'string')
		throw new DerError(`${what}: expected a constructed value, got a primitive ${tagName(value)}`);
	return value.value;
}

/** Children of a SEQUENCE OF. */
export function readSequenceOf(value: DerValue, what: string): readonly DerValue[] {
	expect(value, 'SEQUENCE', what);
	return readChildren(value, what);
}

/** Children of a SET OF. */
export function readSetOf(value: DerValue, what: string): readonly DerValue[] {
	expect(value, 'SET', what);
	return readChildren(value, what);
}

/** The one child of an EXPLICIT tag. */
export function readExplicit(value: DerValue, what: string): DerValue {
	const [child, ...more] = readChildren(value, what);
	if (child === undefined || more.length > 0) throw new DerError(`${what}: expected one value`);
	return child;
}

/** Content octets of an INTEGER of any size, two's complement. */
export function readIntegerBytes(value: DerValue, what: string): Uint8Array {
	expect(value, 'INTEGER', what);
	return readContent(value, what);
}

/** An INTEGER from 0 to 2^48 - 1. */
export function readInteger(value: DerValue, what: string): number {
	const bytes = readIntegerBytes(value, what);
	if ((bytes[0] ?? 0) >= 0x80 || bytes.length > 6)
		throw new DerError(`${what}: an INTEGER that is negative or too large`);
	return bytes.reduce((sum, octet) => sum * 256 + octet, 0);
}

export function readBoolean(value: DerValue, what: string): boolean {
	expect(value, 'BOOLEAN', what);
	const content = readContent(value, what);
	if (content.length !== 1) throw new DerError(`${what}: a BOOLEAN of ${content.length} bytes`);
	return content[0] !== 0;
}

/** Dotted OID. */
export function readOid(value: DerValue, what: string): string {
	expect(value, 'OBJECT IDENTIFIER', what);
	return oidText(readContent(value, what));
}

/** Content of an OCTET STRING; the parts of a constructed one (BER) are joined. */
export function readOctetString(value: DerValue, what: string): Uint8Array {
	expect(value, 'OCTET STRING', what);
	return readOctets(value, what);
}

/** Content of an OCTET STRING under an IMPLICIT tag, or of an OCTET STRING itself. */
export function readOctets(value: DerValue, what: string): Uint8Array {
	if (typeof value.value === 'string') return bytesFromBinary(value.value);
	return Buffer.concat(value.value.map(part => readOctetString(part, what)));
}

/** Bytes of a BIT STRING and the number of bits at its end that do not count. */
export function readBitString(value: DerValue, what: string): {bytes: Uint8Array; unusedBits: number} {
	expect(value, 'BIT STRING', what);
	const [unusedBits, ...rest] = readContent(value, what);
	if (unusedBits === undefined || unusedBits > 7 || (unusedBits > 0 && rest.length === 0))
		throw new DerError(`${what}: a BIT STRING whose count of unused bits is wrong`);
	return {bytes: Uint8Array.from(rest), unusedBits};
}

/** Numbers of the bits that are set in a BIT STRING with named bits. */
export function readNamedBits(value: DerValue, what: string): number[] {
	const {bytes, unusedBits} = readBitString(value, what);
	return Array.from({length: bytes.length * 8 - unusedBits}, (_, bit) => bit).filter(
		bit => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0,
	);
}
