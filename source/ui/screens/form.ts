// The fields of the certificate screen, in the order in which Tab visits them.
import type {Severity} from '../../problem/problem.js';
import {allowedKeys, outputChoices, sameOutputs, type Stop} from '../model/certificate.js';
import type {Draft, Job, TextField} from '../model/job.js';
import {isAbout, problemsAt} from '../model/problems-at.js';
import type {Drawn} from '../parts/drawn.js';
import {choiceField, type FieldLook, gutterWidth, labelWidth, textField} from '../parts/field.js';
import {fitting, type Line, span, spokenSpan} from '../parts/line.js';
import {signs} from '../theme.js';
import {drawPassword} from './password-field.js';

export const labels: Readonly<Record<Stop, string>> = {
	server: 'For server',
	'this-computer': 'For server',
	addresses: 'Addresses',
	friendlyName: 'Friendly name',
	subject: 'Subject',
	validity: 'Valid',
	key: 'Key',
	encryption: 'PFX',
	outputs: 'Files',
	folder: 'Folder',
	fileName: 'File name',
	password: 'Password',
	again: 'Once more',
};

const keyLabels = {
	'rsa-2048': 'RSA 2048',
	'rsa-3072': '3072',
	'rsa-4096': '4096',
	'ecdsa-p256': 'P-256',
	'ecdsa-p384': 'P-384',
} as const;

/** Draws the field of a stop; the list of addresses draws itself. */
export function drawField(stop: Stop, job: Job, draft: Draft, focus: Stop | null, width: number): Drawn {
	const severity: Severity | null = problemsAt(stop, job, draft)[0]?.severity ?? null;
	const look: FieldLook = {label: labels[stop], isFocused: focus === stop, severity, width};
	switch (stop) {
		case 'server':
			return drawServer(draft, look, focus);
		case 'friendlyName':
		case 'subject':
		case 'fileName':
			return drawText(stop, draft, look);
		case 'validity':
			return drawText(stop, draft, look, untilLine(draft));
		case 'key':
			return choiceField(
				look,
				allowedKeys(draft).map(each => ({
					label: keyLabels[each],
					isOn: each === draft.key,
					said: each.toUpperCase().replace('-', ' '),
				})),
			);
		case 'encryption':
			return choiceField(
				look,
				[
					{label: 'compatible', isOn: draft.encryption === 'compatible'},
					{label: 'modern', isOn: draft.encryption === 'modern'},
				],
				[span(draft.encryption === 'compatible' ? 'opens everywhere' : 'Server 2019 and later', 'dim')],
			);
		case 'outputs':
			return choiceField(
				look,
				outputChoices(draft).map(each => ({label: each.join(' + '), isOn: sameOutputs(each, draft.outputs)})),
			);
		case 'folder':
			return drawFolder(job, look);
		case 'password':
		case 'again':
			return drawPassword(stop, job.password, look);
		default:
			return {rows: [], cursor: null};
	}
}

/** Columns that the name of the server cannot have: label, the other choice, gaps. */
const serverIndent = gutterWidth + labelWidth + 18;
const serverExamples = ['(its name, such as js1.company.com)', '(such as js1.company.com)', '(its name)'];

function drawServer({server}: Draft, look: FieldLook, focus: Stop | null): Drawn {
	const {isThisComputer, buffer} = server;
	const isChoosing = focus === 'this-computer';
	const tone = isChoosing ? 'accent' : isThisComputer ? 'plain' : 'dim';
	const aside: Line = [
		span(isChoosing ? `${signs.focus} ` : '  ', 'marker'),
		spokenSpan(
			`${isThisComputer ? signs.on : signs.off} this computer`,
			tone,
			isChoosing || isThisComputer
				? `, this computer${isThisComputer ? ': chosen' : ': not chosen, Space takes it'}`
				: '',
		),
	];
	return textField({
		...look,
		severity: look.severity ?? null,
		buffer,
		empty: fitting(serverExamples, look.width - serverIndent),
		aside,
		isAsideAtEdge: true,
		mask: null,
	});
}

function drawText(field: TextField, draft: Draft, look: FieldLook, aside: Line = []): Drawn {
	const buffer = draft.texts[field];
	const means = meaningOf(field, draft);
	// Where the program put something in, the result is what people want to see, until they edit it.
	if (!look.isFocused && means !== null)
		return textField({
			...look,
			buffer: {text: means, cursor: 0},
			empty: '',
			aside,
			isAsideAtEdge: false,
			mask: null,
		});
	return textField({...look, buffer, empty: '(nothing yet)', aside, isAsideAtEdge: false, mask: null});
}

function isRefused(field: TextField, {problems}: Draft['outlook']): boolean {
	return problems.some(each => each.severity === 'error' && isAbout(field, each.field));
}

/** What a text with placeholders came to; null when it is what it says, or is wrong. */
export function meaningOf(field: TextField, {texts, outlook}: Draft): string | null {
	const {preview: plan} = outlook;
	// The preview goes on with the field as it was opened.
	if (plan === null || isRefused(field, outlook) || !/[{}]/.test(texts[field].text)) return null;
	if (field === 'friendlyName') return plan.friendlyName;
	if (field === 'fileName') return plan.fileName;
	if (field !== 'subject') return null;
	const name = plan.subject.flat().at(-1)?.value;
	return plan.subject.length === 1 && name !== undefined ? name : null;
}

function untilLine({outlook}: Draft): Line {
	const {preview: plan} = outlook;
	return plan === null || isRefused('validity', outlook)
		? []
		: [span(`to ${plan.notAfter.toISOString().slice(0, 10)}`, 'dim')];
}

function drawFolder({folder}: Job, look: FieldLook): Drawn {
	return textField({
		...look,
		buffer: folder,
		empty: '(where the files go)',
		aside: [],
		isAsideAtEdge: false,
		mask: null,
	});
}
