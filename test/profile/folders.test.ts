// Where profiles are looked for on each system.
import test from 'ava';
import {profileFolders} from '../../source/profile/folders.js';

test('profiles of the user lie where each system keeps such things', t => {
	const shipped = '/opt/safeq-cert-tui/profiles';
	const linux = (env: Record<string, string>) => profileFolders(env, 'linux', '/work/here', shipped).user;
	t.is(linux({HOME: '/home/mary'}), '/home/mary/.config/safeq-cert-tui/profiles');
	t.is(linux({HOME: '/home/mary', XDG_CONFIG_HOME: '/conf'}), '/conf/safeq-cert-tui/profiles');
	t.is(linux({HOME: '/home/mary', XDG_CONFIG_HOME: 'conf'}), '/home/mary/.config/safeq-cert-tui/profiles');
	t.is(linux({HOME: '/home/mary', XDG_CONFIG_HOME: ''}), '/home/mary/.config/safeq-cert-tui/profiles');
	t.is(linux({}), null);
	t.deepEqual(profileFolders({HOME: '/Users/mary'}, 'darwin', '/here', shipped), {
		current: '/here/profiles',
		user: '/Users/mary/Library/Application Support/safeq-cert-tui/profiles',
		shipped,
	});
	const windows = {APPDATA: 'C:\\Users\\mary\\AppData\\Roaming', USERPROFILE: 'C:\\Users\\mary'};
	t.deepEqual(profileFolders(windows, 'win32', 'D:\\here', 'D:\\shipped'), {
		current: 'D:\\here\\profiles',
		user: 'C:\\Users\\mary\\AppData\\Roaming\\safeq-cert-tui\\profiles',
		shipped: 'D:\\shipped',
	});
	t.is(
		profileFolders({USERPROFILE: 'C:\\Users\\mary'}, 'win32', 'D:\\here', 'D:\\shipped').user,
		'C:\\Users\\mary\\AppData\\Roaming\\safeq-cert-tui\\profiles',
	);
});
