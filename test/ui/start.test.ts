// The start screen: keys that come before the profiles are read, and what Esc went back from.
import test from 'ava';
import type {Message} from '../../source/ui/model/messages.js';
import {loadProfile} from '../../source/profile/load.js';
import {listProfiles} from '../../source/profile/list.js';
import {memoryDisk} from '../profile/disks.js';
import {error} from '../../source/problem/problem.js';
import {selectedItem} from '../../source/ui/model/start.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {folders, openForServer, openProfile, openSession, type Session, sslProfile} from './session.js';

/** The shipped profile as the machine reads it. */
async function sendRead(
	session: Session,
	more: Partial<Extract<Message, {type: 'profile-read'}>> = {},
): Promise<void> {
	const title = '/program/profiles/ssl.yaml';
	const {profile} = await loadProfile(title, folders, memoryDisk({[title]: sslProfile}));
	const {now} = session.state();
	const read = {
		type: 'profile-read',
		title,
		profile,
		servers: [],
		folder: '/certs',
		problems: [],
		now,
	} as const;
	session.send({...read, ...more});
}

const found = () => listProfiles(folders, memoryDisk({'/program/profiles/ssl.yaml': sslProfile}));

test('Enter before the profiles are read opens the chosen task as soon as they are', async t => {
	const session = openSession();
	session.press('enter');
	t.false(session.effects().some(each => each.effect === 'read-profile'));
	session.send({type: 'profiles-found', found: await found()});
	t.deepEqual(
		session.effects().flatMap(each => (each.effect === 'read-profile' ? [each.references] : [])),
		[['/program/profiles/ssl.yaml']],
	);
});

test('Enter twice opens a profile once', async t => {
	const session = openSession();
	session.send({type: 'profiles-found', found: await found()});
	session.read('\r\r');
	for (let answer = 0; answer < 2; answer++) await sendRead(session);
	const screen = currentScreen(session.state());
	t.is(screen.screen === 'certificate' ? screen.stop : null, 'server');
	t.deepEqual(
		session.state().screens.map(each => each.screen),
		['start', 'certificate'],
	);
});

test('Esc calls off what is not open yet, and the keys are those of the first screen again', async t => {
	const session = openSession();
	session.press('enter', 'escape');
	session.send({type: 'profiles-found', found: await found()});
	t.false(session.effects().some(each => each.effect === 'read-profile'));
	session.press('enter');
	session.type('js1');
	session.press('escape');
	t.regex(session.screen(), /called off/);
	session.press('down');
	await sendRead(session);
	t.is(currentScreen(session.state()).screen, 'start');
	// Asked for once more, it opens, with nothing of what was typed before.
	session.press('home', 'enter');
	await sendRead(session);
	t.is(session.draft().server.buffer.text, '');
});

test('what is typed while a profile opens goes into its form', async t => {
	for (const isFoundFirst of [true, false]) {
		const session = openSession();
		if (isFoundFirst) session.send({type: 'profiles-found', found: await found()});
		session.press('enter');
		session.type('clq.company.com');
		session.press('enter');
		session.paste('print.company.com\nq.company.com\n');
		t.is(session.state().sheet, null);
		t.is(session.state().exitCode, null);
		if (!isFoundFirst) session.send({type: 'profiles-found', found: await found()});
		await sendRead(session);
		t.is(session.state().opening, null);
		t.is(session.draft().server.asked, 'clq.company.com');
		t.deepEqual(session.list().slice(-2), ['print.company.com DNS', 'q.company.com DNS']);
		t.true(session.effects().some(each => each.effect === 'find-server'));
	}
});

test('what is typed while a profile of the command line opens goes into its form', async t => {
	const session = openSession();
	session.send({type: 'wanted', references: ['/program/profiles/ssl.yaml'], servers: [], overrides: {}});
	session.type('q');
	await sendRead(session);
	t.is(session.draft().server.buffer.text, 'q');
});

test('what was typed for a form that cannot be opened is no command of another screen', async t => {
	const session = openSession();
	session.send({type: 'profiles-found', found: await found()});
	session.press('enter');
	session.type('q');
	const problems = [error('unknown-key', 'unknown key x')];
	await sendRead(session, {profile: null, problems});
	t.is(currentScreen(session.state()).screen, 'problems');
	t.is(session.state().exitCode, null);
	session.press('escape');
	t.is(session.state().opening, null);
});

test('Ctrl+C leaves while a profile opens', async t => {
	const session = openSession();
	session.press('enter', 'ctrl+c');
	t.is(session.state().exitCode, 0);
});

test('Esc on the certificate screen loses nothing: the same profile opens with the changes', async t => {
	const session = await openForServer();
	session.paste('print.company.com\n');
	session.press('enter', 'escape');
	t.is(currentScreen(session.state()).screen, 'start');
	const again = await openProfile(sslProfile);
	const {job} = again.state();
	session.send({
		type: 'profile-read',
		title: '/p.yaml',
		profile: job?.profile ?? null,
		servers: [],
		folder: '/certs',
		problems: [],
		now: session.state().now,
	});
	t.true(session.list().some(row => row.startsWith('print.company.com')));
	t.regex(session.screen(), /your changes from before/);
});

test('no key works behind the notice that the window is too small, but the one that leaves', async t => {
	const session = await openForServer();
	session.send({type: 'resized', columns: 40, rows: 8});
	session.press('ctrl+r', 'enter');
	t.is(currentScreen(session.state()).screen, 'certificate');
	session.press('ctrl+c', 'ctrl+c');
	t.not(session.state().exitCode, null);
});

