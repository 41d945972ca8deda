// Saving to a profile: what is not changed stays as somebody wrote it, to the character.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import {parse} from 'yaml';
import {ProblemError} from '../../source/problem/problem.js';
import {editProfile, type ProfileChange} from '../../source/profile/edit.js';
import {withValueAt} from '../../source/profile/plain-value.js';

const shipped = ['ssl', 'ssl-wildcard', 'near-roaming-group-signing', 'group'].map(name =>
	readFileSync(fileURLToPath(new URL(`../../../profiles/${name}.yaml`, import.meta.url)), 'utf8'),
);

const written = `# our servers
kind: ssl            # HTTPS
subject: 'srv01.company.com'   # the FQDN

# what the console shows
friendlyName: "SafeQ" # short
subjectAlternativeNames:
  # the names
  - "srv01.company.com" # long
  - 'srv01'
  # the address of the first
  # network card
  - 192.0.2.1
pfx: {encryption: modern}
`;

/** The lines that differ: taken out with "-", put in with "+". */
function changed(path: ProfileChange['path'], value: ProfileChange['value'], text = written): string[] {
	const before = text.split(/\r?\n/);
	const after = editProfile(text, [{path, value}]).split(/\r?\n/);
	return [
		...before.filter(line => !after.includes(line)).map(line => `-${line}`),
		...after.filter(line => !before.includes(line)).map(line => `+${line}`),
	];
}

test('nothing to change leaves every character', t => {
	t.is(editProfile(written, [{path: ['kind'], value: 'ssl'}]), written);
	for (const text of shipped) t.is(editProfile(text, []), text);
});

test('a text keeps its quotes and the comment behind it', t => {
	t.deepEqual(changed(['kind'], 'signing'), [
		'-kind: ssl            # HTTPS',
		'+kind: signing            # HTTPS',
	]);
	t.deepEqual(changed(['subject'], "o'brien"), [
		"-subject: 'srv01.company.com'   # the FQDN",
		"+subject: 'o''brien'   # the FQDN",
	]);
	t.deepEqual(changed(['friendlyName'], 'SafeQ {expires}'), [
		'-friendlyName: "SafeQ" # short',
		'+friendlyName: "SafeQ {expires}" # short',
	]);
});

test('a text that YAML would misread gets quotes', t => {
	for (const value of ['{fqdn}', '*.company.com', '1.2', 'no', 'null', 'a: b', 'a #b', '', ' x', '@x', '- x'])
		t.is(parse(editProfile(written, [{path: ['kind'], value}])).kind, value);
});

test('entries of a list come, go and change, and the others keep their comments and quotes', t => {
	const names = ['subjectAlternativeNames'];
	t.deepEqual(changed(names, ['srv01.company.com', 'srv01', '192.0.2.1', '*.company.com']), [
		'+  - "*.company.com"',
	]);
	t.deepEqual(changed(names, ['srv01.company.com', '192.0.2.1']), ["-  - 'srv01'"]);
	t.deepEqual(changed(names, ['srv02.company.com', 'srv01', '192.0.2.1']), [
		'-  - "srv01.company.com" # long',
		'+  - "srv02.company.com" # long',
	]);
	t.deepEqual(changed([...names, 1], 'srv02'), ["-  - 'srv01'", "+  - 'srv02'"]);
	t.deepEqual(changed([...names, 1], undefined), ["-  - 'srv01'"]);
	t.deepEqual(changed([...names, 3], 'x'), ['+  - x']);
});

test('an entry that moves takes its comments along', t => {
	const names = ['subjectAlternativeNames'];
	const text = editProfile(written, [{path: names, value: ['192.0.2.1', 'srv01', 'srv01.company.com']}]);
	t.true(
		text.includes(`subjectAlternativeNames:
  # the names
  # the address of the first
  # network card
  - 192.0.2.1
  - 'srv01'
  - "srv01.company.com" # long
pfx:`),
		text,
	);
});

test('keys are added where people look for them, and taken out with their line only', t => {
	const text = editProfile(written, [
		{path: ['key'], value: 'rsa-4096'},
		{path: ['outputs'], value: ['pfx', 'pem']},
		{path: ['subjectAlternativeNames'], value: undefined},
		{path: ['name'], value: 'Ours'},
	]);
	t.is(
		text,
		`# our servers
kind: ssl            # HTTPS
subject: 'srv01.company.com'   # the FQDN

# what the console shows
friendlyName: "SafeQ" # short
key: rsa-4096
pfx: {encryption: modern}
outputs:
  - pfx
  - pem
name: Ours
`,
	);
});

test('a mapping changes key by key, and goes when nothing is left of it', t => {
	const text = 'kind: ssl\nsubject: # ours\n  commonName: a # name\n  countryName: CZ\n';
	t.is(
		editProfile(text, [{path: ['subject', 'organizationName'], value: 'Company'}]),
		'kind: ssl\nsubject: # ours\n  commonName: a # name\n  countryName: CZ\n  organizationName: Company\n',
	);
	t.is(
		editProfile(text, [{path: ['subject', 'commonName'], value: undefined}]),
		'kind: ssl\nsubject: # ours\n  countryName: CZ\n',
	);
	t.is(
		editProfile(text, [
			{path: ['subject', 'commonName'], value: undefined},
			{path: ['subject', 'countryName'], value: undefined},
		]),
		'kind: ssl\n',
	);
});

