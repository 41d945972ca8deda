// The one definition of what `compare --json` prints; `profiles/compare.schema.json` is made from it.
import * as v from 'valibot';
import {connectionDefinition, failureDefinition} from './check-definition.js';
import {problemDefinition} from './report-definition.js';
import {seenCertificateDefinition} from './seen-definition.js';

const same = (description: string) => v.pipe(v.nullable(v.boolean()), v.description(description));
const nullableHex = v.nullable(v.pipe(v.string(), v.regex(/^(?:[\dA-F]{2})+$/)));

const comparisonDefinition = v.strictObject({
	of: v.pipe(
		v.picklist(['certificate', 'ssl', 'signing']),
		v.description(
			'certificate: of files; ssl: what servers present; signing: what servers publish for tokens',
		),
	),
	same: same('null: nothing differs, but some could not be looked at'),
	sameKey: same('whether all have the same key; null: not known'),
	summary: v.string(),
	groups: v.pipe(
		v.array(
			v.strictObject({
				targets: v.array(v.string()),
				certificate: v.nullable(seenCertificateDefinition),
				thumbprint: nullableHex,
				sha256: nullableHex,
			}),
		),
		v.description(
			'those that have the same, the largest group first; a server that publishes several keys may be in several',
		),
	),
	differences: v.pipe(
		v.array(
			v.strictObject({
				field: v.string(),
				values: v.pipe(
					v.array(v.nullable(v.array(v.string()))),
					v.description('of each group with a certificate, without what all have'),
				),
			}),
		),
		v.description('field by field, as Windows calls them'),
	),
	missing: v.array(v.strictObject({target: v.string(), ...failureDefinition.entries})),
});

const comparedTargetDefinition = v.strictObject({
	target: v.pipe(v.string(), v.description('as given')),
	type: v.picklist(['file', 'server']),
	connection: v.pipe(v.nullable(connectionDefinition), v.description('null for a file')),
	failure: v.pipe(v.nullable(failureDefinition), v.description('why it could not be looked at')),
	tokenKeys: v.pipe(
		v.nullable(
			v.strictObject({
				status: v.picklist(['published', 'none', 'failed']),
				reason: v.nullable(v.string()),
			}),
		),
		v.description('null when they were not looked for'),
	),
});

export const compareDefinition = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(1),
		status: v.pipe(
			v.picklist(['same', 'different', 'could-not-look']),
			v.description('different before could-not-look before same'),
		),
		targets: v.array(comparedTargetDefinition),
		comparisons: v.array(comparisonDefinition),
		problems: v.array(problemDefinition),
	}),
	v.title('safeq-cert-tui compare --json'),
	v.description('Whether files and servers have the same certificates; printed after a failure as well'),
);

export type ComparedTargetJson = v.InferOutput<typeof comparedTargetDefinition>;
export type ComparisonJson = v.InferOutput<typeof comparisonDefinition>;
export type CompareJson = v.InferOutput<typeof compareDefinition>;
