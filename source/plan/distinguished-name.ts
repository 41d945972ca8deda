// RFC 4514 text, text as Windows writes it, and a profile's mapping → DistinguishedName.
import {didYouMean} from '../problem/suggest.js';
import {quoted} from '../problem/visible.js';
import {type SubjectMapping, subjectKeys} from '../profile/profile.js';
import {
	attributeTypeByName,
	attributeTypeNames,
	commonNameOid,
	oidOfSubjectKey,
	subjectTypeNames,
} from './attribute-types.js';
import {type AttributeValueText, scanAttributeValue} from './attribute-value.js';
import {isObjectIdentifier} from './object-identifier.js';
import {decided, type Outcome, refused} from './outcome.js';
import type {DistinguishedName, NameAttribute} from './plan.js';

const quoteHint = 'put a value that holds , + or ; in double quotes: O="Company, Inc."';

/** What stands before `=`: a short name in any case, or a dotted OID, with `OID.` in front as Windows has it. */
function parseAttributeType(text: string): Outcome<string> {
	const oid = text.replace(/^oid\./i, '');
	if (/^\d/.test(oid))
		return isObjectIdentifier(oid)
			? decided(oid)
			: refused('bad-subject', `${quoted(text)} is not an object identifier`);
	const known = attributeTypeByName(text);
	if (known !== undefined) return decided(known.oid);
	return refused(
		'bad-subject',
		`${quoted(text)} is not an attribute of a name`,
		// Short words are near to every short name: list the usual ones instead.
		text.length < 4 ? `usual are: ${subjectTypeNames.join(', ')}` : didYouMean(text, attributeTypeNames),
	);
}

/** Scans one `type=value` at `start`; `end` is where the separator stands. */
function scanAttribute(
	text: string,
	start: number,
): Outcome<NameAttribute & Pick<AttributeValueText, 'end'>> {
	const head = /[^=,;+"\r\n]*/y;
	head.lastIndex = start;
	const written = head.exec(text)?.[0] ?? '';
	if (text[head.lastIndex] !== '=' && written.trim() === '')
		return refused('bad-subject', 'a part of the name is empty', quoteHint);
	if (text[head.lastIndex] !== '=')
		return refused(
			'bad-subject',
			`there is no "=" in the part ${quoted(written.trim())} of the name`,
			quoteHint,
		);
	const type = parseAttributeType(written.trim());
	if (type.value === null) return {value: null, problems: type.problems};
	const value = scanAttributeValue(text, head.lastIndex + 1);
	if (value.value === null) return {value: null, problems: value.problems};
	return decided({type: type.value, value: value.value.text, end: value.value.end});
}

/**
 * Parses a name with `=` as RFC 4514 has it, and with what Windows prints: `S`, `E`, `T`, `OID.1.2.3`, quotes, `;` or
 * line ends between the parts, spaces around everything. A text without `=` is a CN, literally.
 * The result is in the order of the encoding, which is the reverse of the text (RFC 4514, section 2.1).
 */
export function parseDistinguishedName(text: string): Outcome<DistinguishedName> {
	// A space behind a backslash belongs to the value.
	const trimmed = text.trimStart().replace(/(?<!\\)\s+$/, '');
	if (trimmed === '')
		return refused('bad-subject', 'a name needs at least one attribute', 'like CN=srv01.company.com');
	if (!trimmed.includes('=')) return decided([[{type: commonNameOid, value: trimmed}]]);
	if (/^\/\w+=/.test(trimmed))
		return refused(
			'bad-subject',
			`${quoted(trimmed)} is written with slashes`,
			'write it with commas, CN first: CN=srv01.company.com, O=Company, C=CZ',
		);
	const names: NameAttribute[][] = [];
	let current: NameAttribute[] = [];
	let position = 0;
	for (;;) {
		const attribute = scanAttribute(trimmed, position);
		if (attribute.value === null) return {value: null, problems: attribute.problems};
		const {type, value, end} = attribute.value;
		current.push({type, value});
		const separator = trimmed[end];
		if (separator !== '+') {
			names.push(current);
			current = [];
		}
		if (separator === undefined) return decided(names.reverse());
		position = end + 1;
		// Windows' lines end in CR LF: one separator.
		if (separator === '\r' && trimmed[position] === '\n') position++;
	}
}

/**
 * A profile's mapping → name, encoded C, DC, ST, L, O, OU, CN, emailAddress. Several values of one key are written
 * as in text, the most specific first: `domainComponent: [company, com]` is DC=company, DC=com.
 */
export function nameOfMapping(mapping: SubjectMapping): DistinguishedName {
	return subjectKeys.flatMap(key =>
		(mapping[key] ?? []).toReversed().map(({value}) => [{type: oidOfSubjectKey(key), value: value.trim()}]),
	);
}

/** The most specific CN; null when there is none. */
export function commonNameOf(name: DistinguishedName): string | null {
	return name.flat().findLast(({type}) => type === commonNameOid)?.value ?? null;
}
