// What a certificate can be used for: do its usages and its key fit.
import type {Certificate} from '../certificate/certificate.js';
import {factsOfCertificate} from '../certificate/facts.js';
import type {CheckAnswer} from '../describe/check-definition.js';
import {checkRules, rules} from '../plan/rules/check.js';
import type {CertificateFacts} from '../plan/rules/facts.js';
import type {Kind} from '../profile/profile.js';
import {answer} from './certificate-answers.js';

/** Facts that a certificate alone does not have. */
const outsideCertificate: ReadonlySet<keyof CertificateFacts> = new Set(['friendlyName', 'pfx', 'outputs']);

/** Names and dates are other questions. */
const aboutKind: readonly (keyof CertificateFacts)[] = ['kind', 'key', 'keyUsage', 'extendedKeyUsage'];

/**
 * What the rules say about a certificate for this purpose; the warnings and notes do not count. `withCodes`: with the
 * codes of the problems, for those who look them up.
 */
export function kindAnswers(
	certificate: Certificate,
	kind: Kind,
	{now, withCodes}: {readonly now: Date; readonly withCodes: boolean},
): CheckAnswer[] {
	const facts = {...factsOfCertificate(certificate), kind};
	const codes = new Set(
		rules.filter(({reads}) => reads.some(fact => aboutKind.includes(fact))).map(({code}) => code),
	);
	const problems = checkRules(facts, {now, unknown: outsideCertificate})
		.filter(({code}) => codes.has(code))
		.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
	const article = kind === 'ssl' ? 'an SSL' : 'a signing';
	const answers = problems.map(({severity, message, code}) => {
		const isError = severity === 'error';
		const said = `${isError ? '' : `${severity}: `}${message}${withCodes ? ` [${code}]` : ''}`;
		return answer('kind', !isError, said, {counts: isError});
	});
	return problems.some(({severity}) => severity === 'error')
		? answers
		: [answer('kind', true, `can be ${article} certificate`), ...answers];
}
