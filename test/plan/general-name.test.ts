// SAN entries: which text becomes which GeneralName, and why others are refused.
import test from 'ava';
import fc from 'fast-check';
import {parseGeneralName, writtenName} from '../../source/plan/general-name.js';
import type {GeneralName} from '../../source/plan/plan.js';

const accepted: readonly (readonly [text: string, type: string, value: string])[] = [
	['10.0.0.1', 'ip', '10.0.0.1'],
	['255.255.255.255', 'ip', '255.255.255.255'],
	['::', 'ip', '::'],
	['::1', 'ip', '::1'],
	['0:0:0:0:0:0:0:1', 'ip', '::1'],
	['2001:DB8:0:0:1:0:0:1', 'ip', '2001:db8::1:0:0:1'],
	['2001:db8:0:1:1:1:1:1', 'ip', '2001:db8:0:1:1:1:1:1'],
	['::ffff:1.2.3.4', 'ip', '::ffff:1.2.3.4'],
	['::ffff:102:304', 'ip', '::ffff:1.2.3.4'],
	['64:ff9b::1.2.3.4', 'ip', '64:ff9b::102:304'],
	['ip: 10.0.0.1', 'ip', '10.0.0.1'],
	['srv01', 'dns', 'srv01'],
	['SRV01.Company.COM', 'dns', 'srv01.company.com'],
	['1.company.com', 'dns', '1.company.com'],
	['a_b.company.com', 'dns', 'a_b.company.com'],
	['*.company.com', 'dns', '*.company.com'],
	['*.local', 'dns', '*.local'],
	['\u200e*.company.com \ufeff', 'dns', '*.company.com'],
	['DNS:srv01', 'dns', 'srv01'],
	['dns:10.0.0.1', 'dns', '10.0.0.1'],
	['bücher.example', 'dns', 'xn--bcher-kva.example'],
	['BÜCHER.example', 'dns', 'xn--bcher-kva.example'],
	['bu\u0308cher.example', 'dns', 'xn--bcher-kva.example'],
	['*.bücher.example', 'dns', '*.xn--bcher-kva.example'],
	['faß.example', 'dns', 'xn--fa-hia.example'],
	['日本.example', 'dns', 'xn--wgv71a.example'],
	['xn--bcher-kva.example', 'dns', 'xn--bcher-kva.example'],
	['email:Admin@Company.com', 'email', 'Admin@company.com'],
	['email:a@bücher.example', 'email', 'a@xn--bcher-kva.example'],
	['uri:https://srv01.company.com:5000/a?b#c', 'uri', 'https://srv01.company.com:5000/a?b#c'],
	['uri:https://[::1]/', 'uri', 'https://[::1]/'],
	['uri:urn:uuid:1', 'uri', 'urn:uuid:1'],
	[`${'a'.repeat(63)}.company.com`, 'dns', `${'a'.repeat(63)}.company.com`],
];

for (const [text, type, value] of accepted)
	test(`"${text}" is the ${type} entry "${value}" (RFC 5280, section 4.2.1.6)`, t => {
		t.deepEqual(parseGeneralName(text), {value: {type, value} as never, problems: []});
	});

