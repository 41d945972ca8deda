// The value of each extension as Windows words it.

import type {OtherName} from '../certificate/certificate.js';
import {extension as oids} from '../certificate/oids.js';
import type {GeneralName} from '../plan/plan.js';
import {keyUsages} from '../profile/profile.js';
import {madeWhenWritten} from './detail.js';
import type {DetailFacts} from './facts.js';
import {extendedKeyUsageWords, keyUsageWords} from './windows-words.js';

type Value = string | readonly string[];

const generalNameWords: Readonly<Record<(GeneralName | OtherName)['type'], string>> = {
	dns: 'DNS Name',
	ip: 'IP Address',
	email: 'RFC822 Name',
	uri: 'URL',
	other: 'Other Name',
};

/** `DNS Name=srv01.company.com`. */
export function generalNameText(name: GeneralName | OtherName): string {
	return `${generalNameWords[name.type]}=${name.value}`;
}

/** `Digital Signature, Key Encipherment (a0)`: the words, and the bytes of the BIT STRING in hex. */
export function keyUsageText(usages: readonly string[]): string {
	const bits = keyUsages.map(name => (usages.includes(name) ? 1 : 0));
	const byte = (from: number) =>
		bits.slice(from, from + 8).reduce<number>((sum, bit, index) => sum | (bit << (7 - index)), 0);
	const bytes = bits[8] === 1 ? [byte(0), byte(8)] : [byte(0)];
	const words = keyUsages.filter(name => usages.includes(name)).map(name => keyUsageWords[name]);
	return `${words.join(', ')} (${bytes.map(each => each.toString(16).padStart(2, '0')).join(' ')})`;
}

function basicConstraintsText(facts: DetailFacts): Value | null {
	if (facts.basicConstraints === null) return null;
	const {cA, pathLenConstraint} = facts.basicConstraints;
	return [
		`Subject Type=${cA ? 'CA' : 'End Entity'}`,
		`Path Length Constraint=${pathLenConstraint === null ? 'None' : pathLenConstraint}`,
	];
}

/** Hex as Windows shows it: lower case, without separators, so that a double click takes all of it. */
export function hexText(hex: string): string {
	return hex.toLowerCase();
}

const texts: Readonly<Record<string, (facts: DetailFacts) => Value | null>> = {
	[oids.subjectKeyIdentifier]: facts => facts.subjectKeyIdentifier && hexText(facts.subjectKeyIdentifier),
	[oids.authorityKeyIdentifier]: facts =>
		facts.authorityKeyIdentifier && `KeyID=${hexText(facts.authorityKeyIdentifier)}`,
	[oids.extKeyUsage]: facts => facts.extendedKeyUsage?.map(extendedKeyUsageWords) ?? null,
	[oids.subjectAltName]: facts => facts.subjectAlternativeNames?.map(generalNameText) ?? null,
	[oids.keyUsage]: facts => facts.keyUsage && keyUsageText(facts.keyUsage),
	[oids.basicConstraints]: basicConstraintsText,
};

/** The value of one extension; one that nobody decoded is shown as hex, as Windows does. */
export function extensionText(facts: DetailFacts, oid: string, value: Uint8Array | null): Value {
	const text = texts[oid]?.(facts) ?? null;
	if (text !== null) return text;
	if (value === null) return madeWhenWritten;
	return Array.from(value, byte => byte.toString(16).padStart(2, '0')).join(' ');
}
