// Who may read a secret on Windows: the user, Administrators and SYSTEM, by their SIDs.
import test from 'ava';
import {parseUserSid, windowsAccess} from '../../source/files/windows-access.js';

const whoami = '"company\\mary","S-1-5-21-1004336348-1177238915-682003330-1104"\r\n';

test('the rights are set by icacls, with the programs of Windows itself', async t => {
	const calls: string[][] = [];
	const restrict = windowsAccess(async (file, args) => {
		calls.push([file, ...args]);
		return file.endsWith('whoami.exe') ? whoami : '';
	}, 'C:\\Windows');
	await restrict('D:\\out\\a.tmp');
	await restrict('D:\\out\\b.tmp');
	const rights = [
		'/inheritance:r',
		'/grant:r',
		'*S-1-5-21-1004336348-1177238915-682003330-1104:F',
		'*S-1-5-32-544:F',
		'*S-1-5-18:F',
		'/q',
	];
	t.deepEqual(calls, [
		['C:\\Windows\\System32\\whoami.exe', '/user', '/fo', 'csv', '/nh'],
		['C:\\Windows\\System32\\icacls.exe', 'D:\\out\\a.tmp', ...rights],
		['C:\\Windows\\System32\\icacls.exe', 'D:\\out\\b.tmp', ...rights],
	]);
});

test('a failure of either program is a failure', async t => {
	const failing = (name: string) =>
		windowsAccess(async file => {
			if (file.endsWith(name)) throw new Error('exit code 1');
			return whoami;
		}, 'C:\\Windows');
	await t.throwsAsync(failing('whoami.exe')('D:\\out\\a.tmp'));
	await t.throwsAsync(failing('icacls.exe')('D:\\out\\a.tmp'));
	await t.throwsAsync(windowsAccess(async () => 'nothing', 'C:\\Windows')('D:\\out\\a.tmp'));
});

test('the SID is found whatever the user is called', t => {
	t.is(parseUserSid(whoami), 'S-1-5-21-1004336348-1177238915-682003330-1104');
	t.is(parseUserSid('"nt-autorit\ufffdt\\system","S-1-5-18"\r\n'), 'S-1-5-18');
	t.is(parseUserSid('"azuread\\S-1-5-x","S-1-12-1-1-2-3-4"\r\n'), 'S-1-12-1-1-2-3-4');
	t.throws(() => parseUserSid(''));
});
