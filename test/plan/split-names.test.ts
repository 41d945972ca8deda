// Pasted names: splitting, and the host in what is more than a name.
import test from 'ava';
import fc from 'fast-check';
import {parseGeneralName} from '../../source/plan/general-name.js';
import {offeredHost} from '../../source/plan/offered-host.js';
import {splitNames} from '../../source/plan/split-names.js';

const lists: readonly (readonly [text: string, names: readonly string[]])[] = [
	['', []],
	[' , ; ', []],
	['srv01', ['srv01']],
	['*.company.com, 1.2.3.4', ['*.company.com', '1.2.3.4']],
	['*.company.com,', ['*.company.com']],
	['"*.company.com", "1.2.3.4"', ['*.company.com', '1.2.3.4']],
	['\ufeffsrv01\r\nsrv02\n\nsrv03\t10.0.0.1;::1', ['srv01', 'srv02', 'srv03', '10.0.0.1', '::1']],
	['\u200esrv01\u200e', ['srv01']],
	['“srv01”, ‘srv02’', ['srv01', 'srv02']],
	['srv01 SRV01', ['srv01']],
	['DNS Name=srv01\r\nIP Address=10.0.0.1\r\nRFC822 Name=a@b.c', ['srv01', '10.0.0.1', 'email:a@b.c']],
	['DNS:srv01, IP Address:10.0.0.1', ['DNS:srv01', '10.0.0.1']],
	['{fqdn}, {addresses}', ['{fqdn}', '{addresses}']],
];

for (const [text, names] of lists)
	test(`${JSON.stringify(text)} is split into ${names.length} names`, t => {
		t.deepEqual(splitNames(text), names);
	});

const hosts: readonly (readonly [text: string, host: string | null])[] = [
	['https://srv01:5000/path', 'srv01'],
	['HTTPS://user:secret@SRV01.company.com?x', 'srv01.company.com'],
	['https://[::1]:5000/', '::1'],
	['https://10.0.0.1', '10.0.0.1'],
	['srv01:5000', 'srv01'],
	['srv01/share', 'srv01'],
	['srv01.', 'srv01'],
	['\\\\srv01\\share', 'srv01'],
	['[::1]', '::1'],
	['10.0.0.1:5000', '10.0.0.1'],
	['srv01', null],
	['::1', null],
	['2001:db8::1', null],
	['10.0.0.0/24', null],
	['2001:db8::/32', null],
	['fe80::1%eth0', null],
	['10.0.0.300:80', null],
	['https://', null],
	['', null],
];

for (const [text, host] of hosts)
	test(`${JSON.stringify(text)} offers ${host}`, t => {
		t.is(offeredHost(text), host);
	});

test('no pasted text makes these throw, and no name has a separator in it', t => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 60}), text => {
			for (const name of splitNames(text)) {
				t.notRegex(name, /[\s,;"]/);
				offeredHost(name);
				parseGeneralName(name);
			}
		}),
	);
	t.pass();
});
