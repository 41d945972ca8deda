// One target, looked at → every answer, and what they come to.
import type {CheckAnswer} from '../../describe/check-definition.js';
import type {Kind} from '../../profile/profile.js';
import {answer, coversAnswer, datesAnswer} from '../../look/certificate-answers.js';
import {connectionAnswers, presentsAnswer, trustAnswer} from '../../look/server-answers.js';
import {kindAnswers} from '../../look/kind-answers.js';
import {sameAsAnswer} from './same-as-answer.js';
import type {LookedAt} from './look.js';
import {type Expected, isExpected} from './same-as.js';

export type Questions = {
	/** Empty: of a server the address that was given, of a file none. */
	readonly addresses: readonly string[];
	readonly expected: Expected | null;
	readonly days: number | null;
	readonly kind: Kind | null;
	readonly now: Date;
};

export type CheckStatus = 'ok' | 'negative' | 'could-not-look';

export type CheckedTarget = {
	readonly looked: LookedAt;
	readonly answers: readonly CheckAnswer[];
	readonly status: CheckStatus;
};

/** Answers all questions about one target. */
export function checkTarget(looked: LookedAt, questions: Questions): CheckedTarget {
	const [certificate] = looked.certificates;
	const isKnown =
		certificate !== undefined && questions.expected !== null && isExpected(certificate, questions.expected);
	const answers = [...firstAnswers(looked)];
	if (certificate !== undefined) {
		const {addresses, expected, days, kind, now} = questions;
		const own = looked.target.type === 'server' ? [looked.target.endpoint.host] : [];
		const asked = addresses.length > 0 ? addresses : own;
		answers.push(...asked.map(address => coversAnswer(certificate, address)));
		if ('presented' in looked) answers.push(...trustAnswer(looked.presented, isKnown));
		answers.push(datesAnswer(certificate, now, days));
		if (expected !== null) answers.push(sameAsAnswer(certificate, expected));
		if (kind !== null) answers.push(...kindAnswers(certificate, kind, {now, withCodes: true}));
	}
	return {looked, answers, status: statusOf(answers)};
}

function firstAnswers(looked: LookedAt): CheckAnswer[] {
	if ('presented' in looked) return connectionAnswers(looked.presented, looked.certificates, looked.failure);
	if (looked.failure !== null) return [answer('file', null, looked.failure.message)];
	const hasKey = looked.container?.certificates[0]?.key !== null;
	const what = looked.container?.format === 'pfx' ? 'a PFX' : 'a certificate';
	return [
		answer('file', true, hasKey ? `${what} with its private key` : what),
		presentsAnswer(looked.certificates, 'there'),
	];
}

/** A negative answer stands, whatever else could not be seen. */
function statusOf(answers: readonly Pick<CheckAnswer, 'ok' | 'counts'>[]): CheckStatus {
	const counting = answers.filter(({counts}) => counts);
	if (counting.some(({ok}) => ok === false)) return 'negative';
	return counting.some(({ok}) => ok === null) ? 'could-not-look' : 'ok';
}

/** The worst of all targets: a negative answer before one that could not be had. */
export function worstOf(statuses: readonly CheckStatus[]): CheckStatus {
	return (['negative', 'could-not-look'] as const).find(each => statuses.includes(each)) ?? 'ok';
}