test('text becomes a mapping or a list, and the other way round', t => {
	t.deepEqual(changed(['subject'], {commonName: 'a', countryName: 'CZ'}), [
		"-subject: 'srv01.company.com'   # the FQDN",
		'+subject:',
		'+  commonName: a',
		'+  countryName: CZ   # the FQDN',
	]);
	t.is(
		editProfile('validity:\n  notAfter: 2028-01-01\nkind: ssl\n', [{path: ['validity'], value: '2 years'}]),
		'validity: 2 years\nkind: ssl\n',
	);
	t.is(editProfile('key: null\n', [{path: ['key'], value: 'rsa-2048'}]), 'key: rsa-2048\n');
	t.is(
		editProfile('keyUsage:\n  - digitalSignature\nkind: ssl\n', [{path: ['keyUsage'], value: []}]),
		'keyUsage: []\nkind: ssl\n',
	);
});

test('lists in brackets stay in brackets', t => {
	const text = 'outputs: [ "pfx", cer ] # both\nsubjectAlternativeNames: [srv01]\n';
	t.is(
		editProfile(text, [
			{path: ['outputs'], value: ['pfx', 'pem']},
			{path: ['subjectAlternativeNames', 1], value: '{addresses}'},
		]),
		'outputs: ["pfx", pem] # both\nsubjectAlternativeNames: [srv01, "{addresses}"]\n',
	);
});

test('an entry of a batch is changed in its place', t => {
	const [, , , group = ''] = shipped;
	t.deepEqual(changed(['certificates', 2, 'subjectAlternativeNames', 2], '192.0.2.99', group), [
		'-      - 192.0.2.12',
		'+      - 192.0.2.99',
	]);
	t.deepEqual(changed(['certificates', 0, 'kind'], undefined, group), [
		'-  - kind: signing # the same file goes to every server',
		'-    subject: YSoft SafeQ',
		'+  - subject: YSoft SafeQ',
	]);
	t.deepEqual(changed(['certificates', 3], undefined, group), [
		'-  - subject: js3.company.com',
		'-      - js3.company.com',
		'-      - js3',
		'-      - 192.0.2.13',
	]);
});

test('Windows line ends stay, and a last line without an end is no trap', t => {
	t.is(
		editProfile('kind: ssl\r\nsubjectAlternativeNames:\r\n  - a\r\n', [
			{path: ['subjectAlternativeNames'], value: ['a', 'b']},
			{path: ['validity'], value: {notAfter: '2028-01-01'}},
		]),
		'kind: ssl\r\nsubjectAlternativeNames:\r\n  - a\r\n  - b\r\nvalidity:\r\n  notAfter: "2028-01-01"\r\n',
	);
	t.is(editProfile('kind: ssl', [{path: ['key'], value: 'rsa-2048'}]), 'kind: ssl\nkey: rsa-2048\n');
	t.is(editProfile('# later\n', [{path: ['kind'], value: 'ssl'}]), '# later\nkind: ssl\n');
});

test('what cannot be read for sure is not changed', t => {
	for (const text of [
		'kind: "ssl\n',
		'subject: *.company.com\n',
		'password: x\n',
		'- a\n',
		'kind: ssl\nkind: ssl\n',
	])
		t.throws(() => editProfile(text, [{path: ['kind'], value: 'ssl'}]), {instanceOf: ProblemError}, text);
});

test('whatever is changed in whatever layout, the text says exactly that', t => {
	const unusual = [
		'{kind: ssl, subjectAlternativeNames: [a, "b"]} # flow\n',
		'kind: ssl\nsubjectAlternativeNames:\n- a # one\n# between\n- b\n# end\n',
		'subjectAlternativeNames: [\n  a, # one\n  b\n]\nkind: ssl\n',
		'---\n? kind\n: ssl\nsubject: |\n  text\n  more\nfriendlyName: >-\n  folded\n\n  text\n# last',
		'subject:\n    commonName:\n        - a\n        - b # two\n    countryName: CZ\n',
		'certificates:\n- subject: a\n  subjectAlternativeNames: [a]\n-\n  subject: b # bee\n- {subject: c}\n',
		'"kind": ssl\n\'subject\' : "a\\\n  b"\n',
		'kind: !!str ssl\npfx:\n  iterations: 0x1000\n...\n',
	];
	const text = fc.constantFrom(written, ...shipped, ...unusual);
	const word = fc.constantFrom(
		'a',
		'b',
		'no',
		'{fqdn}',
		'*.x',
		'1.2',
		'with: colon',
		' # ',
		'ä\t"',
		'two\nlines',
	);
	const change = fc.oneof(
		fc.record({
			path: fc.constantFrom(
				['kind'],
				['subject'],
				['subject', 'commonName'],
				['pfx', 'encryption'],
				['fileName'],
			),
			value: fc.option(word, {nil: undefined}),
		}),
		fc.record({
			path: fc.constantFrom(
				['subjectAlternativeNames'],
				['certificates', 1, 'subjectAlternativeNames'],
				['outputs'],
			),
			value: fc.option(fc.array(word, {maxLength: 4}), {nil: undefined}),
		}),
		fc.record({
			path: fc.constantFrom(['subject'], ['validity']),
			value: fc.dictionary(fc.constantFrom('commonName', 'countryName', 'notAfter'), word, {minKeys: 1}),
		}),
		fc.record({
			path: fc.constantFrom(['certificates', 0], ['certificates', 1]),
			value: fc.constant(undefined),
		}),
	);
	fc.assert(
		fc.property(text, fc.array(change, {minLength: 1, maxLength: 3}), (before, changes) => {
			const after = editProfile(before, changes);
			const wanted = changes.reduce(
				(value, each) => withValueAt(value, each.path, each.value),
				parse(before),
			);
			t.deepEqual(parse(after) ?? {}, wanted ?? {});
		}),
		{numRuns: 600},
	);
});
