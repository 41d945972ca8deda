// Cases that no profile can produce: facts of certificates that were read, and passwords.

import type {CertificateFacts} from '../../source/plan/rules/facts.js';
import type {ProblemCode} from '../../source/problem/codes.js';
import type {Severity} from '../../source/problem/problem.js';

/** A certificate of an SSL server that breaks no rule. */
export const goodFacts: CertificateFacts = {
	kind: 'ssl',
	friendlyName: 'YSoft SafeQ SSL',
	subject: [[{type: '2.5.4.3', value: 'srv01.company.com'}]],
	subjectAlternativeNames: [{type: 'dns', value: 'srv01.company.com'}],
	key: {type: 'rsa', bits: 2048, name: 'RSA'},
	notBefore: new Date('2026-11-23T09:20:30Z'),
	notAfter: new Date('2028-11-22T09:20:30Z'),
	keyUsage: ['digitalSignature', 'keyEncipherment'],
	extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
	cA: false,
	pfx: {iterations: 2048, provider: 'Microsoft Software Key Storage Provider'},
	outputs: null,
};

type FactCase = readonly [
	title: string,
	change: Partial<CertificateFacts>,
	broken: readonly (readonly [severity: Severity, code: ProblemCode, field: string])[],
];

const dns = (value: string) => ({type: 'dns', value}) as const;
const srv01 = dns('srv01.company.com');
const provider = null;

