// DistinguishedName → text: RFC 4514 for programs, Windows' line for people.
import {attributeTypeByOid} from './attribute-types.js';
import type {DistinguishedName} from './plan.js';

function hexPairs(character: string): string {
	return [...new TextEncoder().encode(character)]
		.map(byte => `\\${byte.toString(16).toUpperCase().padStart(2, '0')}`)
		.join('');
}

/** Escapes one value (RFC 4514, section 2.4); control characters and unusual spaces become `\0A`. */
function escapeValue(value: string): string {
	const characters = [...value];
	return characters
		.map((character, index) => {
			const special =
				'"+,;<>\\'.includes(character) ||
				(index === 0 && ' #'.includes(character)) ||
				(index === characters.length - 1 && character === ' ');
			if (special) return `\\${character}`;
			return character !== ' ' && /[\s\p{Cc}]/u.test(character) ? hexPairs(character) : character;
		})
		.join('');
}

/**
 * RFC 4514 text, most specific RDN first: `CN=srv01.company.com,O=Company,C=CZ`. A type without a name is its OID;
 * its value stays text, since a name here does not keep the string type that the hexadecimal form needs.
 */
export function formatDistinguishedName(name: DistinguishedName): string {
	return name
		.toReversed()
		.map(attributes =>
			attributes
				.map(({type, value}) => `${attributeTypeByOid(type)?.name ?? type}=${escapeValue(value)}`)
				.join('+'),
		)
		.join(',');
}

function windowsValue(value: string): string {
	return value === '' || /[,+="\r\n<>#;]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function windowsLine(name: DistinguishedName, writeValue: (value: string) => string): string {
	return name
		.toReversed()
		.map(attributes =>
			attributes
				.map(
					({type, value}) => `${attributeTypeByOid(type)?.windowsName ?? `OID.${type}`}=${writeValue(value)}`,
				)
				.join(' + '),
		)
		.join(', ');
}

/**
 * The line that Windows prints, most specific RDN first: `CN=srv01, O="Company, Inc.", S=Moravia, E=it@company.com`.
 * For display only: a backslash stands as it is, and is an escape to whoever reads the line as a name.
 */
export function formatForWindows(name: DistinguishedName): string {
	return windowsLine(name, windowsValue);
}

/** The same line with backslashes doubled, so that `parseDistinguishedName` gives the name back. */
export function formatForProfile(name: DistinguishedName): string {
	return windowsLine(name, value => windowsValue(value.replaceAll('\\', '\\\\')));
}
