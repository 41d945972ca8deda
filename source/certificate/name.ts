// Distinguished names ⇄ DER (RFC 5280, section 4.1.2.4); their text form is the plan's business.
import {objectIdentifier, sequence, setOf} from '../der/build.js';
import {hexFromBytes} from '../der/bytes.js';
import {encodeDer} from '../der/encode.js';
import {Fields} from '../der/fields.js';
import {readOid, readSequenceOf, readSetOf} from '../der/read.js';
import {ia5String, isPrintable, isText, printableString, readText, utf8String} from '../der/text.js';
import type {DerValue} from '../der/value.js';
import type {DistinguishedName, NameAttribute} from '../plan/plan.js';

/** countryName, serialNumber, dnQualifier: RFC 5280, appendix A.1, allows nothing else. */
const printableTypes: ReadonlySet<string> = new Set(['2.5.4.6', '2.5.4.5', '2.5.4.46']);
/** emailAddress and domainComponent: RFC 5280, appendix A.1, and RFC 4519, section 2.4. */
const ia5Types: ReadonlySet<string> = new Set(['1.2.840.113549.1.9.1', '0.9.2342.19200300.100.1.25']);

/** Name, its RDNs in the given order. Throws RangeError for a value that its type cannot hold. */
export function encodeName(name: DistinguishedName): DerValue {
	return sequence(...name.map(attributes => setOf(...attributes.map(encodeAttribute))));
}

function encodeAttribute({type, value}: NameAttribute): DerValue {
	return sequence(objectIdentifier(type), encodeAttributeValue(type, value));
}

function encodeAttributeValue(type: string, value: string): DerValue {
	if (printableTypes.has(type)) return printableString(value);
	if (ia5Types.has(type)) return ia5String(value);
	// RFC 5280, section 4.1.2.4: PrintableString where it is enough, else UTF8String.
	return isPrintable(value) ? printableString(value) : utf8String(value);
}

/** A Name of any origin. A value that is no character string is given as `#` and the hex of its DER (RFC 4514). */
export function readName(value: DerValue, what: string): DistinguishedName {
	return readSequenceOf(value, what).map(rdn =>
		readSetOf(rdn, what).map(attribute => readAttribute(attribute, what)),
	);
}

function readAttribute(value: DerValue, what: string): NameAttribute {
	const fields = new Fields(value, what);
	const type = readOid(fields.next('type'), what);
	const content = fields.next('value');
	fields.end();
	return {type, value: isText(content) ? readText(content, what) : `#${hexFromBytes(encodeDer(content))}`};
}
