// All rules, and what they say about a plan or a certificate.
import {type Problem, problem} from '../../problem/problem.js';
import type {CertificateFacts} from './facts.js';
import {friendlyNameRules} from './friendly-name.js';
import {keyRules} from './key.js';
import {nameRules} from './names.js';
import {pfxRules} from './pfx.js';
import type {Rule} from './rule.js';
import {sanRules} from './san.js';
import {subjectRules} from './subject.js';
import {usageRules} from './usage.js';
import {validityRules} from './validity.js';

/** Every rule, in the order in which problems are reported. */
export const rules: readonly Rule[] = [
	...subjectRules,
	...friendlyNameRules,
	...sanRules,
	...nameRules,
	...keyRules,
	...validityRules,
	...usageRules,
	...pfxRules,
];

type Circumstances = {
	readonly now: Date;
	/** Facts that are only stand-ins; rules that read one of them are not applied. */
	readonly unknown?: ReadonlySet<keyof CertificateFacts>;
};

/** All rules that the facts break, without a place; `field` counts the facts' own lists. */
export function checkRules(facts: CertificateFacts, {now, unknown = new Set()}: Circumstances): Problem[] {
	return rules
		.filter(({reads}) => !reads.some(fact => unknown.has(fact)))
		.filter(({appliesTo}) => appliesTo(facts))
		.flatMap(({code, severity, reason, check}) =>
			check(facts, now).map(({message, field, hint = null}) =>
				problem(severity, code, reason === '' ? message : `${message}: ${reason}`, {field, hint}),
			),
		);
}
