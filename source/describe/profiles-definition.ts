// The one definition of what `profiles list` and `profiles check` print with `--json`; a schema is made from it.
import * as v from 'valibot';
import {kinds} from '../profile/profile.js';
import {problemDefinition} from './report-definition.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const listedProfileDefinition = v.strictObject({
	reference: v.pipe(v.string(), v.description('what --profile takes: a name, or the path as given')),
	name: v.string(),
	description: v.nullable(v.string()),
	kinds: v.pipe(v.array(v.picklist(kinds)), v.description('of its certificates, each once')),
	certificates: v.pipe(count, v.description('for one server; 0 when it cannot be read')),
	file: v.string(),
	origin: v.picklist(['path', 'current folder', 'user folder', 'shipped']),
	shadowed: v.pipe(v.boolean(), v.description('true: --profile finds another one of that name before it')),
	errors: count,
	warnings: count,
});

export const profilesDefinition = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(1),
		profiles: v.array(listedProfileDefinition),
		problems: v.array(problemDefinition),
	}),
	v.title('safeq-cert-tui profiles list --json, profiles check --json'),
	v.description('Profiles and what is wrong with them; printed after a failure as well'),
);

export type ListedProfileJson = v.InferOutput<typeof listedProfileDefinition>;
export type ProfilesJson = v.InferOutput<typeof profilesDefinition>;