const refused: readonly (readonly [text: string, code: string, saying: RegExp])[] = [
	['10.0.0.300', 'bad-ip-address', /each part is 0 to 255/],
	['1.2.3', 'bad-ip-address', /four numbers/],
	['1.2.3.4.5', 'bad-ip-address', /four numbers/],
	['1234', 'bad-ip-address', /four numbers/],
	['0x7f.1', 'bad-ip-address', /four numbers/],
	['srv.123', 'bad-ip-address', /a name does not end in one/],
	['010.0.0.1', 'bad-ip-address', /leading zeros/],
	['10.0.0.0/24', 'bad-ip-address', /no networks/],
	['10.0.0.1-10.0.0.9', 'bad-ip-address', /no ranges/],
	['10.0.0.1:5000', 'bad-ip-address', /did you mean "10\.0\.0\.1"\?/],
	['1::2::3', 'bad-ip-address', /"::" at most once/],
	['::zzzz', 'bad-ip-address', /hexadecimal/],
	['fe80::1%eth0', 'bad-ip-address', /zone/],
	['2001:db8::/32', 'bad-ip-address', /no networks/],
	['[::1]', 'bad-ip-address', /did you mean "::1"\?/],
	['[::1]:5000', 'bad-ip-address', /did you mean "::1"\?/],
	['ip:srv01', 'bad-ip-address', /"srv01" is not/],
	['', 'bad-dns-name', /empty/],
	['dns:', 'bad-dns-name', /empty/],
	['srv01.', 'bad-dns-name', /ends in a dot.*did you mean "srv01"\?/],
	['srv01:5000', 'bad-dns-name', /did you mean "srv01"\?/],
	['srv01/path', 'bad-dns-name', /did you mean "srv01"\?/],
	['C:\\certs\\js1.pfx', 'bad-dns-name', /is the path of a file/],
	['\\\\srv01\\share', 'bad-dns-name', /is the path of a file.*did you mean "srv01"\?/],
	['https://srv01:5000/path', 'bad-dns-name', /is a URL.*did you mean "srv01"\?/],
	['\\\\srv01\\share', 'bad-dns-name', /did you mean "srv01"\?/],
	['admin@company.com', 'bad-dns-name', /"email:admin@company\.com"/],
	['a..b', 'bad-dns-name', /empty/],
	['.b', 'bad-dns-name', /empty/],
	['-a.b', 'bad-dns-name', /hyphen/],
	['a-.b', 'bad-dns-name', /hyphen/],
	['a b', 'bad-dns-name', /" " is not allowed/],
	['*', 'bad-dns-name', /needs a domain/],
	['a*.company.com', 'bad-dns-name', /whole first part/],
	['srv.*.com', 'bad-dns-name', /whole first part/],
	['*.*.com', 'bad-dns-name', /whole first part/],
	[`${'a'.repeat(64)}.com`, 'bad-dns-name', /more than 63/],
	[`${'a.'.repeat(126)}com`, 'bad-dns-name', /255 characters, and 253/],
	[`${'ü'.repeat(60)}.com`, 'bad-dns-name', /no form/],
	['１', 'bad-dns-name', /no form/],
	['a。b', 'bad-dns-name', /no form/],
	['ü%41.example', 'bad-dns-name', /no form/],
	['sr\u00advü.example', 'bad-dns-name', /no form/],
	['a%62c', 'bad-dns-name', /"%" is not allowed/],
	['xn--a.example', 'bad-dns-name', /not a valid IDN label/],
	['xn--.example', 'bad-dns-name', /hyphen/],
	['a\u0000b', 'bad-dns-name', /\\u\{00\}/],
	['email:admin', 'bad-email', /name@company\.com/],
	['email:ä@company.com', 'bad-email', /ASCII/],
	['email:a..b@company.com', 'bad-email', /single dots/],
	['email:a@-b.com', 'bad-email', /"-b\.com" is not a DNS name/],
	['uri:srv01', 'bad-uri', /scheme/],
	['uri:https://a b/', 'bad-uri', /spaces/],
	['uri:https://bücher.example/', 'bad-uri', /ASCII/],
	['uri:https:///path', 'bad-uri', /neither/],
	['uri:https://a/%zz', 'bad-uri', /%XX/],
];

for (const [text, code, saying] of refused)
	test(`${JSON.stringify(text.slice(0, 40))} is refused as ${code} and says why: ${saying.source}`, t => {
		const {value, problems} = parseGeneralName(text);
		t.is(value, null);
		t.deepEqual(
			problems.map(each => [each.severity, each.code]),
			[['error', code]] as never,
		);
		t.regex(`${problems[0]?.message} ${problems[0]?.hint}`, saying);
	});

test('no text makes the parser throw, and what is accepted is accepted again unchanged', t => {
	const text = fc.oneof(
		fc.string({unit: 'binary', maxLength: 40}),
		fc.ipV4(),
		fc.ipV6(),
		fc.domain(),
		fc.stringMatching(/^[a-z0-9.:*%/[\]ü@-]{0,20}$/u),
	);
	fc.assert(
		fc.property(text, fc.constantFrom('', 'dns:', 'ip:', 'email:', 'uri:'), (written, prefix) => {
			const {value, problems} = parseGeneralName(prefix + written);
			t.is(value === null, problems.length > 0);
			if (value === null) return;
			t.deepEqual(parseGeneralName(`${value.type}:${value.value}`).value, value);
		}),
		{numRuns: 500},
	);
	t.pass();
});

const written: readonly (readonly [name: GeneralName, text: string])[] = [
	[{type: 'dns', value: 'srv01.company.com'}, 'srv01.company.com'],
	[{type: 'dns', value: 'SRV01.Company.com'}, 'srv01.company.com'],
	[{type: 'dns', value: '*.company.com'}, '*.company.com'],
	[{type: 'dns', value: '10.0.0.1'}, 'dns:10.0.0.1'],
	[{type: 'dns', value: '2001:db8::1'}, 'dns:2001:db8::1'],
	[{type: 'dns', value: '999'}, 'dns:999'],
	[{type: 'ip', value: '10.0.0.1'}, '10.0.0.1'],
	[{type: 'ip', value: '2001:db8::1'}, '2001:db8::1'],
	[{type: 'email', value: 'it@company.com'}, 'email:it@company.com'],
	[{type: 'uri', value: 'https://srv01.company.com/x'}, 'uri:https://srv01.company.com/x'],
];

for (const [name, text] of written)
	test(`the ${name.type} name ${name.value} is written as ${text}, and read from it again`, t => {
		t.is(writtenName(name), text);
		t.deepEqual(parseGeneralName(text).value, {...name, value: name.value.toLowerCase()});
	});

test('a name that is none keeps its kind, with which it is refused', t => {
	const text = writtenName({type: 'dns', value: 'not a name'});
	t.is(text, 'dns:not a name');
	t.is(parseGeneralName(text).problems[0]?.code, 'bad-dns-name');
});
