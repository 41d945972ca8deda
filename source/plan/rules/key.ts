// Rules for the key: its size, and what it is able to do.
import type {CertificateFacts} from './facts.js';
import {isEndEntity, isSigning, type Rule, violationIf} from './rule.js';

/** One that the program could have made. */
const isUsable = ({key: {type, name}}: CertificateFacts): boolean =>
	type === 'rsa' || (type === 'ec' && (name === 'P-256' || name === 'P-384'));

export const keyRules: readonly Rule[] = [
	{
		code: 'rsa-too-short',
		severity: 'error',
		reference: 'NIST SP 800-131A, section 3',
		reason: 'RSA keys below 2048 bits are refused',
		reads: ['key'],
		appliesTo: ({key}) => key.type === 'rsa' && key.bits !== null,
		check: ({key}) => violationIf(Number(key.bits) < 2048, `the RSA key has ${key.bits} bits`, 'key'),
	},
	{
		code: 'key-type-unusable',
		severity: 'error',
		reference: 'Microsoft, "TLS Elliptic Curves in Windows 10 version 1607 and later"; RFC 7518, section 3.3',
		reason: 'SSL on Windows takes RSA, P-256 and P-384, and tokens are signed with RSA',
		reads: ['kind', 'key', 'cA'],
		// What a CA signs with is another question, unless somebody wants to use it for a server.
		appliesTo: facts => isEndEntity(facts) || facts.kind !== null,
		check: facts => violationIf(!isUsable(facts), `the key is of the kind ${facts.key.name}`, 'key'),
	},
	{
		code: 'signing-needs-rsa',
		severity: 'error',
		reference: 'RFC 7518, section 3.3',
		reason: 'SafeQ signs its access tokens with RS256, which is RSA',
		reads: ['kind', 'key'],
		// Of the others it was said already.
		appliesTo: facts => isSigning(facts) && isUsable(facts),
		check: ({key}) =>
			violationIf(
				key.type !== 'rsa',
				'a signing certificate needs an RSA key',
				'key',
				'use rsa-2048, rsa-3072 or rsa-4096',
			),
	},
	{
		code: 'provider-without-ecdsa',
		severity: 'error',
		reference: 'Microsoft, "Cryptographic Provider Types"',
		reason: 'it holds RSA keys only',
		reads: ['key', 'pfx'],
		appliesTo: ({key, pfx}) => key.type === 'ec' && pfx !== null,
		check: ({pfx}) =>
			violationIf(
				/^Microsoft .*RSA/.test(pfx?.provider ?? ''),
				`an ECDSA key does not fit the provider "${pfx?.provider}"`,
				'pfx.provider',
				'use "Microsoft Software Key Storage Provider"',
			),
	},
	{
		code: 'key-encipherment-with-ecdsa',
		severity: 'error',
		reference: 'RFC 8813, section 3',
		reason: 'a key on an elliptic curve must not have it (RFC 8813, section 3)',
		reads: ['key', 'keyUsage'],
		appliesTo: ({key}) => key.type === 'ec',
		check: ({keyUsage}) =>
			['keyEncipherment', 'dataEncipherment'].flatMap(usage =>
				violationIf(keyUsage?.includes(usage) ?? false, `an ECDSA key with ${usage}`, 'keyUsage'),
			),
	},
];
