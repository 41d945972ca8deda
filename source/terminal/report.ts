// The report of a run, for people: what was made, in the MMC's words and order, the proof, and the next steps.
import {describeCertificate, describePlan} from '../describe/describe.js';
import {nextSteps, type Step, stepTitle, type WrittenFiles} from '../describe/next-steps.js';
import {describeOpenedBy} from '../describe/trust.js';
import type {Outcome} from '../generate.js';
import {visible} from '../problem/visible.js';
import type {Output} from '../profile/profile.js';
import {detailRows, row} from './rows.js';

export type ReportOptions = {
	/** The folder of the list of generated passwords, as people should see it; null when there is none. */
	readonly passwordList: string | null;
};

const statusWords: Readonly<Record<Outcome['status'], string>> = {
	created: 'created',
	planned: 'would be created',
	failed: 'FAILED, not written',
	cancelled: 'cancelled, not written',
};

/** Rows that say enough about one certificate among many. */
const shortLabels = ['Valid to', 'Subject', 'Subject Alternative Name', 'Thumbprint', 'SHA-256 fingerprint'];

/** The whole report as text with line ends; full details for one certificate, the essential ones for a batch. */
export function formatReport(outcomes: readonly Outcome[], options: ReportOptions): string {
	const isBatch = outcomes.length > 1;
	const parts = outcomes.map(outcome => formatOutcome(outcome, isBatch));
	const made = outcomes.filter(({status}) => status === 'created');
	if (isBatch) parts.push(`${formatCounts(outcomes)}\n`);
	if (options.passwordList !== null && made.length > 0)
		parts.push(
			`Passwords: ${visible(options.passwordList)} (keep it safe, and delete it when it is no longer needed)\n`,
		);
	parts.push(...formatSteps(made));
	return parts.join('\n');
}

function formatOutcome(outcome: Outcome, isBatch: boolean): string {
	const {plan} = outcome.prepared;
	const head = `${visible(plan.friendlyName)}  [${plan.kind}, ${statusWords[outcome.status]}]`;
	if (outcome.status === 'failed' || outcome.status === 'cancelled') return `${head}\n`;
	const {certificate} = outcome;
	const all =
		certificate === null
			? describePlan(plan)
			: describeCertificate(certificate, {friendlyName: plan.friendlyName});
	const details = isBatch ? all.filter(({label}) => shortLabels.includes(label)) : all;
	const lines = [head, ...detailRows(details)];
	if (plan.outputs.includes('pfx'))
		lines.push(...row('PFX', [`${plan.pfx.encryption}: ${describeOpenedBy(plan.pfx.encryption).short}`]));
	lines.push(...formatProof(outcome, isBatch));
	const verb = outcome.status === 'created' ? 'Written' : 'Would be written';
	lines.push(
		...row(
			verb,
			outcome.prepared.files.map(file => visible(file.path)),
		),
	);
	return `${lines.join('\n')}\n`;
}

function formatProof({proof}: Outcome, isBatch: boolean): string[] {
	if (proof.length === 0) return [];
	if (isBatch) return row('Proof', [`${proof.length} checks passed`]);
	return row(
		'Proof',
		proof.map(
			line =>
				`${line.ok ? 'ok' : 'x '} ${line.check}${line.detail === null ? '' : ` (${visible(line.detail)})`}`,
		),
	);
}

function formatCounts(outcomes: readonly Outcome[]): string {
	const count = (status: Outcome['status']) => outcomes.filter(each => each.status === status).length;
	return (['created', 'planned', 'failed', 'cancelled'] as const)
		.filter(status => count(status) > 0)
		.map(status => `${count(status)} ${statusWords[status]}`)
		.join(' · ');
}

/** The next steps of the first certificate of each kind: they are the same for all others of it. */
function formatSteps(made: readonly Outcome[]): string[] {
	const firsts = made.filter(
		(each, index) => made.findIndex(other => other.prepared.plan.kind === each.prepared.plan.kind) === index,
	);
	return firsts.map(({prepared}) => {
		const {kind} = prepared.plan;
		const files: WrittenFiles = Object.fromEntries(
			prepared.files.map(({output, path}): [Output, string] => [output, path]),
		);
		const same = made.filter(each => each.prepared.plan.kind === kind).length - 1;
		const others = same === 0 ? '' : ` (shown for the first of ${same + 1})`;
		const title = kind === 'ssl' ? 'Next steps, SSL certificate' : 'Next steps, signing certificate';
		return `${title}${others}\n${nextSteps(prepared.plan, files).map(formatStep).join('')}`;
	});
}

function formatStep(step: Step, index: number): string {
	const text = step.text === undefined ? '' : `     ${step.text}\n`;
	const command =
		step.command === undefined
			? ''
			: step.command
					.split('\n')
					.map(line => `       ${line}\n`)
					.join('');
	return `  ${index + 1}. ${stepTitle(step)}\n${text}${command}`;
}
