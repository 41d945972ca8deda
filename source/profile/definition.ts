// The one definition of what a profile may hold: the check, the JSON Schema and the table of keys come from it.
import * as v from 'valibot';
import {didYouMean} from '../problem/suggest.js';
import {oneOf, optional, pfx, subject, text, texts, validity} from './definition-parts.js';
import {
	extendedKeyUsages,
	keyTypes,
	keyUsages,
	kinds,
	outputs,
	signatureHashes,
	subjectKeys,
} from './profile.js';

/** Numbers and dots only; whether they are an OID is for the plan to say. */
const dottedOid = v.pipe(
	v.string(),
	v.regex(/^[0-9]+(?:\.[0-9]+)+$/, issue => didYouMean(issue.input, extendedKeyUsages)),
);

const listKeys = {
	name: optional(text, 'The name in lists.', 'the name of the file'),
	description: optional(text, 'One sentence for lists.'),
};

const certificateKeys = {
	kind: optional(
		oneOf(kinds),
		'ssl: HTTPS of a Job Service or of Client V3 in server mode. signing: signs the access tokens of a near roaming group.',
	),
	subject: optional(
		v.union([text, subject]),
		'To whom the certificate is issued: a name (becomes the CN), a distinguished name (CN=srv01.company.com, O=Company, C=CZ), or a mapping.',
	),
	friendlyName: optional(text, 'The name that the Microsoft Management Console shows.'),
	subjectAlternativeNames: optional(
		texts,
		'Every name and IP address by which anybody reaches the server. A word in front forces the kind: dns:, ip:, email:, uri:.',
	),
	key: optional(
		oneOf(keyTypes),
		'Algorithm and size of the key: rsa-2048, rsa-3072, rsa-4096, ecdsa-p256, ecdsa-p384; for signing RSA only.',
		'rsa-2048',
	),
	validity: optional(
		v.union([text, validity]),
		'730 days, 18 months, 2 years, or a mapping of notBefore and notAfter.',
		'ssl 730 days, signing 5 years',
	),
	keyUsage: optional(
		v.array(oneOf(keyUsages)),
		'Key usages by their names in RFC 5280, section 4.2.1.3; [] for none.',
		'digitalSignature, for ssl with an RSA key keyEncipherment as well',
	),
	extendedKeyUsage: optional(
		v.array(v.union([oneOf(extendedKeyUsages), dottedOid])),
		'Extended key usages by their names in RFC 5280, section 4.2.1.12, or dotted OIDs; [] for none.',
		'ssl serverAuth, signing none',
	),
	signatureHash: optional(
		oneOf(signatureHashes),
		'The hash that is signed: sha256, sha384, sha512.',
		'sha256',
	),
	pfx: optional(pfx, 'How the PFX is made.'),
	ipAddressesAsDnsNames: optional(
		v.boolean(),
		'true: IP addresses also as DNS names, for Windows before 10 and Server 2016.',
		'false',
	),
	outputs: optional(
		v.pipe(v.array(oneOf(outputs)), v.nonEmpty()),
		'The files to write: pfx (with the private key), cer (the certificate, DER), pem (the certificate, text).',
		'pfx, cer',
	),
	fileName: optional(text, 'The name of the files, without ending.', '{friendlyName}'),
};

const certificate = v.strictObject({...listKeys, ...certificateKeys});

/** A whole profile file. */
export const profileSchema = v.pipe(
	v.strictObject({
		...listKeys,
		extends: optional(text, 'The name of a shipped profile, or a path relative to this file.'),
		...certificateKeys,
		certificates: optional(
			v.pipe(v.array(certificate), v.nonEmpty()),
			'A batch: each entry holds the same keys, is laid over the profile, and gives one certificate.',
			'one certificate',
		),
	}),
	v.title('safeq-cert-tui profile'),
	v.description('How a certificate for a YSoft SafeQ server is made. Never holds a password.'),
);

/** The keys that each mapping of a profile may hold, in the order in which people read them. */
export const knownKeys = {
	profile: Object.keys(profileSchema.entries),
	certificate: Object.keys(certificate.entries),
	subject: subjectKeys,
	validity: Object.keys(validity.entries),
	pfx: Object.keys(pfx.entries),
} as const satisfies Record<string, readonly string[]>;
