// The forms of a session: opening another task or profile loses none of them.
import test from 'ava';
import {listProfiles} from '../../source/profile/list.js';
import {loadProfile} from '../../source/profile/load.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {memoryDisk} from '../profile/disks.js';
import {folders, js1, now, openSession, type Session, sslProfile} from './session.js';

const signing = 'kind: signing\nsubject: YSoft SafeQ\nfriendlyName: Tokens\n';
const group = `certificates:
  - {kind: ssl, subject: a.company.com, friendlyName: a, subjectAlternativeNames: [a.company.com]}
  - {kind: ssl, subject: b.company.com, friendlyName: b, subjectAlternativeNames: [b.company.com]}
`;
const files = {
	'/program/profiles/ssl.yaml': sslProfile,
	'/program/profiles/near-roaming-group-signing.yaml': signing,
	'/home/admin/profiles/mine.yaml': group,
};
const disk = memoryDisk(files);

async function open(session: Session, file: keyof typeof files): Promise<void> {
	const {profile, problems} = await loadProfile(file, folders, disk);
	const folder = '/certs';
	session.send({type: 'profile-read', title: file, profile, servers: [], folder, problems, now});
}

async function startWithProfiles(columns = 80, rows = 24): Promise<Session> {
	const session = openSession(columns, rows);
	session.send({type: 'profiles-found', found: await listProfiles(folders, disk)});
	return session;
}

const thousand = Array.from({length: 1000}, (_, index) => `p${index}.company.com\n`).join('');

test('a form is as it was left after another task was opened', async t => {
	const session = await startWithProfiles();
	await open(session, '/program/profiles/ssl.yaml');
	session.type('js1.company.com');
	session.press('enter');
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: js1, problems: []});
	session.paste(thousand);
	session.press('escape');
	await open(session, '/program/profiles/near-roaming-group-signing.yaml');
	session.press('escape');
	await open(session, '/program/profiles/ssl.yaml');
	t.is(session.list().length, 1003);
	t.regex(session.screen(), /your changes from before/);
	t.is(session.draft().server.server?.fqdn, 'js1.company.com');
});

test('a form of which only the server was said is as it was left', async t => {
	const session = await startWithProfiles();
	await open(session, '/program/profiles/ssl.yaml');
	session.type('js1.company.com');
	session.press('enter', 'escape');
	await open(session, '/home/admin/profiles/mine.yaml');
	t.is(currentScreen(session.state()).screen, 'batch');
	// DNS takes its time.
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: js1, problems: []});
	session.press('escape');
	await open(session, '/program/profiles/ssl.yaml');
	t.deepEqual(session.list(), ['js1.company.com DNS', 'js1 DNS', '10.20.1.11 IP']);
	t.regex(session.screen(), /as you left it/);
});

test('the first screen marks what holds changes, and leaving warns of each of them', async t => {
	for (const [columns, rows] of [
		[60, 16],
		[80, 24],
		[120, 40],
	] as const) {
		const session = await startWithProfiles(columns, rows);
		t.notRegex(session.screen(), /changed/);
		await open(session, '/program/profiles/ssl.yaml');
		session.type('js1.company.com');
		session.press('enter');
		session.paste('print.company.com\na.company.com\n');
		session.press('escape');
		await open(session, '/home/admin/profiles/mine.yaml');
		session.press('escape');
		t.regex(session.screen(), /SSL certificate for a server {2}changed/);
		t.notRegex(session.screen(), /near roaming group {2}changed/);
		session.press('end', 'ctrl+c');
		t.regex(session.screen(), /ssl +SSL.* changed {2}shipped/);
		t.notRegex(session.screen(), /mine .*changed/);
		t.is(session.state().exitCode, null);
		t.regex(session.screen(), /there are unsaved changes/);
		session.press('ctrl+c');
		t.is(session.state().exitCode, 0);
	}
});

test('two forms with changes do not lose each other', async t => {
	const session = await startWithProfiles();
	await open(session, '/home/admin/profiles/mine.yaml');
	session.paste('c.company.com\nd.company.com\n');
	session.press('escape');
	await open(session, '/program/profiles/near-roaming-group-signing.yaml');
	session.type(' of ours');
	session.press('tab', 'escape');
	await open(session, '/home/admin/profiles/mine.yaml');
	t.regex(session.screen(), /c\.company\.com[\s\S]*d\.company\.com/);
	session.press('escape');
	await open(session, '/program/profiles/near-roaming-group-signing.yaml');
	t.is(session.draft().texts.friendlyName.text, 'Tokens of ours');
});

test('half a name is neither added nor lost by Esc: the form opens with it, and the review takes it', async t => {
	const session = await startWithProfiles();
	await open(session, '/program/profiles/ssl.yaml');
	session.type('js1.company.com');
	session.press('enter');
	session.send({type: 'server-found', draft: 1, asked: 'js1.company.com', server: js1, problems: []});
	session.type('prin');
	session.press('escape');
	session.type('t');
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'certificate');
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'start');
	t.regex(session.screen(), /SSL certificate for a server {2}changed/);
	await open(session, '/program/profiles/near-roaming-group-signing.yaml');
	session.press('escape');
	await open(session, '/program/profiles/ssl.yaml');
	t.is(session.list().length, 3);
	t.regex(session.screen(), /\+ print/);
	session.press('tab', 'tab', 'ctrl+r', 'escape');
	t.deepEqual(session.list().slice(-1), ['print DNS']);
});

test('half the name of a server is neither added nor lost by Esc', async t => {
	const session = await startWithProfiles();
	await open(session, '/home/admin/profiles/mine.yaml');
	session.type('c.comp');
	session.press('escape');
	t.regex(session.screen(), /c\.comp[\s\S]*not added: Enter adds it; Esc goes back and keeps it/);
	session.press('escape');
	t.is(currentScreen(session.state()).screen, 'start');
	await open(session, '/home/admin/profiles/mine.yaml');
	session.type('any.com');
	session.press('enter');
	t.is(session.state().job?.drafts.length, 3);
	t.regex(session.screen(), /c\.company\.com/);
});

test('what Esc left half typed in a certificate of a group is taken by its review', async t => {
	const session = await startWithProfiles();
	await open(session, '/home/admin/profiles/mine.yaml');
	session.press('enter');
	session.type('print.company.com');
	session.press('escape', 'escape', 'ctrl+r');
	t.is(currentScreen(session.state()).screen, 'review');
	t.deepEqual(
		session.state().job?.drafts[0]?.outlook.rows.map(each => each.shown),
		['a.company.com', 'print.company.com'],
	);
});
