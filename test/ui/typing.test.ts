// What is typed fast over a slow line, and what old consoles paste: the same bytes, told apart.
import test from 'ava';
import {currentScreen} from '../../source/ui/model/state.js';
import type {TargetFile} from '../../source/ui/model/review.js';
import {openForServer, openProfile, openSession, type Session, sslProfile} from './session.js';

const stop = (session: Session) => {
	const screen = currentScreen(session.state());
	return screen.screen === 'certificate' ? screen.stop : null;
};
const writes = (session: Session) => session.effects().filter(each => each.effect === 'write').length;
const replaced: TargetFile = {file: '/certs/a.pfx', fate: 'replaced', thumbprint: null};

async function openReview(targets: readonly TargetFile[] = []): Promise<Session> {
	const session = await openForServer();
	session.press('ctrl+r');
	session.send({type: 'targets-found', targets, problems: [], now: new Date()});
	if (targets.length > 0) session.press('left');
	return session;
}

test('a name and Tab in one read go into the field and to the next one', async t => {
	const session = await openProfile(sslProfile);
	session.read('js1.company.com\t');
	t.is(session.draft().server.asked, 'js1.company.com');
	t.is(stop(session), 'this-computer');
});

test('a row of a table that an old console pastes becomes entries in the list only', async t => {
	const session = await openForServer();
	session.read('print1\t10.0.0.1\r');
	t.deepEqual(session.list().slice(3), ['print1 DNS', '10.0.0.1 IP']);
	t.is(stop(session), 'addresses');
	const server = await openProfile(sslProfile);
	server.read('js1.company.com\t\t10.0.0.1\r');
	t.is(server.draft().server.asked, 'js1.company.com');
	t.true(server.list().includes('10.0.0.1 IP'));
});

test('Tab and Space in one read take the choice', async t => {
	const session = await openProfile(sslProfile);
	session.read('\t ');
	t.true(session.draft().server.isThisComputer);
});

test('an entry and Enter in one read add the entry', async t => {
	const session = await openForServer();
	session.read('a.company.com\r');
	t.is(session.list().at(-1), 'a.company.com DNS');
	session.read('b.company.com\t');
	t.is(session.list().at(-1), 'b.company.com DNS');
	t.is(stop(session), 'friendlyName');
});

test('two Enters in one read write once', async t => {
	const session = await openReview();
	session.read('\r\r');
	t.is(writes(session), 1);
	t.is(currentScreen(session.state()).screen, 'result');
});

test('two Enters in one read do not answer the question that the first one brought up', async t => {
	const session = await openReview([replaced]);
	session.read('\r\r');
	t.is(session.state().sheet?.sheet, 'confirm');
	t.regex(session.screen(), /came up just now: wait a moment, then press Enter/);
	session.press('right', 'enter');
	t.is(writes(session), 1);
});

test('Esc and Enter in one read close a question, and answer none', async t => {
	const session = await openReview([replaced]);
	session.press('enter', 'right');
	session.press('escape');
	session.send({type: 'key', key: 'enter', isSoon: true});
	t.is(session.state().sheet, null);
	t.is(writes(session), 0);
});

test('Ctrl+R and Enter in one read show the review, and write nothing', async t => {
	const session = await openForServer();
	session.read('\u0012\r');
	t.is(currentScreen(session.state()).screen, 'review');
	session.send({type: 'targets-found', targets: [], problems: [], now: new Date()});
	t.is(writes(session), 0);
	session.press('enter');
	t.is(writes(session), 1);
});

for (const [name, text] of [
	['several lines', 'a.company.com\rb.company.com\r'],
	['one line', 'a.company.com\r'],
	['one character', 'a\r'],
] as const)
	test(`a paste of ${name} without brackets presses no Enter on the review`, async t => {
		const session = await openReview();
		session.read(text);
		t.is(writes(session), 0);
		t.is(currentScreen(session.state()).screen, 'review');
	});

test('a paste at a choice says that it went nowhere', async t => {
	const session = await openForServer();
	session.press('tab', 'tab', 'tab', 'tab');
	t.is(stop(session), 'key');
	session.paste('a.company.com');
	t.regex(session.screen(), /nothing is typed here, so what was pasted went nowhere/);
	session.press('tab', 'shift+tab');
	session.read('a.company.com');
	t.regex(session.screen(), /went nowhere/);
});

test('a letter that opens a line, and the text for that line, may come in one read', t => {
	const session = openSession();
	session.read('/ssl');
	const screen = currentScreen(session.state());
	t.is(screen.screen === 'start' && screen.filter?.text, 'ssl');
});

test('a path that an old console pastes at the start is looked at, a held letter is a letter', t => {
	const session = openSession();
	session.read('jj');
	t.is(session.state().sheet, null);
	session.read('/etc/ssl/a.pem');
	t.is(session.state().sheet?.sheet, 'look-at');
});
