// Rules for keyUsage and extendedKeyUsage: enough for the purpose, and no other purpose.
import {extendedKeyUsageName, extendedKeyUsageOids} from '../object-identifier.js';
import type {CertificateFacts} from './facts.js';
import {isEndEntity, isSigning, isSsl, type Rule, violationIf} from './rule.js';

const {serverAuth, anyExtendedKeyUsage, codeSigning, emailProtection, timeStamping} = extendedKeyUsageOids;
const forbiddenForSsl = [anyExtendedKeyUsage, codeSigning, emailProtection, timeStamping];

const keyUsageOf = ({keyUsage}: CertificateFacts): readonly string[] => keyUsage ?? [];
const purposesOf = ({extendedKeyUsage}: CertificateFacts): readonly string[] => extendedKeyUsage ?? [];

export const usageRules: readonly Rule[] = [
	{
		code: 'key-usage-missing',
		severity: 'warning',
		reference: 'RFC 5280, section 4.2.1.3',
		reason: 'the key may then be used for everything',
		reads: ['keyUsage'],
		appliesTo: isEndEntity,
		check: facts => violationIf(keyUsageOf(facts).length === 0, 'there is no key usage', 'keyUsage'),
	},
	{
		code: 'digital-signature-missing',
		severity: 'error',
		reference: 'RFC 8446, section 4.4.2.2',
		reason: 'TLS 1.3, tokens and browsers need it, with private CAs too',
		reads: ['keyUsage'],
		appliesTo: facts => isEndEntity(facts) && keyUsageOf(facts).length > 0,
		check: facts =>
			violationIf(
				!keyUsageOf(facts).includes('digitalSignature'),
				'the key usage is without digitalSignature',
				'keyUsage',
				'add digitalSignature',
			),
	},
	{
		code: 'ca-key-usage',
		severity: 'error',
		reference: 'RFC 5280, section 4.2.1.9',
		reason: 'only a CA may have it (RFC 5280, section 4.2.1.9)',
		reads: ['keyUsage'],
		appliesTo: isEndEntity,
		check: facts =>
			violationIf(keyUsageOf(facts).includes('keyCertSign'), 'the key usage holds keyCertSign', 'keyUsage'),
	},
	{
		code: 'server-auth-missing',
		severity: 'error',
		reference: 'RFC 5280, section 4.2.1.12',
		reason: 'the web server of .NET then refuses to start',
		reads: ['kind', 'extendedKeyUsage'],
		appliesTo: facts => isSsl(facts) && purposesOf(facts).length > 0,
		check: facts =>
			violationIf(
				!purposesOf(facts).includes(serverAuth),
				'the extended key usage is without serverAuth',
				'extendedKeyUsage',
				'add serverAuth',
			),
	},
	{
		code: 'extended-key-usage-forbidden',
		severity: 'error',
		reference: 'CA/Browser Forum Baseline Requirements, section 7.1.2.7.10',
		reason: 'a stolen key of a server must not be good for more than TLS',
		reads: ['kind', 'extendedKeyUsage'],
		appliesTo: isSsl,
		check: facts =>
			purposesOf(facts)
				.filter(oid => forbiddenForSsl.includes(oid))
				.map(oid => ({
					message: `an SSL certificate with the extended key usage ${extendedKeyUsageName(oid)}`,
					field: 'extendedKeyUsage',
				})),
	},
	{
		code: 'both-usages',
		severity: 'warning',
		reference: 'SafeQ documentation: two certificates that must not be mixed up',
		reason: 'SafeQ has one certificate for HTTPS and another one for tokens',
		reads: ['kind', 'extendedKeyUsage'],
		appliesTo: facts => isSsl(facts) || isSigning(facts),
		check: facts =>
			isSsl(facts)
				? violationIf(
						purposesOf(facts).length === 0,
						'without an extended key usage it fits signing as well as SSL',
						'extendedKeyUsage',
					)
				: violationIf(
						purposesOf(facts).includes(serverAuth),
						'with serverAuth it fits SSL as well as signing',
						'extendedKeyUsage',
					),
	},
];
