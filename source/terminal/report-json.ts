// The result of a run as one JSON object, as profiles/report.schema.json describes it.
import {formatReportJson, reportJson} from '../describe/report-json.js';
import type {Outcome} from '../generate.js';
import {sortProblems} from '../problem/format.js';
import type {Problem} from '../problem/problem.js';

/** One JSON object with a line end; a run that failed has its problems in it, a dry run the files that it would write. */
export function formatJson(outcomes: readonly Outcome[], problems: readonly Problem[]): string {
	const certificates = outcomes.map(outcome => {
		const {plan, files: planned} = outcome.prepared;
		return {
			...outcome,
			plan,
			files: outcome.status === 'planned' ? planned.map(({path}) => path) : outcome.files,
		};
	});
	return `${formatReportJson(reportJson(certificates, sortProblems(problems)))}\n`;
}
