// Which addresses of the adapters are kept, and in which order.
import {isIP} from 'node:net';
import type {NetworkInterfaceInfo} from 'node:os';
import test from 'ava';
import fc from 'fast-check';
import {
	addressBytes,
	compareAddresses,
	isReachable,
	reachableAddresses,
} from '../../source/machine/addresses.js';

function entry(address: string, internal = false): NetworkInterfaceInfo {
	const common = {address, netmask: '', mac: '00:00:00:00:00:00', internal, cidr: null};
	return isIP(address) === 4 ? {...common, family: 'IPv4'} : {...common, family: 'IPv6', scopeid: 0};
}

test('each address comes with its adapter, sorted by number, IPv4 first', t => {
	const found = reachableAddresses({
		'Ethernet 2': [entry('2001:db8::10'), entry('10.0.0.10'), entry('2001:db8::9')],
		Ethernet: [entry('10.0.0.9'), entry('9.255.0.1')],
	});
	t.deepEqual(found, [
		{address: '9.255.0.1', adapter: 'Ethernet'},
		{address: '10.0.0.9', adapter: 'Ethernet'},
		{address: '10.0.0.10', adapter: 'Ethernet 2'},
		{address: '2001:db8::9', adapter: 'Ethernet 2'},
		{address: '2001:db8::10', adapter: 'Ethernet 2'},
	]);
});

test('loopback, link-local and zoned addresses are left out, and none comes twice', t => {
	const found = reachableAddresses({
		lo: [entry('127.0.0.1', true), entry('::1', true)],
		eth0: [entry('169.254.7.7'), entry('fe80::1'), entry('fec0::1%eth0'), entry('10.0.0.9')],
		eth1: [entry('10.0.0.9'), entry('febf::1')],
		gone: undefined,
	});
	t.deepEqual(found, [{address: '10.0.0.9', adapter: 'eth0'}]);
});

test('an address is judged by its bytes (RFC 3927, RFC 4291)', t => {
	for (const address of [
		'0.0.0.0',
		'127.255.255.255',
		'169.254.0.0',
		'::',
		'::1',
		'0:0:0:0:0:0:0:1',
		'fe80::1',
		'febf:ffff::1',
		'::ffff:127.0.0.1',
		'::ffff:7f00:1',
	])
		t.false(isReachable(address), address);
	for (const address of [
		'169.253.1.1',
		'10.0.0.1',
		'::2',
		'fec0::1',
		'fd00::1',
		'::ffff:10.0.0.1',
		'2001:db8::',
	])
		t.true(isReachable(address), address);
});

test('every IPv6 address has the bytes that the URL standard gives it', t => {
	fc.assert(
		fc.property(fc.ipV6(), address => {
			const groups = new URL(`http://[${address}]`).hostname.slice(1, -1);
			t.is(addressBytes(address).length, 16);
			t.deepEqual(addressBytes(address), addressBytes(groups));
			t.is(compareAddresses(address, groups), 0);
		}),
		{numRuns: 200},
	);
	t.deepEqual(addressBytes('2001:db8::192.0.2.1'), [32, 1, 13, 184, 0, 0, 0, 0, 0, 0, 0, 0, 192, 0, 2, 1]);
});
