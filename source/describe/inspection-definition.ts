// The one definition of what `inspect --json` and `convert --json` print; `profiles/inspect.schema.json` is made from it.
import * as v from 'valibot';
import {kinds} from '../profile/profile.js';
import {problemDefinition, proofLineDefinition} from './report-definition.js';
import {seenCertificateDefinition} from './seen-definition.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = (description: string) => v.nullable(v.pipe(v.string(), v.description(description)));

const containerDefinition = v.strictObject({
	format: v.pipe(
		v.picklist(['pfx', 'certificate', 'pkcs7', 'request', 'private-key', 'public-key', 'crl', 'pem']),
		v.description('told by content; pem: several things in one PEM file'),
	),
	encryption: text('algorithms of the encrypted parts; null: nothing is encrypted'),
	mac: text('algorithm of the MAC of a PFX; null: none'),
	iterations: v.pipe(
		v.nullable(v.pipe(v.number(), v.integer())),
		v.description('the most of any key derivation in it'),
	),
});

export const inspectedCertificateDefinition = v.strictObject({
	status: v.pipe(
		v.picklist(['inspected', 'created', 'failed']),
		v.description('created and failed: of convert'),
	),
	kind: v.pipe(v.nullable(v.picklist(kinds)), v.description('what it probably is for; null: not clear')),
	friendlyName: v.nullable(v.string()),
	...seenCertificateDefinition.entries,
	files: v.pipe(v.array(v.string()), v.description('absolute paths')),
	proof: v.array(proofLineDefinition),
	hasPrivateKey: v.pipe(v.nullable(v.boolean()), v.description('null: cannot be seen without the password')),
	issuedBy: text('thumbprint of the certificate in the file that has signed it; its own when self-signed'),
	container: containerDefinition,
	findings: v.array(problemDefinition),
});

const keyDefinition = v.strictObject({
	key: text('rsa-2048, ecdsa-p256, ed25519, …; null: cannot be seen without the password'),
	friendlyName: v.nullable(v.string()),
	provider: v.nullable(v.string()),
	encryption: text('null: not encrypted'),
	certificate: text('thumbprint of the certificate that it belongs to'),
});

const {subject, key, keyUsage, extendedKeyUsage, subjectAlternativeNames} = seenCertificateDefinition.entries;
const requestDefinition = v.strictObject({
	subject,
	key,
	keyUsage,
	extendedKeyUsage,
	subjectAlternativeNames,
	signatureVerifies: v.pipe(v.nullable(v.boolean()), v.description('null: cannot be checked')),
});

const openerDefinition = v.strictObject({
	program: v.string(),
	opens: v.pipe(v.nullable(v.boolean()), v.description('null: not known')),
	says: v.nullable(v.string()),
});

const inspectedFileDefinition = v.strictObject({
	file: v.pipe(v.string(), v.description('absolute path')),
	container: containerDefinition,
	locked: v.pipe(v.boolean(), v.description('true: a part could not be looked at without the password')),
	certificates: v.pipe(count, v.description('how many of them can be seen')),
	keys: v.array(keyDefinition),
	requests: v.array(requestDefinition),
	publicKeys: count,
	skipped: v.pipe(v.array(v.string()), v.description('what was passed over')),
	openedBy: v.pipe(v.array(openerDefinition), v.description('of a PFX: which programs open it')),
	findings: v.array(problemDefinition),
});

export const inspectionDefinition = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(1),
		certificates: v.array(inspectedCertificateDefinition),
		files: v.array(inspectedFileDefinition),
		problems: v.array(problemDefinition),
	}),
	v.title('safeq-cert-tui inspect --json, convert --json'),
	v.description('What is in files, and what was found about it; printed after a failure as well'),
);

export type ContainerJson = v.InferOutput<typeof containerDefinition>;
export type InspectedCertificateJson = v.InferOutput<typeof inspectedCertificateDefinition>;
export type InspectedFileJson = v.InferOutput<typeof inspectedFileDefinition>;
export type InspectionJson = v.InferOutput<typeof inspectionDefinition>;
