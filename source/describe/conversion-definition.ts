// The one definition of what `convert --json` prints; `profiles/convert.schema.json` is made from it.
import * as v from 'valibot';
import {inspectedCertificateDefinition} from './inspection-definition.js';
import {problemDefinition, proofLineDefinition} from './report-definition.js';

export const conversionDefinition = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(1),
		certificates: v.pipe(
			v.array(inspectedCertificateDefinition),
			v.description('the certificate that was converted; empty when it was a key alone, or nothing at all'),
		),
		files: v.pipe(v.array(v.string()), v.description('absolute paths of what was written')),
		proof: v.array(proofLineDefinition),
		problems: v.array(problemDefinition),
	}),
	v.title('safeq-cert-tui convert --json'),
	v.description('What was made of a file; printed after a failure as well'),
);

export type ConversionJson = v.InferOutput<typeof conversionDefinition>;
