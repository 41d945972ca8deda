// The lines of the list: what each shows, and what changes when it is chosen.
import {typedPath} from '../../files/typed-path.js';
import {overrideEntry} from '../../plan/override.js';
import type {Prepared, Request} from '../../prepare.js';
import type {Problem} from '../../problem/problem.js';
import type {Conversation} from './conversation.js';
import {fields} from './fields.js';
import {changePassword, describePassword, type PasswordChoice} from './password.js';

/** What is to be made, as far as it was decided. */
export type Session = {
	readonly requests: readonly Request[];
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
	return problems.filter(each => each.severity === 'error');
}

function replaceRequest(session: Session, old: Request, request: Request): Session {
	return {...session, requests: session.requests.map(each => (each === old ? request : each))};
}

/** The values of one certificate; `prepared` is that certificate alone. */
export function fieldRows(
	{questions}: Conversation,
	session: Session,
	request: Request,
	prepared: Prepared,
): readonly Row[] {
	const plan = prepared.certificates.find(each => each.request === request)?.plan ?? null;
	const standing = {entry: request.entry, plan};
	const broken = new Set(errorsOf(prepared).map(({field}) => field?.split('.')[0]));
	return fields
		.filter(({key}) => key !== 'kind' || request.entry.kind === undefined)
		.map(({key, label, show, change}) =>
			row(
				label,
				show(standing),
				async () => {
					const entry = overrideEntry(request.entry, await change(questions, standing));
					return replaceRequest(session, request, {...request, entry});
				},
				broken.has(key),
			),
		);
}

/** What all certificates of the run share. */
export function runRows(conversation: Conversation, session: Session): readonly Row[] {
	const {questions, console} = conversation;
	const {folder, password, requests} = session;
	return [
		row('Folder', folder, async () => {
			const answer = await questions.ask({message: 'Folder, made when missing', fallback: folder});
			return {...session, folder: typedPath(answer, console.cwd)};
		}),
		row('Password', describePassword(password), async () => ({
			...session,
			password: await changePassword(conversation, password, requests.length > 1),
		})),
	];
}
