// The list of all profiles that can be named: the first screen shows it, broken ones included.
import test from 'ava';
import {listProfiles} from '../../source/profile/list.js';
import {memoryDisk} from './disks.js';

const folders = {current: 'profiles', user: 'home', shipped: 'shipped'};

test('lists the profiles of all folders in the order in which names are looked up', async t => {
	const disk = memoryDisk({
		'profiles/b.yml': 'name: Bee\ndescription: The second\nextends: ssl\n',
		'profiles/a.yaml': 'kind: signing\n',
		'profiles/notes.txt': 'kind: ssl\n',
		'profiles/.hidden.yaml': 'kind: ssl\n',
		'home/SSL.yaml': 'kind: ssl\n',
		'shipped/ssl.yaml': 'kind: ssl\ncertificates: [{kind: signing}, {subject: a}, {subject: b}]\n',
	});
	const listed = await listProfiles(folders, disk);
	t.deepEqual(
		listed.map(each => [
			each.reference,
			each.name,
			each.file,
			each.origin,
			each.kinds.join(),
			each.isShadowed,
		]),
		[
			['a', 'a', 'profiles/a.yaml', 'current folder', 'signing', false],
			['b', 'Bee', 'profiles/b.yml', 'current folder', 'signing,ssl', false],
			['SSL', 'SSL', 'home/SSL.yaml', 'user folder', 'ssl', false],
			['ssl', 'ssl', 'shipped/ssl.yaml', 'shipped', 'signing,ssl', true],
		],
	);
	t.is(listed[1]?.description, 'The second');
});

test('a broken profile stays in the list, with its problems', async t => {
	const disk = memoryDisk({
		'profiles/broken.yaml': 'kind: "ssl\n',
		'profiles/wrong.yaml': 'name: Wrong\nkind: ssl\nkye: x\n',
	});
	const listed = await listProfiles({...folders, user: null}, disk);
	t.deepEqual(
		listed.map(({name, kinds, problems, profile}) => [name, kinds.length, problems.length, profile === null]),
		[
			['broken', 0, 1, true],
			['Wrong', 1, 1, false],
		],
	);
});
