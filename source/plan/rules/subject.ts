// Rules for the values of the subject: lengths and characters (RFC 5280, appendix A.1; X.520).
import {quoted} from '../../problem/visible.js';
import {type AttributeType, attributeTypeByOid, countryNameOid} from '../attribute-types.js';
import type {NameAttribute} from '../plan.js';
import {always, type Rule, type Violation} from './rule.js';

/** Control and line characters, direction marks, halves of surrogate pairs; joiners belong to some scripts. */
const unprintable = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

function valueFault(value: string, type: AttributeType | undefined): string | null {
	if (value.trim() === '') return 'is empty';
	if (unprintable.test(value)) return `holds characters that cannot be seen: ${quoted(value)}`;
	if (type === undefined) return null;
	if (type.oid === countryNameOid)
		return /^[A-Za-z]{2}$/.test(value)
			? null
			: `is ${quoted(value)}, and a country is exactly two letters such as CZ`;
	if (type.syntax === 'IA5 string' && !/^[\x20-\x7e]*$/.test(value))
		return `is ${quoted(value)}, and only ASCII is possible there`;
	if (type.syntax === 'printable string' && !/^[A-Za-z0-9 '()+,./:=?-]*$/.test(value))
		return `is ${quoted(value)}, and only letters, digits and '()+,-./:=? are possible there`;
	const {length} = [...value];
	return length > type.maxLength ? `has ${length} characters, and ${type.maxLength} are allowed` : null;
}

function checkAttribute({type: oid, value}: NameAttribute): Violation[] {
	const type = attributeTypeByOid(oid);
	const fault = valueFault(value, type);
	if (fault === null) return [];
	const field = type?.key === undefined || type.key === null ? 'subject' : `subject.${type.key}`;
	return [{message: `the ${type?.name ?? oid} of the subject ${fault}`, field}];
}

export const subjectRules: readonly Rule[] = [
	{
		code: 'bad-name-value',
		severity: 'error',
		reference: 'RFC 5280, appendix A.1',
		reason: '',
		reads: ['subject'],
		appliesTo: always,
		check: ({subject}) => subject.flat().flatMap(checkAttribute),
	},
	{
		code: 'bad-subject',
		severity: 'error',
		reference: 'X.501, section 9.3',
		reason: 'a part of a name holds each attribute once',
		reads: ['subject'],
		appliesTo: always,
		check: ({subject}) =>
			subject.flatMap(attributes => {
				const types = attributes.map(({type}) => type);
				const twice = types.find((type, index) => types.indexOf(type) < index);
				if (twice === undefined) return [];
				const name = attributeTypeByOid(twice)?.name ?? twice;
				return [{message: `the subject joins ${name} with ${name} by "+"`, field: 'subject'}];
			}),
	},
];
