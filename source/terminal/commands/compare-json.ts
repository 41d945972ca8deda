// What `compare` says to programs, as profiles/compare.schema.json describes it.
import type {ComparedTargetJson, CompareJson, ComparisonJson} from '../../describe/compare-definition.js';
import {problemJson} from '../../describe/report-json.js';
import {seenCertificateJson} from '../../describe/seen-json.js';
import type {Comparison} from '../../look/comparison.js';
import {summary} from '../../look/comparison-sentence.js';
import {sortProblems} from '../../problem/format.js';
import type {Problem} from '../../problem/problem.js';
import {connectionJson} from './check-json.js';
import type {SeenTarget} from './compare-look.js';

/** What all comparisons come to. */
export function comparedStatus(comparisons: readonly Comparison[]): CompareJson['status'] {
	if (comparisons.some(({same}) => same === false)) return 'different';
	return comparisons.length === 0 || comparisons.some(({same}) => same === null) ? 'could-not-look' : 'same';
}

/** The whole object. */
export function compareJson(
	seen: readonly SeenTarget[],
	comparisons: readonly Comparison[],
	problems: readonly Problem[],
): CompareJson {
	return {
		schemaVersion: 1,
		status: comparedStatus(comparisons),
		targets: seen.map(targetJson),
		comparisons: comparisons.map(comparisonJson),
		problems: sortProblems(problems).map(problemJson),
	};
}

function targetJson(seen: SeenTarget): ComparedTargetJson {
	const {target, failure, keys} = seen;
	return {
		target: target.text,
		type: target.type,
		connection: connectionJson(seen),
		failure: failure === null ? null : {...failure},
		tokenKeys:
			keys === null ? null : {status: keys.status, reason: keys.status === 'published' ? null : keys.reason},
	};
}

function comparisonJson(comparison: Comparison): ComparisonJson {
	const {of, same, sameKey, groups, differences, missing} = comparison;
	return {
		of,
		same,
		sameKey,
		summary: summary(comparison),
		groups: groups.map(({holders, lead}) => ({
			targets: holders.map(({target}) => target.text),
			certificate: lead.certificate === null ? null : seenCertificateJson(lead.certificate),
			thumbprint: lead.thumbprint,
			sha256: lead.sha256,
		})),
		differences: differences.map(({label, values}) => ({
			field: label,
			values: values.map(each => (each === null ? null : [...each])),
		})),
		missing: missing.map(({target, reason, message}) => ({target: target.text, reason, message})),
	};
}
