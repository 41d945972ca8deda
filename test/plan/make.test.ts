// Entries → plans: what is decided, from what, and where problems point.
import test from 'ava';
import fc from 'fast-check';
import {formatDistinguishedName} from '../../source/plan/distinguished-name-text.js';
import {makePlan} from '../../source/plan/make.js';
import {emptyEntry, type Overrides, overrideEntry} from '../../source/plan/override.js';
import {needsAddresses, needsServer} from '../../source/plan/placeholder.js';
import {hasErrors} from '../../source/problem/problem.js';
import {keyTypes, keyUsages, kinds, type ProfileEntry} from '../../source/profile/profile.js';
import {now, server, signingEntry, sslEntry} from './entry.js';

const plan = (entry: ProfileEntry) => makePlan(entry, {server, now}).plan;
const codes = (entry: ProfileEntry) => makePlan(entry, {server, now}).problems.map(({code}) => code);
const names = (entry: ProfileEntry) =>
	plan(entry)?.subjectAlternativeNames.map(({type, value}) => `${type}:${value}`);

test('an SSL entry gets the defaults of its kind', t => {
	t.deepEqual(makePlan(sslEntry(), {server: null, now}), {
		problems: [],
		plan: {
			kind: 'ssl',
			friendlyName: 'YSoft SafeQ SSL',
			subject: [[{type: '2.5.4.3', value: 'srv01.company.com'}]],
			subjectAlternativeNames: [{type: 'dns', value: 'srv01.company.com'}],
			key: 'rsa-2048',
			signatureHash: 'sha256',
			notBefore: new Date('2026-11-23T09:20:30Z'),
			notAfter: new Date('2028-11-22T09:20:30Z'),
			keyUsage: ['digitalSignature', 'keyEncipherment'],
			extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
			pfx: {
				encryption: 'compatible',
				iterations: 2048,
				provider: 'Microsoft Software Key Storage Provider',
			},
			outputs: ['pfx', 'cer'],
			fileName: 'YSoft SafeQ SSL',
		},
	});
});

test('a signing entry gets the defaults of its kind: five years, digitalSignature alone, no SAN', t => {
	const made = plan(signingEntry());
	t.deepEqual(made?.notAfter, new Date('2031-11-23T09:20:30Z'));
	t.deepEqual(made?.keyUsage, ['digitalSignature']);
	t.deepEqual(made?.extendedKeyUsage, []);
	t.deepEqual(made?.subjectAlternativeNames, []);
});

test('an ECDSA key gets no keyEncipherment (RFC 8813, section 3)', t => {
	t.deepEqual(plan(sslEntry({key: 'ecdsa-p256'}))?.keyUsage, ['digitalSignature']);
});

test('"modern" has 100,000 iterations unless others were written', t => {
	t.is(plan(sslEntry({encryption: 'modern'}))?.pfx.iterations, 100_000);
	t.is(plan(sslEntry({encryption: 'modern', iterations: 5000}))?.pfx.iterations, 5000);
});

test('key usages come in the order of their bits, purposes as OIDs, each once', t => {
	const made = plan(
		sslEntry({
			keyUsage: ['keyEncipherment', 'digitalSignature', 'keyEncipherment'],
			extendedKeyUsage: ['serverAuth', '1.3.6.1.5.5.7.3.1', 'clientAuth', '1.3.6.1.4.1.311.10.3.12'],
			outputs: ['cer', 'pfx', 'cer'],
		}),
	);
	t.deepEqual(made?.keyUsage, ['digitalSignature', 'keyEncipherment']);
	t.deepEqual(made?.extendedKeyUsage, ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '1.3.6.1.4.1.311.10.3.12']);
	t.deepEqual(made?.outputs, ['cer', 'pfx']);
});

test('another kind brings its own defaults for what was not written', t => {
	const made = plan(overrideEntry(sslEntry({friendlyName: 'YSoft SafeQ'}), {kind: 'signing'}));
	t.deepEqual(made?.extendedKeyUsage, []);
	t.deepEqual(made?.keyUsage, ['digitalSignature']);
	t.is(made?.notAfter.getUTCFullYear(), 2031);
});

