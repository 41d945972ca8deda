// A program without a terminal: keys and answers in, state, effects and drawn screens out.
import {readInput} from '../../source/ui/input.js';
import type {CertificateState} from '../../source/ui/model/certificate.js';
import {draftOf} from '../../source/ui/model/focus.js';
import type {Draft} from '../../source/ui/model/job.js';
import type {Effect} from '../../source/ui/model/effects.js';
import type {Message} from '../../source/ui/model/messages.js';
import {currentScreen, firstState, type State} from '../../source/ui/model/state.js';
import {update} from '../../source/ui/model/update.js';
import {view} from '../../source/ui/view.js';
import type {Server} from '../../source/plan/plan.js';
import {loadProfile} from '../../source/profile/load.js';
import type {Profile} from '../../source/profile/profile.js';
import {memoryDisk} from '../profile/disks.js';
import {noKey} from './no-key.js';

export const now = new Date('2026-11-22T12:07:00Z');

export const folders = {current: './profiles', user: '/home/admin/profiles', shipped: '/program/profiles'};

export const sslProfile = `kind: ssl
subject: "{fqdn}"
friendlyName: YSoft SafeQ SSL {commonName}
subjectAlternativeNames: ["{fqdn}", "{hostname}", "{addresses}"]
`;

export const js1: Server = {
	fqdn: 'js1.company.com',
	hostname: 'js1',
	addresses: [{address: '10.20.1.11', adapter: null}],
	isThisComputer: false,
};

export type Session = {
	readonly state: () => State;
	/** All effects so far. */
	readonly effects: () => readonly Effect[];
	readonly send: (message: Message) => void;
	readonly press: (...keys: readonly string[]) => void;
	readonly type: (text: string) => void;
	/** Bracketed; not whole: as the later part of a paste of an old console. */
	readonly paste: (text: string, isWhole?: boolean) => void;
	/** What a terminal sends, in one read. */
	readonly read: (text: string) => void;
	/** The rows as text, without trailing spaces. */
	readonly screen: () => string;
	/** The draft of the certificate screen. */
	readonly draft: () => Draft;
	/** The rows of the list of addresses: shown text, kind, and `x` when wrong. */
	readonly list: () => readonly string[];
};

/** An empty program at the start screen. */
export function openSession(columns = 80, rows = 24): Session {
	let state = firstState({columns, rows}, now, false);
	const effects: Effect[] = [];
	const send = (message: Message) => {
		const next = update(state, message);
		state = next.state;
		effects.push(...next.effects);
	};
	const certificate = (): CertificateState => {
		const screen = currentScreen(state);
		if (screen.screen !== 'certificate') throw new Error(`this is the ${screen.screen} screen`);
		return screen;
	};
	return {
		state: () => state,
		effects: () => effects,
		send,
		press: (...keys) => {
			for (const key of keys) send({type: 'key', key});
		},
		type: text => {
			for (const each of text) send({type: 'text', text: each});
		},
		paste: (text, isWhole = true) => send({type: 'paste', text, isWhole, isFresh: isWhole}),
		read: text => {
			for (const event of readInput(text, noKey, {input: 1000, paste: 1000})) send(event);
		},
		screen: () =>
			view(state)
				.rows.map(row =>
					row
						.map(each => each.text)
						.join('')
						.trimEnd(),
				)
				.join('\n'),
		draft: () => draftOf(state, certificate()),
		list: () =>
			draftOf(state, certificate()).outlook.rows.map(({shown, kind, severity}) =>
				[shown, kind, severity === 'error' ? 'x' : null].filter(each => each !== null).join(' '),
			),
	};
}

/** A session with a profile opened, as the machine answers it. */
export async function openProfile(yaml: string, columns = 80, rows = 24): Promise<Session> {
	const session = openSession(columns, rows);
	const {profile, problems} = await loadProfile('/p.yaml', folders, memoryDisk({'/p.yaml': yaml}));
	session.send({
		type: 'profile-read',
		title: '/p.yaml',
		profile,
		servers: [],
		folder: '/certs',
		problems,
		now,
	});
	return session;
}

/** Goes back to the start and opens the same profile again, with `changes` to it and for `servers`. */
export function reopen(session: Session, changes: Partial<Profile>, servers: readonly string[] = []): void {
	const {job} = session.state();
	if (job === null) throw new Error('no profile is open');
	session.press('escape');
	const profile = {...job.profile, ...changes};
	session.send({
		type: 'profile-read',
		title: profile.name,
		profile,
		servers,
		folder: '/certs',
		problems: [],
		now,
	});
}

/** The SSL profile, for `js1.company.com` as DNS knows it, with the focus on the list of addresses. */
export async function openForServer(columns = 80, rows = 24): Promise<Session> {
	const session = await openProfile(sslProfile, columns, rows);
	session.type('js1.company.com');
	session.press('enter');
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: js1, problems: []});
	return session;
}
