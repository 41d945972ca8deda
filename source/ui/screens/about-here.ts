// What is to know about the field or the address where the focus is: what is wrong with it, or else what belongs there.
import {describeOpenedBy} from '../../describe/trust.js';
import {withoutCommandLine} from '../../problem/hint.js';
import type {Problem} from '../../problem/problem.js';
import type {Stop} from '../model/certificate.js';
import type {Draft, Job} from '../model/job.js';
import {problemsAt} from '../model/problems-at.js';
import {type Message, said} from '../parts/messages.js';
import {meaningOf} from './form.js';

/** What belongs into each field. */
export const help: Readonly<Record<Stop, string>> = {
	server: 'The server that it is for, as clients call it; DNS is asked for its addresses',
	'this-computer': 'Space takes the names and addresses of the computer that you sit at',
	addresses: 'Every name and address by which clients and printers reach the server',
	friendlyName: 'How Windows lists the certificate; it does not have to be unique',
	subject: 'To whom it is issued: a name, or CN=js1.company.com, O=Company, C=CZ',
	validity: '730 days, 18 months, 2 years, or until 2028-11-30',
	key: 'RSA 2048 is what every SafeQ installation takes',
	encryption: 'How the PFX is encrypted, and so who can open it',
	outputs: 'The PFX holds the key, for the server; the .cer is for all who must trust it',
	folder: 'Where the files go; it is made when it does not exist',
	fileName: 'Without ending',
	password: 'Leave it empty for a strong one, which is shown once after writing',
	again: 'A slip of the finger must not lock you out; Ctrl+O shows it instead',
};

/** The messages, most important first; never none. */
export function aboutHere(stop: Stop, job: Job, draft: Draft): readonly [Message, ...Message[]] {
	if (stop === 'addresses') return aboutEntry(draft);
	const [problem] = problemsAt(stop, job, draft);
	if (problem !== undefined) return problemMessages(problem);
	if (stop === 'server' && draft.server.status === 'looking')
		return [said(`looking up ${draft.server.asked} …`)];
	if (stop === 'encryption') return [said(describeOpenedBy(draft.encryption).text)];
	const written =
		stop === 'friendlyName' || stop === 'subject' || stop === 'fileName' ? meaningOf(stop, draft) : null;
	return [said(written === null ? help[stop] : `here: ${written}`)];
}

function aboutEntry(draft: Draft): readonly [Message, ...Message[]] {
	const {addresses, outlook} = draft;
	const row = outlook.rows[addresses.selected];
	if (addresses.filter?.isTyping) return [said('Shows only entries that hold this in name, kind or note')];
	if (row === undefined) return [said(help.addresses)];
	const isEdited = addresses.editing !== null;
	if (row.severity === 'error') {
		const ways = isEdited ? 'Enter takes what you type in its place' : 'Enter mends it, Del removes it';
		return [{sign: 'error', text: row.note ?? '', tone: 'plain'}, said(row.hint ?? ways)];
	}
	if (isEdited) return [said(help.addresses)];
	if (row.name === null && draft.server.server === null)
		return [said(`${row.shown} comes from the server: say above which one it is`)];
	const field = `subjectAlternativeNames.${addresses.items.indexOf(row.item)}`;
	const problem = outlook.problems.find(each => each.field === field);
	if (problem !== undefined) return problemMessages(problem);
	// In full, since the list has a column for it only.
	const about = [row.shown, row.note].filter(each => each !== null).join(': ');
	return [said(row.item.written === row.shown ? about : `${row.shown}: ${row.item.written} in the profile`)];
}

function problemMessages(problem: Problem): readonly [Message, ...Message[]] {
	const {severity, message} = problem;
	const {hint} = withoutCommandLine(problem);
	return [{sign: severity, text: message, tone: 'plain'}, ...(hint === null ? [] : [said(hint)])];
}
