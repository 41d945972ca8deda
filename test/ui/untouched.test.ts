// Fields with a value that nobody typed: what is typed takes its place.
import test from 'ava';
import {goTo} from '../../source/ui/model/update-certificate.js';
import type {Stop} from '../../source/ui/model/certificate.js';
import {openForServer, openProfile, type Session, sslProfile} from './session.js';

/** Tab to a field of the certificate screen. */
function tabTo(session: Session, stop: Stop): void {
	const isThere = () => goTo(session.state(), stop).screens.at(-1);
	while (JSON.stringify(session.state().screens.at(-1)) !== JSON.stringify(isThere())) session.press('tab');
}

test('a folder takes the place of the one that was offered, typed or pasted', async t => {
	for (const put of ['type', 'paste'] as const) {
		const session = await openForServer();
		tabTo(session, 'folder');
		t.regex(session.screen(), /\/certs {2}typing replaces it/);
		session[put]('C:\\Windows');
		t.is(session.state().job?.folder.text, 'C:\\Windows');
		session.press('tab', 'shift+tab');
		session.type('x');
		t.is(session.state().job?.folder.text, 'C:\\Windowsx');
	}
});

test('the offered folder is edited once the cursor was moved', async t => {
	const session = await openForServer();
	tabTo(session, 'folder');
	session.press('end');
	session.type('/js1');
	t.is(session.state().job?.folder.text, '/certs/js1');
});

test('the offered folder of a group is replaced by what is typed', async t => {
	const entry = (name: string) => `  - {kind: ssl, subject: ${name}, subjectAlternativeNames: [${name}]}\n`;
	const session = await openProfile(`certificates:\n${entry('a.example')}${entry('b.example')}`);
	session.press('tab');
	session.type('/elsewhere');
	t.is(session.state().job?.folder.text, '/elsewhere');
});

test('a file name takes the place of the default, and is added to one that the profile gives', async t => {
	const session = await openForServer();
	tabTo(session, 'fileName');
	session.type('js1-ssl');
	t.is(session.draft().texts.fileName.text, 'js1-ssl');
	const named = await openProfile(`${sslProfile}fileName: mine\n`);
	tabTo(named, 'fileName');
	named.type('-2');
	t.is(named.draft().texts.fileName.text, 'mine-2');
});

test('the ending of a typed file name goes: each file gets its own', async t => {
	const session = await openForServer();
	tabTo(session, 'fileName');
	session.type('js1-ssl.PFX');
	session.send({type: 'paused', draft: 1, changes: session.draft().changes});
	t.notRegex(session.screen(), /has an ending/);
	session.press('tab');
	t.is(session.draft().texts.fileName.text, 'js1-ssl');
	t.is(session.draft().outlook.plan?.fileName, 'js1-ssl');
});