test('--san adds to an SSL certificate, and leaves a signing certificate alone', t => {
	t.deepEqual(names(sslEntry({san: ['192.0.2.1', 'SRV01.company.com']})), [
		'dns:srv01.company.com',
		'ip:192.0.2.1',
	]);
	t.deepEqual(names(signingEntry({san: ['192.0.2.1']})), []);
	t.deepEqual(names(signingEntry({kind: 'ssl', san: ['192.0.2.1']})), ['ip:192.0.2.1']);
});

test('a list that is given replaces the one that was written', t => {
	t.deepEqual(names(sslEntry({subjectAlternativeNames: ['a.company.com'], san: ['b.company.com']})), [
		'dns:a.company.com',
		'dns:b.company.com',
	]);
});

test('duplicates are dropped without regard to case, and addresses by their bytes', t => {
	const written = ['srv01.company.com', 'SRV01.Company.com', '::1', '0:0:0:0:0:0:0:1', 'ip:::1'];
	t.deepEqual(names(sslEntry({subjectAlternativeNames: written})), ['dns:srv01.company.com', 'ip:::1']);
});

test('placeholders stand for the server, the CN and the end', t => {
	const entry = sslEntry({
		subject: 'CN={fqdn}, OU={hostname} {{1}}, O="Company, {expires}"',
		friendlyName: 'SafeQ {commonName} {expires}',
		subjectAlternativeNames: ['{fqdn}', '{hostname}', '*.{fqdn}', '{commonName}', ' {addresses} '],
		fileName: '{friendlyName} of {hostname}',
	});
	const made = plan(entry);
	t.is(
		formatDistinguishedName(made?.subject ?? []),
		'CN=srv01.company.com,OU=srv01 {1},O=Company\\, 2028-11',
	);
	t.is(made?.friendlyName, 'SafeQ srv01.company.com 2028-11');
	t.is(made?.fileName, 'SafeQ srv01.company.com 2028-11 of srv01');
	t.deepEqual(names(entry), [
		'dns:srv01.company.com',
		'dns:srv01',
		'dns:*.srv01.company.com',
		'ip:192.0.2.11',
		'ip:2001:db8::11',
	]);
});

test("a server's name cannot add a part to the subject", t => {
	const odd = {...server, fqdn: 'srv01,O=Evil'};
	const made = makePlan(sslEntry({subject: 'CN={fqdn}'}), {server: odd, now});
	t.is(formatDistinguishedName(made.plan?.subject ?? []), 'CN=srv01\\,O=Evil');
});

test('a mapping is filled in value by value, and a problem points at its value', t => {
	const place = (line: number) => ({file: 'p.yaml', line, column: 3});
	const entry: ProfileEntry = {
		...sslEntry(),
		subject: {
			place: place(1),
			value: {
				commonName: [{value: '{fqdn}', place: place(2)}],
				countryName: [{value: 'CZE', place: place(3)}],
			},
		},
	};
	t.deepEqual(
		makePlan(entry, {server, now}).problems.map(({code, field, place: at}) => [code, field, at?.line]),
		[['bad-name-value', 'subject.countryName', 3]],
	);
	t.deepEqual(
		makePlan(entry, {server: null, now}).problems.map(({code, field, place: at}) => [code, field, at?.line]),
		[['placeholder-without-server', 'subject.commonName', 2]],
	);
});

test('addresses as DNS names come behind all names, with a note about the key that asks for them', t => {
	const entry = sslEntry({
		subjectAlternativeNames: ['192.0.2.1', 'srv01.company.com'],
		ipAddressesAsDnsNames: true,
	});
	t.deepEqual(names(entry), ['ip:192.0.2.1', 'dns:srv01.company.com', 'dns:192.0.2.1']);
	t.deepEqual(
		makePlan(entry, {server, now}).problems.map(({severity, code, field}) => [severity, code, field]),
		[['note', 'ip-address-as-dns-name', 'ipAddressesAsDnsNames']],
	);
});

