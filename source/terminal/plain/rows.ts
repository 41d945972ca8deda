// The lines of the list: what each shows, and what changes when it is chosen.
import {typedPath} from '../../files/typed-path.js';
import {unwantedFolder} from '../../files/unwanted-folder.js';
import {overrideEntry} from '../../plan/override.js';
import type {Prepared, Request} from '../../prepare.js';
import type {Problem} from '../../problem/problem.js';
import {type Conversation, sayProblems} from './conversation.js';
import {fields} from './fields.js';
import type {FilledRequest} from './filled-request.js';
import {addNamesFrom} from './names.js';
import {changePassword, describePassword, type PasswordChoice} from './password.js';
import {inRowWords} from './row-words.js';
import {save} from './save.js';
import {commonNameOf, namesOf, type Standing} from './standing.js';
import {testAddresses} from './will-it-work.js';

/** What is to be made, as far as it was decided. */
export type Session = {
	readonly requests: readonly FilledRequest[];
	/** Absolute. */
	readonly folder: string;
	readonly password: PasswordChoice;
};

/** A line of the list; `change` is null for the one that goes on. */
export type Row = {
	readonly label: string;
	readonly value: string;
	readonly isBroken: boolean;
	readonly change: (() => Promise<Session>) | null;
};

/** A line of the list; `isBroken` marks it as the one to look at. */
export function row(label: string, value: string, change: Row['change'], isBroken = false): Row {
	return {label, value, change, isBroken};
}

/** What must be mended before anything is written. */
export function errorsOf({problems}: Prepared): readonly Problem[] {
	return problems.filter(each => each.severity === 'error').map(inRowWords);
}

function replaceRequest(session: Session, old: FilledRequest, request: FilledRequest): Session {
	return {...session, requests: session.requests.map(each => (each === old ? request : each))};
}

/** The values of one certificate; `prepared` is that certificate alone. */
export function fieldRows(
	conversation: Conversation,
	session: Session,
	request: FilledRequest,
	prepared: Prepared,
): readonly Row[] {
	const standing = standingOf(request, prepared);
	const broken = new Set(errorsOf(prepared).map(({field}) => field?.split('.')[0]));
	return fields
		.filter(({key}) => key !== 'kind' || request.entry.kind === undefined)
		.map(({key, label, show, change}) =>
			row(
				label,
				show(standing),
				async () => {
					const entry = overrideEntry(request.entry, await change(conversation, standing));
					return replaceRequest(session, request, {...request, entry});
				},
				broken.has(key),
			),
		);
}

/** Keeping it for the next time. */
export function saveRow(conversation: Conversation, session: Session): Row {
	return row('Save to a profile', 'for the next time', async () => ({
		...session,
		requests: await save(conversation, session.requests),
	}));
}

/** What can be done for the names of one SSL certificate beside typing them; `prepared` is that certificate alone. */
export function nameRows(
	conversation: Conversation,
	session: Session,
	request: FilledRequest,
	prepared: Prepared,
): readonly Row[] {
	if (request.entry.kind?.value === 'signing') return [];
	const standing = standingOf(request, prepared);
	const names = namesOf(standing);
	const nameRow = (label: string, value: string, change: () => Promise<readonly string[]>) =>
		row(label, value, async () => replaceRequest(session, request, withNameList(request, await change())));
	return [
		nameRow('Will it work?', 'test an address that clients use', () =>
			testAddresses(conversation.questions, {names, commonName: commonNameOf(standing)}),
		),
		nameRow('Add names from', 'this computer, DNS, server, file', () => addNamesFrom(conversation, names)),
	];
}

/** The request with this list of names; the very same one when they are its own. */
export function withNameList(request: FilledRequest, list: readonly string[]): FilledRequest {
	const names = request.entry.subjectAlternativeNames?.value.map(({value}) => value) ?? [];
	if (list.length === names.length && list.every((each, index) => each === names[index])) return request;
	return {...request, entry: overrideEntry(request.entry, {subjectAlternativeNames: list})};
}

function standingOf(request: Request, prepared: Prepared): Standing {
	const plan = prepared.certificates.find(each => each.request === request)?.plan ?? null;
	return {entry: request.entry, plan};
}

/** What all certificates of the run share. */
export function runRows(conversation: Conversation, session: Session): readonly Row[] {
	const {questions, console} = conversation;
	const {folder, password, requests} = session;
	return [
		row('Folder', folder, async () => {
			const answer = await questions.ask({message: 'Folder, made when missing', fallback: folder});
			const typed = typedPath(answer, console.cwd);
			const unwanted = unwantedFolder(typed, console.platform);
			if (unwanted !== null) await sayProblems(questions, [unwanted]);
			return {...session, folder: typed};
		}),
		row('Password', describePassword(password), async () => ({
			...session,
			password: await changePassword(conversation, password, requests.length > 1),
		})),
	];
}
