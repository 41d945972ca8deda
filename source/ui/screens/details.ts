// What comes out: who trusts it, what opens it, and the certificate as Windows shows it.
import {describePlan} from '../../describe/describe.js';
import {type Detail, madeWhenWritten} from '../../describe/detail.js';
import {describeOpenedBy, describeTrust} from '../../describe/trust.js';
import type {Problem} from '../../problem/problem.js';
import type {Draft} from '../model/job.js';
import {detailRows, explained} from '../parts/details.js';
import {emptyLine, type Line, line, wrapText} from '../parts/line.js';
import {problemRows} from '../parts/problems.js';
import {labels} from './form.js';

/** All rows in `width` columns; the key of a certificate that `isOpen` is made meanwhile. */
export function detailLines(draft: Draft, width: number, isOpen = true): Line[] {
	const {preview: plan, problems} = draft.outlook;
	if (plan === null) return [emptyLine, ...missingRows(draft, width), ...problemList(problems, width)];
	const {madeAhead} = draft;
	const isCurrent = madeAhead?.type === plan.key;
	const known = isCurrent
		? {serialNumber: madeAhead.serialNumber, subjectKeyIdentifier: madeAhead.subjectKeyIdentifier}
		: {};
	return [
		emptyLine,
		...explained('TRUSTED BY', describeTrust(plan).short, width),
		...(plan.outputs.includes('pfx')
			? explained('OPENS ON', describeOpenedBy(plan.pfx.encryption).short, width)
			: []),
		emptyLine,
		...explained('CERTIFICATE', stateOf(draft, isCurrent || !isOpen), width),
		...detailRows(shownDetails(describePlan(plan, known), isCurrent || !isOpen), width),
		...(problems.length === 0 ? [] : [emptyLine, ...problemList(problems, width)]),
	];
}

/** What waits for the key alone is there in a moment. */
function shownDetails(details: readonly Detail[], isSettled: boolean): readonly Detail[] {
	if (isSettled) return details;
	return details.map(each =>
		each.value === madeWhenWritten && !/thumbprint|fingerprint/i.test(each.label)
			? {...each, value: 'being made …'}
			: each,
	);
}

function stateOf({outlook}: Draft, isSettled: boolean): string {
	if (outlook.plan === null) return 'as it would be without what is marked x';
	return isSettled ? '' : 'its key is being made';
}

function missingRows(draft: Draft, width: number): Line[] {
	const isWaiting = draft.needsServer && draft.server.server === null;
	const text = isWaiting
		? 'The certificate shows here as soon as you say for which server it is.'
		: 'The certificate shows here as soon as this is mended:';
	return [...wrapText(text, width).map(each => line(each, 'dim')), emptyLine];
}

/** Problems, each with its sign; what only waits for the server is left out. */
function problemList(problems: readonly Problem[], width: number): Line[] {
	const shown = problems
		.filter(each => each.code !== 'placeholder-without-server')
		.map(each => ({...each, message: withField(each.message, each.field)}));
	return problemRows(shown, width, 0);
}

function withField(message: string, field: string | null): string {
	const key = field?.split('.')[0];
	if (key === 'friendlyName' || key === 'subject' || key === 'validity' || key === 'fileName')
		return `${labels[key]}: ${message}`;
	return message;
}
