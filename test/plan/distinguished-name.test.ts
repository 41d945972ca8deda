// Names as text: RFC 4514 and Windows' spelling, in and out.
import test from 'ava';
import fc from 'fast-check';
import {nameOfMapping, parseDistinguishedName} from '../../source/plan/distinguished-name.js';
import {
	formatDistinguishedName,
	formatForProfile,
	formatForWindows,
} from '../../source/plan/distinguished-name-text.js';
import type {DistinguishedName} from '../../source/plan/plan.js';

const oids = {
	CN: '2.5.4.3',
	O: '2.5.4.10',
	OU: '2.5.4.11',
	L: '2.5.4.7',
	ST: '2.5.4.8',
	C: '2.5.4.6',
	DC: '0.9.2342.19200300.100.1.25',
	E: '1.2.840.113549.1.9.1',
	UID: '0.9.2342.19200300.100.1.1',
} as const;

/** A name in the order of the encoding, one attribute each: `C=CZ` … */
function name(...attributes: readonly (readonly [keyof typeof oids, string])[]): DistinguishedName {
	return attributes.map(([type, value]) => [{type: oids[type], value}]);
}

const readings: readonly (readonly [text: string, name: DistinguishedName])[] = [
	['srv01.company.com', name(['CN', 'srv01.company.com'])],
	['YSoft SafeQ, Signing', name(['CN', 'YSoft SafeQ, Signing'])],
	['CN=srv, O=Company, C=CZ', name(['C', 'CZ'], ['O', 'Company'], ['CN', 'srv'])],
	['cn=srv,o=Company,c=CZ', name(['C', 'CZ'], ['O', 'Company'], ['CN', 'srv'])],
	['CN=srv; O=Company', name(['O', 'Company'], ['CN', 'srv'])],
	['  CN  =  srv  ,  O  =  Company  ', name(['O', 'Company'], ['CN', 'srv'])],
	[
		'CN = srv\r\nO = "Company, Inc."\r\nS = Moravia\r\nE = it@company.com\r\n',
		name(['E', 'it@company.com'], ['ST', 'Moravia'], ['O', 'Company, Inc.'], ['CN', 'srv']),
	],
	['CN="say ""hello""", O=x', name(['O', 'x'], ['CN', 'say "hello"'])],
	['CN="a\\"b\\\\c"', name(['CN', 'a"b\\c'])],
	['CN=', name(['CN', ''])],
	['CN="", O=x', name(['O', 'x'], ['CN', ''])],
	['CN=Before\\0dAfter', name(['CN', 'Before\rAfter'])],
	['CN=Lu\\C4\\8Di\\C4\\87', name(['CN', 'Lučić'])],
	['CN=James \\"Jim\\" Smith\\, III', name(['CN', 'James "Jim" Smith, III'])],
	['CN=\\ a\\ ', name(['CN', ' a '])],
	['CN=\\#a=b', name(['CN', '#a=b'])],
	['CN=#0C0548656c6C6f', name(['CN', 'Hello'])],
	['CN=#1E0400e4006e, O=x', name(['O', 'x'], ['CN', 'än'])],
	['OID.2.5.4.3=srv, 2.5.4.10=x', name(['O', 'x'], ['CN', 'srv'])],
	['1.2.3.4=x', [[{type: '1.2.3.4', value: 'x'}]]],
	['DC=company, DC=com', name(['DC', 'com'], ['DC', 'company'])],
	[
		'CN=srv+UID=7, O=x',
		[
			[{type: oids.O, value: 'x'}],
			[
				{type: oids.CN, value: 'srv'},
				{type: oids.UID, value: '7'},
			],
		],
	],
];

for (const [text, expected] of readings)
	test(`${JSON.stringify(text)} is read in the order of the encoding (RFC 4514, section 2.1)`, t => {
		t.deepEqual(parseDistinguishedName(text), {value: expected, problems: []});
	});

