// What `check` says to programs, as profiles/check.schema.json describes it.
import type {CheckedTargetJson, CheckJson} from '../../describe/check-definition.js';
import {problemJson} from '../../describe/report-json.js';
import {seenCertificateJson} from '../../describe/seen-json.js';
import {sortProblems} from '../../problem/format.js';
import type {Problem} from '../../problem/problem.js';
import {daysLeft} from '../../look/certificate-answers.js';
import {type CheckedTarget, worstOf} from './check-target.js';
import type {LookedAt} from './look.js';

/** The whole object; a run with problems of its own could not look. */
export function checkJson(
	checked: readonly CheckedTarget[],
	problems: readonly Problem[],
	now: Date,
): CheckJson {
	const statuses = checked.map(({status}) => status);
	return {
		schemaVersion: 1,
		status: worstOf(problems.length > 0 ? [...statuses, 'could-not-look'] : statuses),
		targets: checked.map(each => targetJson(each, now)),
		problems: sortProblems(problems).map(problemJson),
	};
}

function targetJson({looked, answers, status}: CheckedTarget, now: Date): CheckedTargetJson {
	const [certificate] = looked.certificates;
	return {
		target: looked.target.text,
		type: looked.target.type,
		status,
		connection: connectionJson(looked),
		failure: looked.failure === null ? null : {...looked.failure},
		certificates: looked.certificates.map(seenCertificateJson),
		daysLeft: certificate === undefined ? null : daysLeft(certificate, now),
		answers: answers.map(each => ({...each})),
	};
}

/** Where a server was found, and how it was spoken to; null for a file. */
export function connectionJson(looked: LookedAt): CheckedTargetJson['connection'] {
	if (!('presented' in looked)) return null;
	const {addresses, address, protocol, cipher, trust} = looked.presented;
	return {
		...looked.target.endpoint,
		addresses: addresses.map(each => ({...each})),
		address,
		protocol,
		cipher,
		trusted: trust?.trusted ?? null,
		trustCode: trust?.code ?? null,
	};
}
