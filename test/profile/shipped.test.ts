// The profiles that ship: each one loads, and says what its name promises.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import type {ProfileFolders} from '../../source/profile/disk.js';
import {listProfiles} from '../../source/profile/list.js';
import {loadProfile} from '../../source/profile/load.js';
import type {ProfileEntry} from '../../source/profile/profile.js';
import {folderDisk} from './disks.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const disk = folderDisk(root);
const folders: ProfileFolders = {current: 'no-such-folder', user: null, shipped: 'profiles'};

async function entries(name: string): Promise<readonly ProfileEntry[]> {
	const {profile, problems} = await loadProfile(name, folders, disk);
	if (profile === null || problems.length > 0) throw new Error(JSON.stringify(problems));
	return profile.entries;
}

const names = (entry: ProfileEntry | undefined) =>
	entry?.subjectAlternativeNames?.value.map(each => each.value);

test('all shipped profiles load without a problem, each with a description', async t => {
	const listed = await listProfiles(folders, disk);
	t.deepEqual(
		listed.map(({reference, kinds}) => [reference, ...kinds]),
		[
			['group', 'signing', 'ssl'],
			['near-roaming-group-signing', 'signing'],
			['ssl', 'ssl'],
			['ssl-wildcard', 'ssl'],
		],
	);
	for (const {problems, description, origin, file} of listed) {
		t.deepEqual(problems, []);
		t.truthy(description);
		t.is(origin, 'shipped');
		t.is(path.dirname(file), 'profiles');
	}
});

test('ssl takes everything from the server that it is for', async t => {
	const [entry] = await entries('ssl');
	t.is(entry?.subject?.value, '{fqdn}');
	t.is(entry?.friendlyName?.value, 'YSoft SafeQ SSL {commonName} {expires}');
	t.deepEqual(names(entry), ['{fqdn}', '{hostname}', '{addresses}']);
});

test('ssl-wildcard names no company: the domain comes from --for', async t => {
	const [entry] = await entries('ssl-wildcard');
	t.is(entry?.subject?.value, '*.{fqdn}');
	t.deepEqual(names(entry), ['*.{fqdn}', '{fqdn}']);
});

test('near-roaming-group-signing needs no server', async t => {
	const [entry] = await entries('near-roaming-group-signing');
	t.is(entry?.subject?.value, 'YSoft SafeQ');
	t.is(entry?.friendlyName?.value, 'YSoft SafeQ Signing Certificate {expires}');
	t.is(names(entry), undefined);
});

test('group makes one signing certificate and an SSL certificate for each of three servers, without DNS', async t => {
	const all = await entries('group');
	t.deepEqual(
		all.map(entry => [entry.kind?.value, entry.subject?.value, ...(names(entry) ?? [])]),
		[
			['signing', 'YSoft SafeQ'],
			['ssl', 'js1.company.com', 'js1.company.com', 'js1', '192.0.2.11'],
			['ssl', 'js2.company.com', 'js2.company.com', 'js2', '192.0.2.12'],
			['ssl', 'js3.company.com', 'js3.company.com', 'js3', '192.0.2.13'],
		],
	);
});
