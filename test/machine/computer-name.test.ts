// The computer's name, from what the programs of each system print.
import test from 'ava';
import {computerName, parseHostsEntry, parseRegistryText} from '../../source/machine/computer-name.js';

/** Answers by program and last argument; every other call fails. */
function sources(platform: NodeJS.Platform, hostname: string, answers: Readonly<Record<string, string>>) {
	const calls: string[] = [];
	return {
		calls,
		given: {
			platform,
			hostname,
			windows: 'C:\\Windows',
			run: async (file: string, args: readonly string[]) => {
				calls.push([file, ...args].join(' '));
				return answers[args.at(-1) ?? ''] ?? null;
			},
		},
	};
}

const domain =
	'\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\r\n    Domain    REG_SZ    company.com\r\n\r\n';
const emptyDomain =
	'\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\r\n    Domain    REG_SZ    \r\n\r\n';
const policy =
	'\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\System\\DNSClient\r\n    PrimaryDnsSuffix    REG_SZ    print.company.com\r\n\r\n';

test('Windows: hostname and primary DNS suffix', async t => {
	const {given, calls} = sources('win32', 'SRV01', {Domain: domain});
	t.is(await computerName(given), 'SRV01.company.com');
	t.true(calls.every(call => call.startsWith('C:\\Windows\\System32\\reg.exe query HKLM\\')));
});

test('Windows: the suffix of a group policy comes first', async t => {
	const {given} = sources('win32', 'SRV01', {Domain: domain, PrimaryDnsSuffix: policy});
	t.is(await computerName(given), 'SRV01.print.company.com');
});

test('Windows: a workgroup computer has no suffix, and neither has one where reg.exe is forbidden', async t => {
	t.is(await computerName(sources('win32', 'SRV01', {Domain: emptyDomain}).given), 'SRV01');
	t.is(await computerName(sources('win32', 'SRV01', {}).given), 'SRV01');
});

test('Windows: a value of another name or type is not taken for the suffix', t => {
	t.is(parseRegistryText(domain.replace('Domain ', 'NV Domain '), 'Domain'), null);
	t.is(parseRegistryText(domain.replace('REG_SZ', 'REG_DWORD'), 'Domain'), null);
	t.is(parseRegistryText(domain.replaceAll('\r\n', '\n'), 'DOMAIN'), 'company.com');
});

test('macOS: HostName when it is set', async t => {
	const {given} = sources('darwin', 'whatever', {HostName: 'mac01.company.com\n', LocalHostName: 'mac01\n'});
	t.is(await computerName(given), 'mac01.company.com');
});

test('macOS: without HostName the Bonjour name, not what DHCP or a reverse look-up made of it', async t => {
	const {given} = sources('darwin', 'dhcp-17.guest.example', {LocalHostName: 'Marys-MacBook\n'});
	t.is(await computerName(given), 'Marys-MacBook');
	t.is(await computerName(sources('darwin', 'dhcp-17.guest.example', {}).given), '');
});

test('Linux: a hostname with a suffix is taken as it is, nobody is asked', async t => {
	const {given, calls} = sources('linux', 'srv01.company.com', {});
	t.is(await computerName(given), 'srv01.company.com');
	t.deepEqual(calls, []);
});

test('Linux: a short hostname gets the suffix that /etc/hosts gives it, and DNS is not asked', async t => {
	const hosts = '127.0.1.1       srv01.company.com srv01\n';
	const {given, calls} = sources('linux', 'srv01', {srv01: hosts});
	t.is(await computerName(given), 'srv01.company.com');
	t.deepEqual(calls, ['getent -s hosts:files hosts srv01']);
});

test('Linux: an alias with the suffix counts, another name of the same address does not', t => {
	t.is(parseHostsEntry('10.0.0.9 srv01 srv01.company.com\n', 'srv01'), 'srv01.company.com');
	t.is(parseHostsEntry('127.0.0.1       localhost.localdomain localhost srv01\n', 'srv01'), null);
	t.is(parseHostsEntry('10.0.0.9 srv011.company.com srv01\n', 'srv01'), null);
	t.is(parseHostsEntry('', 'srv01'), null);
	t.is(parseHostsEntry(null, 'srv01'), null);
});

test('Linux: without an entry the hostname stays alone', async t => {
	t.is(await computerName(sources('linux', 'srv01', {}).given), 'srv01');
});