const refusals: readonly (readonly [text: string, saying: RegExp])[] = [
	['', /at least one/],
	['O=Company, Inc.', /no "=" in the part "Inc\.".*double quotes/],
	['CN=C++ Shop', /empty.*double quotes/],
	['CN=a,', /empty/],
	['/C=CZ/CN=srv', /slashes.*commas/],
	['XY=1', /"XY" is not an attribute.*CN, O, OU/],
	['Comon Name=x', /did you mean "commonName"/],
	['1=x', /object identifier/],
	['1.40=x', /object identifier/],
	['CN=a\\q', /backslash/],
	['CN=a\\', /backslash/],
	['CN=\\ff', /backslash/],
	['CN="abc', /not closed/],
	['CN="a" b', /behind/],
	['CN=a"b"', /middle/],
	['CN=#0c', /hexadecimal/],
	['CN=#0c0561', /hexadecimal/],
	['CN=#020101', /hexadecimal/],
	['CN=#hash', /\\#/],
];

for (const [text, saying] of refusals)
	test(`${JSON.stringify(text)} is no name, and the message says why: ${saying.source}`, t => {
		const {value, problems} = parseDistinguishedName(text);
		t.is(value, null);
		t.deepEqual(
			problems.map(({code}) => code),
			['bad-subject'],
		);
		t.regex(`${problems[0]?.message} ${problems[0]?.hint}`, saying);
	});

const text = (value: string) => [{value, place: null}];

test('a mapping is encoded C, DC, ST, L, O, OU, CN, emailAddress, whatever its order', t => {
	const mapping = {
		emailAddress: text('it@company.com'),
		commonName: text('srv'),
		organizationalUnitName: text('IT'),
		organizationName: text('Company'),
		localityName: text('Brno'),
		stateOrProvinceName: text('Moravia'),
		domainComponent: [...text('company'), ...text('com')],
		countryName: text('CZ'),
	};
	t.is(
		formatDistinguishedName(nameOfMapping(mapping)),
		'emailAddress=it@company.com,CN=srv,OU=IT,O=Company,L=Brno,ST=Moravia,DC=company,DC=com,C=CZ',
	);
});

test('Windows prints the most specific part first, with its own short names and doubled quotes', t => {
	const written = 'CN=srv, O="Company, Inc.", OU="say ""hi""", S=Moravia, E=it@company.com, C=CZ';
	const parsed = parseDistinguishedName(written);
	t.is(formatForWindows(parsed.value ?? []), written);
});

// Mostly what the text of a name gives a meaning to: a random character is almost never one of these.
const meaning = fc.constantFrom(...',+;<>=\\"# \n\r\t', 'a', '4', '1', 'é');
const value = fc.string({
	unit: fc.oneof({weight: 4, arbitrary: meaning}, fc.string({unit: 'binary', minLength: 1, maxLength: 1})),
	maxLength: 12,
});
const attribute = fc.record({type: fc.constantFrom(...Object.values(oids), '1.2.3.4'), value});
const anyName = fc.array(fc.array(attribute, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 4});

test('every name comes back from its RFC 4514 text', t => {
	fc.assert(
		fc.property(anyName, written => {
			t.deepEqual(parseDistinguishedName(formatDistinguishedName(written)).value, written);
		}),
		{numRuns: 1000},
	);
	t.pass();
});

test('every name comes back from the line that a profile says', t => {
	fc.assert(
		fc.property(anyName, written => {
			t.deepEqual(parseDistinguishedName(formatForProfile(written)).value, written);
		}),
		{numRuns: 1000},
	);
	t.pass();
});

test("the line of a profile is Windows' own, with backslashes doubled", t => {
	const line = (value: string) => formatForProfile(name(['C', 'CZ'], ['O', value]));
	t.is(line('Company, "Inc."'), formatForWindows(name(['C', 'CZ'], ['O', 'Company, "Inc."'])));
	t.is(line('Tail\\'), 'O=Tail\\\\, C=CZ');
	t.is(line('Unit\\41, Brno'), 'O="Unit\\\\41, Brno", C=CZ');
});

test('no text makes the parser throw', t => {
	const nasty = fc.stringMatching(/^[CNOid.12=,+;"\\# \nä]{0,25}$/u);
	fc.assert(
		fc.property(nasty, written => {
			const {value, problems} = parseDistinguishedName(written);
			return (value === null) === problems.length > 0;
		}),
		{numRuns: 1000},
	);
	t.pass();
});
