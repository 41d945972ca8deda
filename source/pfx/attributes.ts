// The attributes of a SafeBag (RFC 7292, section 4.2).
import {hexFromBytes} from '../der/bytes.js';
import {DerError} from '../der/der-error.js';
import {Fields} from '../der/fields.js';
import {readOctetString, readOid, readSetOf} from '../der/read.js';
import {readText} from '../der/text.js';
import {type DerValue, isUniversal} from '../der/value.js';
import {bagAttribute} from './oids.js';

/** Null for what is not there, or of another type than it should be: they only describe, and others ignore them. */
export type SafeBagAttributes = {
	readonly friendlyName: string | null;
	readonly localKeyId: string | null;
	readonly provider: string | null;
};

/** Of an attribute that is there twice, the first one counts. Throws DerError. */
export function readAttributes(set: DerValue | null): SafeBagAttributes {
	const values = new Map<string, DerValue>();
	for (const attribute of set === null ? [] : readSetOf(set, 'bagAttributes')) {
		const fields = new Fields(attribute, 'attribute');
		const type = readOid(fields.next('attrId'), 'attrId');
		const [first] = readSetOf(fields.next('attrValues'), 'attrValues');
		if (first !== undefined && !values.has(type)) values.set(type, first);
	}
	const localKeyId = values.get(bagAttribute.localKeyId);
	return {
		friendlyName: textOf(values.get(bagAttribute.friendlyName)),
		localKeyId:
			localKeyId !== undefined && isUniversal(localKeyId, 'OCTET STRING')
				? hexFromBytes(readOctetString(localKeyId, 'localKeyId'))
				: null,
		provider: textOf(values.get(bagAttribute.provider)),
	};
}

function textOf(value: DerValue | undefined): string | null {
	try {
		return value === undefined ? null : readText(value, 'attribute');
	} catch (error) {
		if (error instanceof DerError) return null;
		throw error;
	}
}