test('a problem with one of the addresses of a server points at the entry that stands for them', t => {
	const names = ['srv01.company.com', '{addresses}', 'localhost'];
	const {problems} = makePlan(sslEntry({subjectAlternativeNames: names}), {server, now});
	t.deepEqual(
		problems.map(({code, field}) => [code, field]),
		[['localhost', 'subjectAlternativeNames.2']],
	);
});

test('"{addresses}" without an address is an error: nothing is made for a part of the server', t => {
	for (const addresses of [null, []]) {
		const made = makePlan(sslEntry({subjectAlternativeNames: ['srv01.company.com', '{addresses}']}), {
			server: {...server, addresses},
			now,
		});
		t.is(made.plan, null);
		t.deepEqual(
			made.problems.map(({code, field}) => [code, field]),
			[['placeholder-without-server', 'subjectAlternativeNames.1']],
		);
	}
});

test('everything that is wrong is said at once', t => {
	const entry = overrideEntry(emptyEntry, {
		kind: 'ssl',
		subject: 'O=Company, Inc.',
		friendlyName: '{nobody}',
		subjectAlternativeNames: ['10.0.0.300', 'a b'],
		validity: 'soon',
		extendedKeyUsage: ['serverAuht'],
		keyUsage: ['keyEncipherment'],
		fileName: 'a/b',
	});
	t.deepEqual(codes(entry).toSorted(), [
		'bad-dns-name',
		'bad-file-name',
		'bad-ip-address',
		'bad-oid',
		'bad-subject',
		'bad-validity',
		'digital-signature-missing',
		'placeholder-unknown',
	]);
});

test('what could not be decided brings no further problem', t => {
	t.deepEqual(codes(sslEntry({subjectAlternativeNames: ['a b']})), ['bad-dns-name']);
	t.deepEqual(codes(sslEntry({validity: 'soon', friendlyName: 'SafeQ {expires}'})), ['bad-validity']);
	t.deepEqual(codes(sslEntry({subject: 'X=1', friendlyName: 'SafeQ {commonName}'})), ['bad-subject']);
	t.deepEqual(codes(sslEntry({friendlyName: ' '})), ['missing-value']);
});

test('a look-up is due only where a placeholder asks for it', t => {
	t.false(needsServer(sslEntry()));
	t.true(needsServer(sslEntry({friendlyName: 'SafeQ {hostname}'})));
	t.true(needsServer(sslEntry({subject: 'CN={fqdn}'})));
	t.false(needsServer(sslEntry({subject: 'CN={{fqdn}}'})));
	t.true(needsServer(sslEntry({san: ['{addresses}']})));
	t.true(needsAddresses(sslEntry({san: [' {addresses}']})));
	t.false(needsAddresses(sslEntry({san: ['{fqdn}']})));
});

test('no entry makes the planner throw; there is a plan exactly when there is no error', t => {
	const text = fc.oneof(
		fc.string({unit: 'binary', maxLength: 30}),
		fc.constantFrom('{fqdn}', 'CN={fqdn}', '{addresses}', '10.0.0.1', 'srv01', '5 days', '{commonName}'),
	);
	const overrides: fc.Arbitrary<Overrides> = fc.record(
		{
			kind: fc.constantFrom(...kinds),
			subject: text,
			friendlyName: text,
			subjectAlternativeNames: fc.array(text, {maxLength: 4}),
			key: fc.constantFrom(...keyTypes),
			validity: text,
			keyUsage: fc.array(fc.constantFrom(...keyUsages)),
			extendedKeyUsage: fc.array(text, {maxLength: 2}),
			iterations: fc.integer(),
			fileName: text,
		},
		{requiredKeys: []},
	);
	fc.assert(
		fc.property(overrides, fc.boolean(), (written, known) => {
			const made = makePlan(overrideEntry(emptyEntry, written), {server: known ? server : null, now});
			t.is(made.plan === null, hasErrors(made.problems));
			t.true(made.problems.every(({field}) => field !== null));
		}),
		{numRuns: 300},
	);
});
