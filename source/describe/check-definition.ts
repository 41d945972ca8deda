// The one definition of what `check --json` prints; `profiles/check.schema.json` is made from it.
import * as v from 'valibot';
import {problemDefinition} from './report-definition.js';
import {seenCertificateDefinition} from './seen-definition.js';

/** The questions, in the order in which they are asked. */
const checkQuestions = [
	'file',
	'resolves',
	'answers',
	'tls',
	'client-certificate',
	'presents',
	'covers',
	'trusted',
	'dates',
	'same-as',
	'kind',
] as const;

const status = (description: string) =>
	v.pipe(v.picklist(['ok', 'negative', 'could-not-look']), v.description(description));

const answerDefinition = v.strictObject({
	check: v.picklist(checkQuestions),
	ok: v.pipe(v.nullable(v.boolean()), v.description('null: could not look')),
	counts: v.pipe(v.boolean(), v.description('false: for information, it does not change the status')),
	subject: v.pipe(v.nullable(v.string()), v.description('the address, for "covers"')),
	message: v.string(),
});

export const connectionDefinition = v.strictObject({
	host: v.string(),
	port: v.pipe(v.number(), v.integer()),
	addresses: v.array(
		v.strictObject({
			address: v.string(),
			state: v.picklist(['answers', 'refuses', 'breaks-off', 'unreachable', 'waiting']),
		}),
	),
	address: v.pipe(v.nullable(v.string()), v.description('the one that was looked at')),
	protocol: v.nullable(v.string()),
	cipher: v.nullable(v.string()),
	trusted: v.pipe(v.nullable(v.boolean()), v.description("by this computer's store; null: not known")),
	trustCode: v.pipe(v.nullable(v.string()), v.description("OpenSSL's code of why not")),
});

export const failureDefinition = v.strictObject({
	reason: v.pipe(v.string(), v.description('stable; scripts may rely on it')),
	message: v.string(),
});

const checkedTargetDefinition = v.strictObject({
	target: v.pipe(v.string(), v.description('as given')),
	type: v.picklist(['file', 'server']),
	status: status('negative before could-not-look before ok'),
	connection: v.pipe(v.nullable(connectionDefinition), v.description('null for a file')),
	failure: v.pipe(v.nullable(failureDefinition), v.description('why it could not be looked at')),
	certificates: v.pipe(
		v.array(seenCertificateDefinition),
		v.description('the certificate that was checked, then its chain, as far as it is there'),
	),
	daysLeft: v.pipe(
		v.nullable(v.pipe(v.number(), v.integer())),
		v.description('whole days until notAfter, negative when it has expired'),
	),
	answers: v.array(answerDefinition),
});

export const checkDefinition = v.pipe(
	v.strictObject({
		schemaVersion: v.literal(1),
		status: status('the worst of all targets'),
		targets: v.array(checkedTargetDefinition),
		problems: v.array(problemDefinition),
	}),
	v.title('safeq-cert-tui check --json'),
	v.description('What was found about files and servers; printed after a failure as well'),
);

export type CheckAnswer = v.InferOutput<typeof answerDefinition>;
export type CheckedTargetJson = v.InferOutput<typeof checkedTargetDefinition>;
export type CheckJson = v.InferOutput<typeof checkDefinition>;
