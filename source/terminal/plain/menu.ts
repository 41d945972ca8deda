// The list of everything that was decided; each value can be changed until all is as it should be.
import {type Prepared, prepare, type Request} from '../../prepare.js';
import {visible} from '../../problem/visible.js';
import {type Conversation, sayProblems} from './conversation.js';
import type {FilledRequest} from './filled-request.js';
import {choose, confirm, LeaveError, unlessBack} from './questions.js';
import {errorsOf, fieldRows, nameRows, type Row, row, runRows, saveRow, type Session} from './rows.js';

export type Settled = {readonly session: Session; readonly prepared: Prepared};

/** Offers every value to be changed, until somebody goes on and nothing is wrong. */
export async function settle(conversation: Conversation, first: Session): Promise<Settled> {
	let session = first;
	for (;;) {
		const prepared = await look(conversation, session, session.requests);
		const errors = errorsOf(prepared);
		const [only, ...others] = session.requests;
		const isOne = only !== undefined && others.length === 0;
		const certificates = isOne
			? fieldRows(conversation, session, only, prepared)
			: session.requests.map(request => certificateRow(conversation, session, request, prepared));
		const rows = [
			...(errors.length === 0 ? [row('Go on', 'preview, then write', null)] : []),
			...certificates,
			...runRows(conversation, session),
			...(isOne ? nameRows(conversation, session, only, prepared) : []),
			...(errors.length === 0 ? [saveRow(conversation, session)] : []),
			row('Leave', 'nothing is written', () => Promise.reject(new LeaveError('cancel'))),
		];
		await sayProblems(conversation.questions, errors);
		const picked = await unlessBack(pick(conversation, rows, 'What now?'));
		if (picked === null) await mayLeave(conversation);
		else if (picked.change === null) return {session, prepared};
		else session = (await unlessBack(picked.change())) ?? session;
	}
}

/** The certificates as they would be made; files that exist are no error here, the last question is about them. */
function look(
	{machine, signal}: Conversation,
	{folder}: Session,
	requests: readonly Request[],
): Promise<Prepared> {
	return prepare(requests, {servers: [], folder, overwrite: true, machine, signal});
}

async function pick({questions}: Conversation, rows: readonly Row[], message: string): Promise<Row> {
	const width = Math.max(...rows.map(({label}) => visible(label).length)) + 2;
	const choices = rows.map(each => ({
		label: `${each.isBroken ? 'x ' : ''}${visible(each.label).padEnd(width)}${visible(each.value)}`,
		value: each,
	}));
	const broken = rows.findIndex(({isBroken}) => isBroken);
	return choose(questions, message, choices, Math.max(0, broken));
}

/** Esc in the list leaves it, but not by mistake. */
async function mayLeave({questions}: Conversation): Promise<void> {
	if (await confirm(questions, 'Leave without writing anything?', false)) throw new LeaveError('cancel');
}

/** One certificate of several: opens the list of its own values. */
function certificateRow(
	conversation: Conversation,
	session: Session,
	request: FilledRequest,
	prepared: Prepared,
): Row {
	const plan = prepared.certificates.find(each => each.request === request)?.plan;
	const {friendlyName, kind} = request.entry;
	const name = plan?.friendlyName ?? friendlyName?.value ?? 'a certificate without a friendly name';
	const count = plan?.subjectAlternativeNames.length ?? 0;
	const names = count === 0 ? '' : `, ${count} ${count === 1 ? 'name' : 'names'}`;
	const open = () => openCertificate(conversation, session, request);
	return row(name, `${kind?.value ?? ''}${names}`, open, plan === undefined);
}

async function openCertificate(
	conversation: Conversation,
	first: Session,
	opened: FilledRequest,
): Promise<Session> {
	let session = first;
	const index = first.requests.indexOf(opened);
	for (;;) {
		const request = session.requests[index] ?? opened;
		const prepared = await look(conversation, session, [request]);
		await sayProblems(conversation.questions, errorsOf(prepared));
		const rows = [
			row('Back', 'to the list of certificates', null),
			...fieldRows(conversation, session, request, prepared),
			...nameRows(conversation, session, request, prepared),
		];
		const picked = await unlessBack(pick(conversation, rows, 'This certificate:'));
		const change = picked?.change ?? null;
		if (change === null) return session;
		session = (await unlessBack(change())) ?? session;
	}
}
