// The attribute types of distinguished names: OIDs, their spellings in text, and what their values may be.
import type {SubjectKey} from '../profile/profile.js';

/** Which string types a value may have: RFC 5280, appendix A.1. */
export type AttributeSyntax = 'directory string' | 'printable string' | 'IA5 string';

export type AttributeType = {
	/** The dotted OID. */
	readonly oid: string;
	/** The name in RFC 4514 text (section 3), or the one that OpenSSL prints. */
	readonly name: string;
	/** The name that Windows prints; null where it prints `OID.1.2.3`. */
	readonly windowsName: string | null;
	/** Further names that are understood. */
	readonly otherNames: readonly string[];
	/** The key in a profile's mapping; null when a mapping cannot hold it. */
	readonly key: SubjectKey | null;
	readonly syntax: AttributeSyntax;
	/** Upper bound in characters. */
	readonly maxLength: number;
};

function row(
	oid: string,
	name: string,
	windowsName: string | null,
	otherNames: readonly string[],
	key: SubjectKey | null,
	maxLength: number,
	syntax: AttributeSyntax = 'directory string',
): AttributeType {
	return {oid, name, windowsName, otherNames, key, syntax, maxLength};
}

const attributeTypes: readonly AttributeType[] = [
	row('2.5.4.3', 'CN', 'CN', ['commonName'], 'commonName', 64),
	row('2.5.4.10', 'O', 'O', ['organizationName', 'organization'], 'organizationName', 64),
	row('2.5.4.11', 'OU', 'OU', ['organizationalUnitName', 'organizationalUnit'], 'organizationalUnitName', 64),
	row('2.5.4.7', 'L', 'L', ['localityName', 'locality'], 'localityName', 128),
	row('2.5.4.8', 'ST', 'S', ['SP', 'stateOrProvinceName', 'state'], 'stateOrProvinceName', 128),
	row('2.5.4.6', 'C', 'C', ['countryName', 'country'], 'countryName', 2, 'printable string'),
	row('0.9.2342.19200300.100.1.25', 'DC', 'DC', ['domainComponent'], 'domainComponent', 63, 'IA5 string'),
	row('1.2.840.113549.1.9.1', 'emailAddress', 'E', ['email'], 'emailAddress', 255, 'IA5 string'),
	row('2.5.4.9', 'STREET', 'STREET', ['streetAddress'], null, 128),
	row('0.9.2342.19200300.100.1.1', 'UID', null, ['userId'], null, 256),
	row('2.5.4.5', 'serialNumber', 'SERIALNUMBER', [], null, 64, 'printable string'),
	row('2.5.4.12', 'title', 'T', [], null, 64),
	row('2.5.4.42', 'GN', 'G', ['givenName'], null, 64),
	row('2.5.4.4', 'SN', 'SN', ['surname'], null, 64),
	row('2.5.4.43', 'initials', 'I', [], null, 64),
	row('2.5.4.44', 'generationQualifier', null, [], null, 64),
	row('2.5.4.46', 'dnQualifier', 'dnQualifier', [], null, 64, 'printable string'),
	row('2.5.4.65', 'pseudonym', null, [], null, 128),
	row('2.5.4.13', 'description', 'Description', [], null, 1024),
	row('2.5.4.15', 'businessCategory', null, [], null, 128),
	row('2.5.4.17', 'postalCode', 'PostalCode', [], null, 40),
	row('2.5.4.97', 'organizationIdentifier', null, [], null, 256),
];

/** OID of the CN. */
export const commonNameOid = '2.5.4.3';

/** OID of countryName. */
export const countryNameOid = '2.5.4.6';

/** The short names of what a profile's mapping can hold. */
export const subjectTypeNames: readonly string[] = attributeTypes
	.filter(({key}) => key !== null)
	.map(({name}) => name);

/** The spellings to offer for one that is not known. */
export const attributeTypeNames: readonly string[] = attributeTypes.flatMap(({name, otherNames}) => [
	name,
	...otherNames,
]);

/** The type with this dotted OID; undefined when it is not in the table. */
export function attributeTypeByOid(oid: string): AttributeType | undefined {
	return attributeTypes.find(type => type.oid === oid);
}

/** The type that somebody writes as `CN`, `S`, `emailAddress`, … in any case. */
export function attributeTypeByName(written: string): AttributeType | undefined {
	const same = (name: string | null) => name?.toLowerCase() === written.toLowerCase();
	return attributeTypes.find(
		({name, windowsName, otherNames}) => same(name) || same(windowsName) || otherNames.some(same),
	);
}

/** The OID of a key in a profile's mapping. */
export function oidOfSubjectKey(key: SubjectKey): string {
	return attributeTypes.find(type => type.key === key)?.oid ?? commonNameOid;
}
