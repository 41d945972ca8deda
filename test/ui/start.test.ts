// The start screen: what happens to keys that come before the profiles are read.
import test from 'ava';
import {listProfiles} from '../../source/profile/list.js';
import {memoryDisk} from '../profile/disks.js';
import {folders, openSession, sslProfile} from './session.js';

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
