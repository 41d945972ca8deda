// Which of the structures that certificates and keys come in a DER value is, told by its shape alone.
import {type DerValue, tagName} from '../der/value.js';

export type Structure =
	| 'pfx'
	| 'pkcs7'
	| 'certificate'
	| 'request'
	| 'crl'
	| 'private-key'
	| 'encrypted-private-key'
	| 'rsa-private-key'
	| 'ec-private-key'
	| 'dsa-private-key'
	| 'public-key'
	| 'rsa-public-key';

/** One letter per kind of element, so that a structure is a pattern. */
const letters: Readonly<Record<string, string>> = {
	SEQUENCE: 's',
	SET: 't',
	INTEGER: 'i',
	'OBJECT IDENTIFIER': 'o',
	'OCTET STRING': 'x',
	'BIT STRING': 'b',
	UTCTime: 'd',
	GeneralizedTime: 'd',
	NULL: 'n',
	'[0]': '0',
	'[1]': '1',
	'[2]': '2',
	'[3]': '3',
};

/** The children of an element: `ssb`; empty for a primitive one. */
function shape(value: DerValue | undefined): string {
	if (value === undefined || typeof value.value === 'string') return '';
	return value.value.map(child => letters[tagName(child)] ?? '?').join('');
}

type Row = {
	readonly structure: Structure;
	readonly outer: RegExp;
	/** The shape of one child, where the outer one does not decide. */
	readonly child?: {readonly index: number; readonly shape: RegExp};
};

/** RFC 7292, 2315, 5280, 2986, 5958, 8017, 5915: the first row that fits. */
const rows: readonly Row[] = [
	{structure: 'pfx', outer: /^iss?$/, child: {index: 1, shape: /^o0$/}},
	{structure: 'pkcs7', outer: /^o0$/},
	{structure: 'certificate', outer: /^ssb$/, child: {index: 0, shape: /^0?isssss1?2?3?$/}},
	{structure: 'request', outer: /^ssb$/, child: {index: 0, shape: /^iss0?$/}},
	{structure: 'crl', outer: /^ssb$/, child: {index: 0, shape: /^i?ssdd?s?0?$/}},
	{structure: 'private-key', outer: /^isx0?1?$/, child: {index: 1, shape: /^o/}},
	{structure: 'encrypted-private-key', outer: /^sx$/, child: {index: 0, shape: /^o.?$/}},
	{structure: 'rsa-private-key', outer: /^i{9}s?$/},
	{structure: 'dsa-private-key', outer: /^i{6}$/},
	{structure: 'ec-private-key', outer: /^ix0?1?$/},
	{structure: 'public-key', outer: /^sb$/, child: {index: 0, shape: /^o/}},
	{structure: 'rsa-public-key', outer: /^ii$/},
];

/** The structure of a value; null when it is none of ours. */
export function recognise(value: DerValue): Structure | null {
	if (letters[tagName(value)] !== 's' || typeof value.value === 'string') return null;
	const children = value.value;
	const outer = shape(value);
	const found = rows.find(
		row =>
			row.outer.test(outer) &&
			(row.child === undefined || row.child.shape.test(shape(children[row.child.index]))),
	);
	return found?.structure ?? null;
}
