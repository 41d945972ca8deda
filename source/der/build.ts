// Building DER values (X.690, sections 8 and 10); text and times have files of their own.
import asn1 from 'node-forge/lib/asn1.js';
import {binaryFromBytes} from './bytes.js';
import {encodeDer} from './encode.js';
import {oidContent} from './oid.js';
import {type DerValue, tagClass, type UniversalName, universalTag} from './value.js';

function primitive(name: UniversalName, content: string): DerValue {
	return asn1.create(tagClass.universal, universalTag[name], false, content);
}

/** SEQUENCE or SEQUENCE OF. */
export function sequence(...children: readonly DerValue[]): DerValue {
	return asn1.create(tagClass.universal, universalTag.SEQUENCE, true, children);
}

/** SET OF, in the order that DER demands (X.690, section 11.6). */
export function setOf(...children: readonly DerValue[]): DerValue {
	const sorted = children
		.map(child => ({child, der: encodeDer(child)}))
		.sort((a, b) => Buffer.compare(a.der, b.der))
		.map(({child}) => child);
	return asn1.create(tagClass.universal, universalTag.SET, true, sorted);
}

/** An INTEGER that is not negative: a safe number, or the big-endian bytes of one. Throws RangeError. */
export function integer(value: number | Uint8Array): DerValue {
	if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0))
		throw new RangeError('only integers from 0 on can be encoded');
	const hex = typeof value === 'number' ? value.toString(16) : Buffer.from(value).toString('hex');
	const shortest = hex.length === 0 ? '' : hex.replace(/^0+(?=.)/, '');
	const even = shortest.length % 2 === 0 ? shortest : `0${shortest}`;
	const content = Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
	if (content.length === 0) throw new RangeError('an INTEGER needs content');
	return primitive('INTEGER', binaryFromBytes(content));
}

/** TRUE; FALSE never has to be written, since it is the default everywhere here. */
export function booleanTrue(): DerValue {
	return primitive('BOOLEAN', '\xff');
}

export function nullValue(): DerValue {
	return primitive('NULL', '');
}

/** Throws RangeError when `oid` is not a dotted OID. */
export function objectIdentifier(oid: string): DerValue {
	return primitive('OBJECT IDENTIFIER', binaryFromBytes(oidContent(oid)));
}

export function octetString(bytes: Uint8Array): DerValue {
	return primitive('OCTET STRING', binaryFromBytes(bytes));
}

/** BIT STRING of whole bytes. */
export function bitString(bytes: Uint8Array): DerValue {
	return primitive('BIT STRING', `\0${binaryFromBytes(bytes)}`);
}

/** BIT STRING with named bits (X.690, section 11.2.2): bit 0 first, no zero bits at the end. */
export function namedBits(bits: readonly number[]): DerValue {
	const last = Math.max(-1, ...bits);
	const bytes = new Uint8Array(Math.ceil((last + 1) / 8));
	for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
	return primitive('BIT STRING', String.fromCharCode(bytes.length * 8 - last - 1) + binaryFromBytes(bytes));
}

/** `[number] EXPLICIT`. */
export function explicit(number: number, child: DerValue): DerValue {
	return asn1.create(tagClass.context, number, true, [child]);
}

/** `[number] IMPLICIT` of a primitive type with these content octets. */
export function implicit(number: number, content: Uint8Array): DerValue {
	return asn1.create(tagClass.context, number, false, binaryFromBytes(content));
}
