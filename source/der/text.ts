// Character strings: what each type may hold when written, and every type of DirectoryString when read.
import asn1 from 'node-forge/lib/asn1.js';
import {binaryFromBytes, bytesFromBinary} from './bytes.js';
import {DerError} from './der-error.js';
import {type DerValue, tagClass, tagName, universalTag} from './value.js';

/** X.680, section 41.4: not `*`, `@`, `&`, `_` or `"`. */
const printable = /^[A-Za-z0-9 '()+,\-./:=?]*$/;
const ascii = /^[\0-\x7f]*$/;

/** True when every character is allowed in a PrintableString. */
export function isPrintable(text: string): boolean {
	return printable.test(text);
}

function string(type: number, value: string): DerValue {
	return asn1.create(tagClass.universal, type, false, value);
}

/** Throws RangeError for text that a PrintableString cannot hold. */
export function printableString(text: string): DerValue {
	if (!isPrintable(text)) throw new RangeError('text with characters that a PrintableString cannot hold');
	return string(universalTag.PrintableString, text);
}

/** Throws RangeError for text that is not ASCII. */
export function ia5String(text: string): DerValue {
	if (!ascii.test(text)) throw new RangeError('text with characters that an IA5String cannot hold');
	return string(universalTag.IA5String, text);
}

/** Throws RangeError for text with half of a surrogate pair. */
export function utf8String(text: string): DerValue {
	if (!text.isWellFormed()) throw new RangeError('text with half of a surrogate pair');
	return string(universalTag.UTF8String, binaryFromBytes(Buffer.from(text)));
}

/** UTF-16: what is beyond the BMP becomes a surrogate pair, as Windows and OpenSSL write it. */
export function bmpString(text: string): DerValue {
	return string(universalTag.BMPString, text);
}

/** Types whose content is one character a byte; BMPString is among them because node-forge has decoded it. */
const plainTypes: ReadonlySet<number> = new Set([
	universalTag.NumericString,
	universalTag.PrintableString,
	universalTag.TeletexString,
	universalTag.IA5String,
	universalTag.VisibleString,
	universalTag.GeneralString,
	universalTag.BMPString,
]);

/** True for a primitive element of a character string type that `readText` understands. */
export function isText({tagClass: class_, type, value}: DerValue): boolean {
	return (
		class_ === tagClass.universal &&
		typeof value === 'string' &&
		(type === universalTag.UTF8String || type === universalTag.UniversalString || plainTypes.has(type))
	);
}

/**
 * The text of any character string type. Teletex and the one-byte types are read as Latin-1, which is what their
 * writers mean; characters that the type does not allow are let through. Throws DerError.
 */
export function readText(value: DerValue, what: string): string {
	const {value: content, type} = value;
	if (!isText(value) || typeof content !== 'string')
		throw new DerError(`${what}: expected a character string, got ${tagName(value)}`);
	if (plainTypes.has(type)) return content;
	const bytes = bytesFromBinary(content);
	return type === universalTag.UTF8String ? textFromUtf8(bytes, what) : textFromUcs4(bytes, what);
}

function textFromUtf8(bytes: Uint8Array, what: string): string {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		throw new DerError(`${what}: not valid UTF-8`);
	}
}

function textFromUcs4(bytes: Uint8Array, what: string): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let text = '';
	for (let offset = 0; offset < bytes.length; offset += 4) {
		const codePoint = offset + 4 <= bytes.length ? view.getUint32(offset) : Number.POSITIVE_INFINITY;
		if (codePoint > 0x10ffff) throw new DerError(`${what}: not a valid UniversalString`);
		text += String.fromCodePoint(codePoint);
	}
	return text;
}
