// The one definition of what `--json` prints; `profiles/report.schema.json` is made from it.
import * as v from 'valibot';
import {keyTypes, keyUsages, kinds} from '../profile/profile.js';

const instant = v.pipe(
	v.string(),
	v.regex(/^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
	v.description('ISO 8601, UTC'),
);
const hex = (description: string) =>
	v.nullable(v.pipe(v.string(), v.regex(/^(?:[\dA-F]{2})+$/), v.description(description)));
const position = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));

const generalName = v.strictObject({
	type: v.picklist(['dns', 'ip', 'email', 'uri']),
	value: v.string(),
});

export const proofLineDefinition = v.strictObject({
	check: v.string(),
	ok: v.boolean(),
});

export const certificateDefinition = v.strictObject({
	status: v.pipe(
		v.picklist(['created', 'planned', 'failed', 'cancelled']),
		v.description('created: its files exist; planned: --dry-run; failed, cancelled: it has no files'),
	),
	kind: v.picklist(kinds),
	friendlyName: v.string(),
	subject: v.pipe(v.string(), v.description('RFC 4514')),
	issuer: v.pipe(v.string(), v.description('RFC 4514')),
	serialNumber: hex('null until it is made'),
	notBefore: instant,
	notAfter: instant,
	key: v.picklist(keyTypes),
	keyUsage: v.array(v.picklist(keyUsages)),
	extendedKeyUsage: v.array(v.pipe(v.string(), v.description('RFC 5280 name, or a dotted OID'))),
	subjectAlternativeNames: v.array(generalName),
	thumbprint: hex('SHA-1 of the certificate; null until it is made'),
	sha256: hex('SHA-256 of the certificate; null until it is made'),
	files: v.pipe(v.array(v.string()), v.description('absolute paths')),
	proof: v.array(proofLineDefinition),
});

export const problemDefinition = v.strictObject({
	severity: v.picklist(['error', 'warning', 'note']),
	code: v.pipe(v.string(), v.description('stable; scripts may rely on it')),
	message: v.string(),
	hint: v.nullable(v.string()),
	file: v.nullable(v.string()),
	line: position,
	column: position,
});

export const reportDefinition = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(1),
		certificates: v.array(certificateDefinition),
		problems: v.array(problemDefinition),
	}),
	v.title('safeq-cert-tui --json'),
	v.description('What a run made, planned or failed to make; printed after a failure as well'),
);

export type CertificateJson = v.InferOutput<typeof certificateDefinition>;
export type ProblemJson = v.InferOutput<typeof problemDefinition>;
export type ReportJson = v.InferOutput<typeof reportDefinition>;
