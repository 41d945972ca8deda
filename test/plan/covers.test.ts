// "Will it work for …?": which name covers an address, or why none does.
import test from 'ava';
import {coverage} from '../../source/plan/covers.js';
import {parseGeneralName} from '../../source/plan/general-name.js';

const san = [
	'srv01.company.com',
	'*.print.company.com',
	'10.0.0.1',
	'dns:10.0.0.2',
	'2001:db8::1',
	'bücher.example',
].flatMap(text => parseGeneralName(text).value ?? []);

function said(
	address: string,
	names: typeof san | null = san,
	commonName: string | null = 'cn.company.com',
): string {
	const found = coverage(address, names, commonName);
	if ('coveredBy' in found) return `by ${found.coveredBy.type} ${found.coveredBy.value}`;
	return `${found.reason}; add ${found.add === null ? 'nothing' : found.add.value}`;
}

const cases: readonly (readonly [address: string, expected: string])[] = [
	['srv01.company.com', 'by dns srv01.company.com'],
	['SRV01.Company.Com', 'by dns srv01.company.com'],
	['https://srv01.company.com:5000/x', 'by dns srv01.company.com'],
	['srv01.company.com.', 'by dns srv01.company.com'],
	['a.print.company.com', 'by dns *.print.company.com'],
	['10.0.0.1', 'by ip 10.0.0.1'],
	['10.0.0.1:5000', 'by ip 10.0.0.1'],
	['[2001:DB8::0:1]:443', 'by ip 2001:db8::1'],
	['Bücher.example', 'by dns xn--bcher-kva.example'],
	[
		'a.b.print.company.com',
		'"*.print.company.com" covers one label only, and "a.b.print.company.com" is more than one level below; add a.b.print.company.com',
	],
	[
		'print.company.com',
		'"*.print.company.com" covers names under print.company.com, not "print.company.com" itself; add print.company.com',
	],
	[
		'10.0.0.2',
		'10.0.0.2 stands in the SAN as a DNS name only, and most programs look for it as an IP address; add 10.0.0.2',
	],
	[
		'10.0.0.3',
		'the IP address 10.0.0.3 is not in the SAN, and a wildcard never covers an address; add 10.0.0.3',
	],
	['srv01', 'the SAN holds "srv01.company.com", which is not the short name "srv01"; add srv01'],
	[
		'cn.company.com',
		'"cn.company.com" is not in the SAN: it is the CN, which is not looked at when there is a SAN; add cn.company.com',
	],
	['other.company.com', '"other.company.com" is not in the SAN; add other.company.com'],
	['10.0.0.300', '"10.0.0.300" is not an IPv4 or IPv6 address: each part is 0 to 255; add nothing'],
	['a@company.com', '"a@company.com" is not in the SAN; add a@company.com'],
	[
		'a@b@company.com',
		'"a@b@company.com" is not an e-mail address for a certificate: before the @ only ASCII letters, digits and !#$%&\'*+-/=?^_`{|}~ with single dots are possible; add nothing',
	],
	['email:a@company.com', '"a@company.com" is not in the SAN; add a@company.com'],
];

for (const [address, expected] of cases)
	test(`${address}: ${expected}`, t => {
		t.is(said(address), expected);
	});

test('without any SAN, nothing is covered, and the CN helps only some programs', t => {
	t.is(said('srv01', null), 'there is no SAN at all; add srv01');
	t.is(said('srv01', []), 'there is no SAN at all; add srv01');
	t.is(
		said('srv01', null, 'SRV01'),
		'there is no SAN at all: some programs then compare the CN "srv01", browsers refuse; add srv01',
	);
});

test('a SAN in capital letters covers, and entries of other kinds do not', t => {
	t.deepEqual(coverage('srv01', [{type: 'dns', value: 'SRV01'}], null), {
		coveredBy: {type: 'dns', value: 'SRV01'},
	});
	t.false('coveredBy' in coverage('srv01', [{type: 'other', value: 'srv01'}], null));
});

test('a wildcard covers no address and no wildcard', t => {
	t.false('coveredBy' in coverage('10.0.0.1', [{type: 'dns', value: '*.0.0.1'}], null));
	t.false('coveredBy' in coverage('*.b.com', [{type: 'dns', value: '*.com'}], null));
});

test('the domain of a mailbox has no case, and what stands before the @ has (RFC 5280, section 7.5)', t => {
	const names = [{type: 'email', value: 'Admin@Company.COM'}] as const;
	for (const address of ['Admin@company.com', 'Admin@COMPANY.com', 'email:Admin@Company.Com'])
		t.deepEqual(coverage(address, names, null), {coveredBy: names[0]});
	t.true('reason' in coverage('admin@company.com', names, null));
});
