// The certificates of a review: each in a few rows, then each in full.
import {describePlan} from '../../describe/describe.js';
import {describeOpenedBy} from '../../describe/trust.js';
import type {CertificatePlan} from '../../plan/plan.js';
import type {Draft, Job} from '../model/job.js';
import {detailRows, explained} from '../parts/details.js';
import {emptyLine, type Line, line, span} from '../parts/line.js';

/** Rows that the names of one certificate take at most; all of them stand in its details. */
const nameRows = 3;
const labelColumns = 11;

/** What matters of each certificate, at a glance. */
export function summaryRows({drafts, password}: Job, width: number): Line[] {
	return drafts.flatMap(({outlook: {plan}}) => {
		if (plan === null) return [];
		const room = width - 4;
		const about = (label: string, text: string) => explained(label, text, room, labelColumns).map(indented);
		const names = about('Names', namesText(plan));
		return [
			line(` ${plan.friendlyName}`, 'strong'),
			...(plan.subjectAlternativeNames.length === 0 ? [] : names.slice(0, nameRows)),
			...(names.length > nameRows ? [line(`${' '.repeat(labelColumns + 3)}… and more below`, 'dim')] : []),
			...about('Valid', `${day(plan.notBefore)} to ${day(plan.notAfter)}`),
			...about('Key', plan.key.toUpperCase().replace('-', ' ')),
			...(plan.outputs.includes('pfx') ? about('PFX', pfxText(plan, password.typed.isEmpty)) : []),
			emptyLine,
		];
	});
}

/** All of each certificate, as Windows shows it. */
export function certificateRows({drafts}: Job, width: number): Line[] {
	return drafts.flatMap(draft => {
		const {plan} = draft.outlook;
		if (plan === null) return [];
		const title = drafts.length > 1 ? ` of ${plan.friendlyName}` : '';
		return [
			[span(' DETAILS', 'strong'), span(title, 'dim')],
			...detailRows(describePlan(plan, knownOf(draft)), width - 6).map(indented),
			emptyLine,
		];
	});
}

function namesText({subjectAlternativeNames: names}: CertificatePlan): string {
	const count = names.length === 1 ? '' : `${names.length}: `;
	return count + names.map(each => each.value).join(', ');
}

function pfxText({pfx}: CertificatePlan, isGenerated: boolean): string {
	const secret = isGenerated ? 'with a generated password' : 'with the password that you typed';
	return `${pfx.encryption}, ${secret}: ${describeOpenedBy(pfx.encryption).short}`;
}

function day(date: Date): string {
	return date.toISOString().slice(0, 10);
}

function indented(row: Line): Line {
	return [span('   '), ...row];
}

function knownOf({madeAhead, key}: Draft) {
	return madeAhead?.type === key
		? {serialNumber: madeAhead.serialNumber, subjectKeyIdentifier: madeAhead.subjectKeyIdentifier}
		: {};
}
