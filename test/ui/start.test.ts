// The start screen: keys that come before the profiles are read, and what Esc went back from.
import test from 'ava';
import {listProfiles} from '../../source/profile/list.js';
import {memoryDisk} from '../profile/disks.js';
import {currentScreen} from '../../source/ui/model/state.js';
import {folders, openForServer, openProfile, openSession, sslProfile} from './session.js';

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

test('who moves on after that Enter is not taken anywhere', async t => {
	const session = openSession();
	session.press('enter', 'down');
	session.send({type: 'profiles-found', found: await found()});
	t.false(session.effects().some(each => each.effect === 'read-profile'));
});

test('Esc on the certificate screen loses nothing: the same profile opens with the changes', async t => {
	const session = await openForServer();
	session.paste('print.company.com\n');
	session.press('escape');
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
