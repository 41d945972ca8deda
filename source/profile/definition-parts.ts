// The parts of a profile's definition: text, words, and the mappings inside a certificate.
import * as v from 'valibot';
import {didYouMean} from '../problem/suggest.js';
import {iterationRange, pfxEncryptions, providers, type SubjectKey} from './profile.js';

/** What stands between a key's description and its default. */
export const defaultMark = ' Default: ';

/** Text with something in it. */
export const text = v.pipe(v.string(), v.nonEmpty());
export const texts = v.array(text);

/** One of several words; the schema's own message is the hint. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
	return v.picklist(words, issue => didYouMean(String(issue.input), words));
}

/** A key that may be left out, or taken back with `null`; `byDefault` is what holds then. */
export function optional<Schema extends v.GenericSchema>(
	schema: Schema,
	description: string,
	byDefault = '',
) {
	const whole = byDefault === '' ? description : `${description}${defaultMark}${byDefault}.`;
	return v.optional(v.pipe(v.nullable(schema), v.description(whole)));
}

const subjectTexts = {
	countryName: 'C: two letters, CZ.',
	domainComponent: 'DC: [company, com].',
	stateOrProvinceName: 'ST: the state or province.',
	localityName: 'L: the town.',
	organizationName: 'O: the company.',
	organizationalUnitName: 'OU: the department.',
	commonName: 'CN: preferably the FQDN of the server.',
	emailAddress: 'The e-mail address of whoever is responsible.',
} as const satisfies Record<SubjectKey, string>;

function subjectKey(key: SubjectKey) {
	return optional(v.union([text, v.pipe(texts, v.nonEmpty())]), subjectTexts[key]);
}

/** A subject as a mapping. */
export const subject = v.strictObject({
	countryName: subjectKey('countryName'),
	domainComponent: subjectKey('domainComponent'),
	stateOrProvinceName: subjectKey('stateOrProvinceName'),
	localityName: subjectKey('localityName'),
	organizationName: subjectKey('organizationName'),
	organizationalUnitName: subjectKey('organizationalUnitName'),
	commonName: subjectKey('commonName'),
	emailAddress: subjectKey('emailAddress'),
} satisfies Record<SubjectKey, v.GenericSchema>);

/** A validity as a mapping. */
export const validity = v.strictObject({
	notBefore: optional(text, 'The first day, as an ISO date: 2026-11-30.'),
	notAfter: optional(text, 'The last day, as an ISO date: 2028-11-30.'),
});

export const pfx = v.strictObject({
	encryption: optional(
		oneOf(pfxEncryptions),
		'compatible: 3DES and SHA-1, opens everywhere and resists guessing badly. modern: AES-256 and SHA-256, for Windows 10 1709, Server 2019 and newer.',
		'compatible',
	),
	iterations: optional(
		v.pipe(v.number(), v.integer(), v.minValue(iterationRange.least), v.maxValue(iterationRange.most)),
		`How often the password is hashed, ${iterationRange.least} to ${iterationRange.most}.`,
		'2048 for compatible, 100000 for modern',
	),
	provider: optional(
		oneOf(providers),
		'The Windows provider that keeps the key: Microsoft Software Key Storage Provider, or, for old .NET Framework code, Microsoft Enhanced RSA and AES Cryptographic Provider.',
		'Microsoft Software Key Storage Provider',
	),
});
