// GeneralNames of a subjectAltName ⇄ DER (RFC 5280, section 4.2.1.6).
import {implicit, sequence} from '../der/build.js';
import {binaryFromBytes, hexFromBytes} from '../der/bytes.js';
import {encodeDer} from '../der/encode.js';
import {readContent, readSequenceOf} from '../der/read.js';
import {type DerValue, tagClass, tagName} from '../der/value.js';
import {formatAddress, parseAddress} from '../plan/ip-address.js';
import type {GeneralName, GeneralNameType} from '../plan/plan.js';
import type {OtherName} from './certificate.js';

/** Context-specific tags of the kinds that we make. */
const tags: Readonly<Record<GeneralNameType, number>> = {email: 1, dns: 2, uri: 6, ip: 7};

const kinds = ['dns', 'ip', 'email', 'uri'] as const satisfies readonly GeneralNameType[];

/** GeneralNames in the given order. Throws RangeError for a name that is not in its canonical form. */
export function encodeGeneralNames(names: readonly GeneralName[]): DerValue {
	return sequence(...names.map(({type, value}) => implicit(tags[type], content(type, value))));
}

function content(type: GeneralNameType, value: string): Uint8Array {
	const octets =
		type === 'ip' ? parseAddress(value) : /^[\x21-\x7e]+$/.test(value) ? Buffer.from(value) : null;
	if (octets === null) throw new RangeError(`${JSON.stringify(value)} is not a name of type ${type}`);
	return octets;
}

/** GeneralNames of any origin; kinds that we do not make, and addresses of a wrong length, come as `other`. */
export function readGeneralNames(value: DerValue, what: string): (GeneralName | OtherName)[] {
	return readSequenceOf(value, what).map(name => readGeneralName(name, what));
}

function readGeneralName(name: DerValue, what: string): GeneralName | OtherName {
	const type = kinds.find(kind => name.tagClass === tagClass.context && name.type === tags[kind]);
	if (type !== undefined && !name.constructed) {
		const bytes = readContent(name, what);
		const text = type === 'ip' ? formatAddress(bytes) : binaryFromBytes(bytes);
		if (text !== null) return {type, value: text};
	}
	return {type: 'other', value: `${tagName(name)} ${hexFromBytes(encodeDer(name))}`};
}