const three = memoryDisk({
	'./profiles/prague-print-servers-with-clusters.yaml': 'kind: signing\nsubject: Prague\n',
	'/program/profiles/ssl.yaml': sslProfile,
	'/program/profiles/ssl-wildcard.yaml': sslProfile,
});

async function withProfiles(columns = 80, rows = 24) {
	const session = openSession(columns, rows);
	session.send({type: 'profiles-found', found: await listProfiles(folders, three)});
	return session;
}

const chosen = (screen: string) => /^ › (\S.*?)(?: {2}|$)/m.exec(screen)?.[1];

test('the choice stays with its profile while the filter comes and goes, and while profiles are read again', async t => {
	const session = await withProfiles();
	session.press('end', '/');
	const last = chosen(session.screen());
	t.is(last, 'ssl-wildcard');
	session.type('ss');
	t.is(chosen(session.screen()), last);
	session.press('escape');
	t.is(chosen(session.screen()), last);
	session.press('/');
	session.type('prague');
	t.is(chosen(session.screen()), 'prague-print-servers-with-clusters');
	session.press('escape');
	t.is(chosen(session.screen()), 'prague-print-servers-with-clusters');
	session.press('end');
	const more = memoryDisk({
		'./profiles/a.yaml': sslProfile,
		'/program/profiles/ssl-wildcard.yaml': sslProfile,
	});
	session.send({type: 'profiles-found', found: await listProfiles(folders, more)});
	t.is(chosen(session.screen()), last);
});

test('a long name of a profile is shown in full where there is room, and cut with a sign where there is none', async t => {
	t.regex((await withProfiles()).screen(), /prague-print-servers-with-clusters {2}signing/);
	t.regex((await withProfiles(60, 24)).screen(), /prague-print-ser\S*… +signing/);
});

test('a task says what comes after Enter, and nothing twice', async t => {
	for (const columns of [60, 80, 120]) {
		const session = await withProfiles(columns, 40);
		const screen = session.screen();
		t.is(screen.match(/DNS is asked for its/g)?.length, 1);
		t.is(screen.match(/HTTPS for Job Service/g)?.length, 1);
		t.false(screen.includes('HERE'));
	}
});

test('a signing certificate begins at its friendly name: no list of addresses, and its keys say why', async t => {
	const session = await openProfile('kind: signing\nsubject: YSoft SafeQ\nfriendlyName: Tokens\n');
	t.notRegex(session.screen(), /Addresses|Ctrl\+N|Ctrl\+T/);
	t.regex(session.screen(), /^ ?› +Friendly name/m);
	session.press('ctrl+n');
	t.is(session.state().sheet, null);
	t.regex(session.screen(), /a signing certificate needs no addresses/);
	session.press('ctrl+t');
	t.is(session.state().sheet, null);
});

test('the addresses that a signing profile names can be edited', async t => {
	const yaml = 'kind: signing\nsubject: x\nfriendlyName: y\nsubjectAlternativeNames: [js1.company.com]\n';
	const session = await openProfile(yaml);
	t.regex(session.screen(), /Addresses that clients use[\s\S]*js1\.company\.com/);
	session.press('ctrl+n');
	t.is(session.state().sheet?.sheet, 'add-from');
});

test('a name for the copy that is taken is not offered', async t => {
	const session = openSession();
	const disk = memoryDisk({
		'/home/admin/profiles/my-ssl.yaml': sslProfile,
		'/program/profiles/ssl.yaml': sslProfile,
	});
	session.send({type: 'profiles-found', found: await listProfiles(folders, disk)});
	session.press('end', 'c');
	t.regex(session.screen(), /Its name +my-ssl-2/);
});

test('the choice goes to the copy of a profile, unless somebody moved on meanwhile', async t => {
	const shipped = {'/program/profiles/ssl.yaml': sslProfile};
	const copied = {...shipped, '/home/admin/profiles/my-ssl.yaml': sslProfile};
	for (const [keys, chosen] of [
		[[], '/home/admin/profiles/my-ssl.yaml'],
		[['up'], null],
	] as const) {
		const session = openSession();
		session.send({type: 'profiles-found', found: await listProfiles(folders, memoryDisk(shipped))});
		session.press('end', 'c', 'enter');
		session.send({type: 'profile-copied', file: '/home/admin/profiles/my-ssl.yaml', problems: []});
		session.press(...keys);
		session.send({type: 'profiles-found', found: await listProfiles(folders, memoryDisk(copied))});
		const screen = currentScreen(session.state());
		const item = screen.screen === 'start' ? selectedItem(screen) : null;
		t.is(item?.item === 'profile' ? item.found.file : null, chosen);
	}
});

test('the footer offers to scroll problems only where some are not seen', async t => {
	const problem = (line: number) =>
		error('unknown-key', `unknown key ${line}`, {place: {file: '/p.yaml', line, column: 1}});
	for (const [count, offers] of [
		[1, false],
		[20, true],
	] as const) {
		const session = openSession();
		session.send({
			type: 'profile-read',
			title: '/p.yaml',
			profile: null,
			servers: [],
			folder: '/certs',
			problems: Array.from({length: count}, (_, index) => problem(index + 1)),
			now: session.state().now,
		});
		t.is(/PgDn scroll/.test(session.screen()), offers);
	}
});

test('Ctrl+V says how to paste where the terminal does not do it', t => {
	const session = openSession();
	session.press('ctrl+v');
	t.regex(session.screen(), /this window pastes with the right mouse button or from its menu/);
});
