// This computer as a server: names in lower case, a warning without a suffix, an error without a name.
import test from 'ava';
import {describeComputer} from '../../source/machine/this-computer.js';
import {thisMachine} from '../../source/machine/this-machine.js';

test('hostname and suffix become one name in lower case', t => {
	const addresses = [{address: '10.0.0.9', adapter: 'Ethernet 2'}];
	t.deepEqual(describeComputer('SRV01.Company.com', addresses), {
		server: {fqdn: 'srv01.company.com', hostname: 'srv01', addresses, isThisComputer: true},
		problems: [],
	});
	t.is(describeComputer('srv01.company.com.', []).server.fqdn, 'srv01.company.com');
});

test('without a DNS suffix the hostname is the whole name, with a warning', t => {
	for (const name of ['SRV01', 'srv01.localdomain', 'srv01.']) {
		const {server, problems} = describeComputer(name, []);
		t.is(server.fqdn, 'srv01');
		t.is(server.hostname, 'srv01');
		t.deepEqual(
			problems.map(each => [each.severity, each.code]),
			[['warning', 'no-dns-suffix']],
		);
		t.regex(problems[0]?.hint ?? '', /--for/);
	}
});

test('a computer that calls itself localhost, or nothing, is an error', t => {
	for (const name of ['', 'localhost', 'LOCALHOST.localdomain', 'localhost.company.com', '(none)', '.']) {
		const {problems} = describeComputer(name, []);
		t.deepEqual(
			problems.map(each => [each.severity, each.code]),
			[['error', 'server-unknown']],
			name,
		);
	}
});

test('the real computer has a name, and no loopback or link-local address', async t => {
	const {server} = await thisMachine().thisComputer();
	t.true(server.isThisComputer);
	t.true(server.fqdn === server.hostname || server.fqdn.startsWith(`${server.hostname}.`));
	for (const {address, adapter} of server.addresses ?? []) {
		t.notRegex(address, /^127\.|^::1$|^169\.254\.|^fe[89ab]|%/);
		t.not(adapter, null);
	}
});