export const factCases: readonly FactCase[] = [
	['nothing', {}, []],
	[
		'an RSA key of 1024 bits',
		{key: {type: 'rsa', bits: 1024, name: 'RSA'}},
		[['error', 'rsa-too-short', 'key']],
	],
	['an RSA key of unknown size', {key: {type: 'rsa', bits: null, name: 'RSA'}}, []],
	['a P-256 key', {key: {type: 'ec', bits: 256, name: 'P-256'}, keyUsage: ['digitalSignature']}, []],
	['a P-384 key', {key: {type: 'ec', bits: 384, name: 'P-384'}, keyUsage: ['digitalSignature']}, []],
	...(['P-521', 'secp256k1', 'Ed25519', 'RSA-PSS'] as const).flatMap((name): FactCase[] => {
		const type = /^(?:P-|secp)/.test(name) ? 'ec' : 'other';
		const key = {key: {type, bits: null, name}, keyUsage: ['digitalSignature']} as const;
		const broken = [['error', 'key-type-unusable', 'key']] as const;
		return [
			[`a key of the kind ${name}`, key, broken],
			[
				`a key of the kind ${name} for tokens`,
				{...key, kind: 'signing', friendlyName: null, extendedKeyUsage: null},
				broken,
			],
			[`a key of the kind ${name} for nobody knows what`, {...key, kind: null}, broken],
			[`a key of the kind ${name} of a CA`, {...key, kind: null, cA: true, keyUsage: ['keyCertSign']}, []],
		];
	}),
	['300,000 iterations', {pfx: {iterations: 300_000, provider}}, []],
	[
		'more iterations than .NET opens',
		{pfx: {iterations: 300_001, provider}},
		[['error', 'iterations-too-many', 'pfx.iterations']],
	],
	[
		'few iterations',
		{pfx: {iterations: 999, provider}},
		[['warning', 'iterations-too-few', 'pfx.iterations']],
	],
	['no iteration', {pfx: {iterations: 0, provider}}, [['error', 'bad-iterations', 'pfx.iterations']]],
	[
		'half an iteration',
		{pfx: {iterations: 2000.5, provider}},
		[['error', 'bad-iterations', 'pfx.iterations']],
	],
	['no PFX', {pfx: null}, []],
	[
		'no SAN extension',
		{subjectAlternativeNames: null},
		[['error', 'san-missing', 'subjectAlternativeNames']],
	],
	[
		'more names than Windows takes',
		{subjectAlternativeNames: [srv01, ...Array.from({length: 1_600}, (_, n) => dns(`srv${n}.company.com`))]},
		[['warning', 'san-too-long', 'subjectAlternativeNames']],
	],
	['an unknown purpose and no SAN', {kind: null, subjectAlternativeNames: null, extendedKeyUsage: null}, []],
	[
		'a URL as a DNS name',
		{subjectAlternativeNames: [srv01, dns('https://srv01.company.com')]},
		[['error', 'bad-dns-name', 'subjectAlternativeNames.1']],
	],
	['capital letters in the SAN', {subjectAlternativeNames: [dns('SRV01.Company.COM')]}, []],
	[
		'an IDN that is not an A-label',
		{subjectAlternativeNames: [srv01, dns('bücher.example')]},
		[['error', 'bad-dns-name', 'subjectAlternativeNames.1']],
	],
	[
		'an IP address only as a DNS name',
		{subjectAlternativeNames: [srv01, dns('10.0.0.1')]},
		[['warning', 'ip-address-only-as-dns-name', 'subjectAlternativeNames.1']],
	],
	[
		'an IP address as both',
		{subjectAlternativeNames: [srv01, dns('10.0.0.1'), {type: 'ip', value: '10.0.0.1'}]},
		[['note', 'ip-address-as-dns-name', 'subjectAlternativeNames.1']],
	],
	['entries of other kinds', {subjectAlternativeNames: [srv01, {type: 'other', value: '[0] A003'}]}, []],
	[
		'a CN in capital letters that the SAN has',
		{subject: [[{type: '2.5.4.3', value: 'SRV01.COMPANY.COM'}]]},
		[],
	],
	['no CN at all', {subject: [[{type: '2.5.4.10', value: 'Company'}]]}, []],
	[
		'the wildcard itself as the CN',
		{
			subject: [[{type: '2.5.4.3', value: '*.company.com'}]],
			subjectAlternativeNames: [dns('*.company.com')],
		},
		[],
	],
	[
		'a CN one level too deep for the wildcard',
		{
			subject: [[{type: '2.5.4.3', value: 'a.b.company.com'}]],
			subjectAlternativeNames: [dns('*.company.com')],
		},
		[['warning', 'common-name-not-in-san', 'subject.commonName']],
	],
	[
		'a CA',
		{cA: true, kind: null, keyUsage: ['keyCertSign', 'cRLSign'], extendedKeyUsage: null, pfx: null},
		[],
	],
	[
		'a CA key usage without being a CA',
		{keyUsage: ['digitalSignature', 'keyCertSign']},
		[['error', 'ca-key-usage', 'keyUsage']],
	],
	['exactly 825 days', {notAfter: new Date('2029-02-25T09:20:30Z')}, []],
	[
		'a second more than 825 days',
		{notAfter: new Date('2029-02-25T09:20:31Z')},
		[['warning', 'validity-over-825-days', 'validity']],
	],
	['an end 30 days away', {notAfter: new Date('2026-12-23T10:20:30Z')}, []],
	[
		'an end in less than 30 days',
		{notAfter: new Date('2026-12-23T10:20:29Z')},
		[['warning', 'expires-soon', 'validity']],
	],
	['an end right now', {notAfter: new Date('2026-11-23T10:20:30Z')}, [['error', 'expired', 'validity']]],
];

const bmp = '\u65e5';

/** Each password with the codes that it gets, in order. */
export const passwordCases: readonly (readonly [password: string, codes: readonly ProblemCode[]])[] = [
	['correct horse battery', []],
	['"quotes" and  spaces', []],
	[' x', ['password-space']],
	['x ', ['password-space']],
	['x\n', ['password-non-ascii', 'password-line-break']],
	['x\ny', ['password-non-ascii', 'password-line-break']],
	['', ['password-empty']],
	['\ud800x', ['password-unreadable']],
	['pässword', ['password-non-ascii']],
	[bmp, ['password-non-ascii']],
	['tab\there', ['password-non-ascii']],
	['pa\u0308ssword', ['password-non-ascii', 'password-not-nfc']],
	['\u{1f511}', ['password-non-ascii', 'password-beyond-bmp']],
	['x'.repeat(31), []],
	['x'.repeat(32), ['password-too-long']],
];

/** Every code that one of these tables produces. */
export const codesOfTables: readonly ProblemCode[] = [
	...factCases.flatMap(([, , broken]) => broken.map(([, code]) => code)),
	...passwordCases.flatMap(([, codes]) => codes),
];
