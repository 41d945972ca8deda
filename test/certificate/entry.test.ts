// From a certificate back to the profile that makes it: the same plan comes out, and what cannot be kept is said.
import test from 'ava';
import fc from 'fast-check';
import {entryOfCertificate} from '../../source/certificate/entry.js';
import type {Certificate} from '../../source/certificate/certificate.js';
import {readCertificate} from '../../source/certificate/read.js';
import type {ContainedCertificate} from '../../source/container/container.js';
import {kindOf} from '../../source/container/kind.js';
import {makePlan} from '../../source/plan/make.js';
import {extendedKeyUsageOids} from '../../source/plan/object-identifier.js';
import type {CertificatePlan, DistinguishedName} from '../../source/plan/plan.js';
import {keyTypes, keyUsages} from '../../source/profile/profile.js';
import {attributeType, selfSigned, testPlan} from './test-plan.js';

const backdated = 3_600_000;
const day = 86_400_000;
const notBefore = new Date('2026-03-01T10:00:00Z');
const after = (days: number) => new Date(notBefore.getTime() + days * day);

/** The plan that the entry for a certificate leads to, on the day of that certificate, and what was said about it. */
function again(plan: CertificatePlan, ...more: [] | [{friendlyName: string; encryption: 'modern'}]) {
	const [pfx = null] = more;
	const {entry, problems} = entryOfCertificate(readCertificate(selfSigned(plan)), pfx);
	const now = new Date(plan.notBefore.getTime() + backdated);
	const made = makePlan(entry, {server: null, now});
	return {
		entry,
		plan: made.plan,
		codes: problems.map(({code, severity}) => `${severity} ${code}`),
		problems,
		made,
	};
}

/** The certificate as it lies in a file of its own. */
function contained(plan: CertificatePlan): ContainedCertificate {
	return {certificate: readCertificate(selfSigned(plan)), friendlyName: null, key: null, issuer: 0};
}

/** What stands in the certificate; the attributes of one RDN are a set, without an order. */
function fields(plan: CertificatePlan | null): Partial<CertificatePlan> | null {
	if (plan === null) return null;
	const {kind, subject, subjectAlternativeNames, key, signatureHash, notAfter, keyUsage, extendedKeyUsage} =
		plan;
	const sets = subject.map(attributes => attributes.toSorted((a, b) => (a.type < b.type ? -1 : 1)));
	return {
		kind,
		subject: sets,
		subjectAlternativeNames,
		key,
		signatureHash,
		notAfter,
		keyUsage,
		extendedKeyUsage,
	};
}

// What the text of a name or of a profile gives a meaning to is drawn as often as all else.
const nameUnit = fc.oneof(
	fc.constantFrom(...',+;<>=\\"#{}4'),
	fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
);
const nameText = fc
	.string({unit: nameUnit, minLength: 1, maxLength: 20})
	.map(text => text.trim())
	.filter(
		text =>
			text !== '' && !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.test(text),
	);
const subjects: fc.Arbitrary<DistinguishedName> = fc
	.tuple(nameText, fc.option(nameText), fc.option(nameText), fc.boolean())
	.map(([commonName, organization, unit, joined]) => [
		[{type: attributeType.countryName, value: 'CZ'}],
		...(organization === null ? [] : [[{type: attributeType.organizationName, value: organization}]]),
		[
			{type: attributeType.commonName, value: commonName},
			...(unit === null || !joined ? [] : [{type: attributeType.organizationalUnitName, value: unit}]),
		],
	]);
const names: fc.Arbitrary<CertificatePlan['subjectAlternativeNames']> = fc.uniqueArray(
	fc.constantFrom(
		{type: 'dns', value: 'srv01.company.com'} as const,
		{type: 'dns', value: '*.company.com'} as const,
		{type: 'dns', value: 'xn--tiskrna-gwa.company.com'} as const,
		{type: 'dns', value: '192.0.2.1'} as const,
		{type: 'ip', value: '192.0.2.1'} as const,
		{type: 'ip', value: '2001:db8::1'} as const,
		{type: 'email', value: 'it@company.com'} as const,
		{type: 'uri', value: 'https://srv01.company.com/x'} as const,
	),
	{minLength: 1},
);

test('whatever the program may make, the entry of its certificate leads to the same certificate', t => {
	fc.assert(
		fc.property(
			fc.record({
				subject: subjects,
				subjectAlternativeNames: names,
				key: fc.constantFrom(...keyTypes.filter(key => key !== 'rsa-4096')),
				signatureHash: fc.constantFrom('sha256', 'sha384', 'sha512'),
				days: fc.constantFrom(1, 365, 730, 731, 1096, 3650),
				extendedKeyUsage: fc.constantFrom(
					['1.3.6.1.5.5.7.3.1'],
					['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '1.2.3.4'],
				),
			}),
			({days, ...changes}) => {
				const plan = testPlan('ssl', changes.key, {...changes, notBefore, notAfter: after(days)});
				const made = again(plan);
				t.deepEqual(fields(made.plan), fields(plan), JSON.stringify(made.made.problems));
				t.deepEqual(made.codes, []);
			},
		),
		{numRuns: 100},
	);
});

test('what the defaults of the kind give is not written', t => {
	const ssl = again(testPlan('ssl', 'rsa-2048', {notBefore, notAfter: after(730)}));
	t.deepEqual(Object.keys(ssl.entry).sort(), [
		'friendlyName',
		'kind',
		'place',
		'subject',
		'subjectAlternativeNames',
	]);
	const signing = again(
		testPlan('signing', 'rsa-2048', {notBefore, notAfter: new Date('2031-03-01T10:00:00Z')}),
	);
	t.deepEqual(Object.keys(signing.entry).sort(), ['friendlyName', 'kind', 'place', 'subject']);
	t.is(signing.entry.kind?.value, 'signing');
});

test('periods are whole years where the calendar says so, else days; without an end they are a date', t => {
	const written = (notAfter: Date) =>
		again(testPlan('ssl', 'rsa-2048', {notBefore, notAfter})).entry.validity?.value;
	t.is(written(new Date('2029-03-01T10:00:00Z')), '3 years');
	t.is(written(after(400)), '400 days');
	t.is(written(new Date(after(90).getTime() - 1000)), '90 days');
	t.like(written(new Date('9999-12-31T23:59:59Z')), {notAfter: {value: '9999-12-31T23:59:59Z'}});
});

test('friendly name and encryption come from the PFX, braces doubled', t => {
	const plan = testPlan('ssl', 'rsa-2048');
	const made = again(plan, {friendlyName: 'Ours {2026}', encryption: 'modern'});
	t.is(made.entry.friendlyName?.value, 'Ours {{2026}}');
	t.is(made.plan?.friendlyName, 'Ours {2026}');
	t.is(made.plan?.pfx.encryption, 'modern');
	t.is(again(plan).entry.friendlyName?.value, 'YSoft SafeQ SSL {commonName} {expires}');
});

test('without an extended key usage the names decide, and it is said', t => {
	const none = {extendedKeyUsage: []};
	const ssl = again(testPlan('ssl', 'rsa-2048', none));
	t.is(ssl.entry.kind?.value, 'ssl');
	t.deepEqual(ssl.codes, ['note kind-chosen']);
	t.deepEqual(ssl.plan?.extendedKeyUsage, []);
	const signing = again(testPlan('signing', 'rsa-2048'));
	t.is(signing.entry.kind?.value, 'signing');
	t.is(signing.problems[0]?.hint, '--kind ssl decides otherwise');
});

test('an old certificate whose CN is the name of a server, or one with an ECDSA key, is for SSL', t => {
	const old = {extendedKeyUsage: [], subjectAlternativeNames: []};
	const named = (commonName: string) => ({
		...old,
		subject: [[{type: attributeType.commonName, value: commonName}]],
	});
	for (const commonName of ['srv01.company.com', '10.20.1.12']) {
		const {entry, codes, problems} = again(testPlan('ssl', 'rsa-2048', named(commonName)));
		t.is(entry.kind?.value, 'ssl');
		t.is(codes[0], 'note kind-chosen');
		t.regex(problems[0]?.message ?? '', /because its CN is the name of a server/);
	}
	t.is(again(testPlan('ssl', 'rsa-2048', named('YSoft SafeQ'))).entry.kind?.value, 'signing');
	const elliptic = again(testPlan('ssl', 'ecdsa-p256', named('YSoft SafeQ Signing Certificate')));
	t.is(elliptic.entry.kind?.value, 'ssl');
	t.regex(elliptic.problems[0]?.message ?? '', /an ECDSA key, which signs no tokens/);
});

test('without serverAuth the names decide as well, as inspect says it, and serverAuth is added', t => {
	const {clientAuth, anyExtendedKeyUsage} = extendedKeyUsageOids;
	const names = [{type: 'dns', value: 'srv01.company.com'}] as const;
	for (const purpose of [clientAuth, anyExtendedKeyUsage]) {
		const plan = testPlan('ssl', 'rsa-2048', {subjectAlternativeNames: names, extendedKeyUsage: [purpose]});
		const made = again(plan);
		t.is(made.entry.kind?.value, 'ssl');
		t.is(kindOf(contained(plan), null), 'ssl');
		t.is(made.codes[0], 'note kind-chosen');
		t.regex(
			made.problems[0]?.message ?? '',
			/^taken for ssl, because it has names and .* without serverAuth$/,
		);
		t.regex(made.problems.at(-1)?.message ?? '', /without serverAuth; the profile has it$/);
		t.is(made.codes.at(-1), 'warning not-kept');
		t.is(made.plan?.extendedKeyUsage[0], extendedKeyUsageOids.serverAuth);
	}
});

test('inspect and a profile made from a certificate agree on its kind, or it is said to be a guess', t => {
	const {serverAuth, clientAuth, anyExtendedKeyUsage, codeSigning} = extendedKeyUsageOids;
	const purposes = [[], [serverAuth], [clientAuth], [anyExtendedKeyUsage], [codeSigning, serverAuth]];
	for (const kind of ['ssl', 'signing'] as const)
		for (const extendedKeyUsage of purposes)
			for (const commonName of ['srv01.company.com', 'Token signing']) {
				const subject = [[{type: attributeType.commonName, value: commonName}]];
				const plan = testPlan(kind, 'rsa-2048', {subject, extendedKeyUsage});
				const {entry, codes} = again(plan);
				const seen = kindOf(contained(plan), null);
				t.is(entry.kind?.value, seen ?? 'signing');
				t.is(codes.includes('note kind-chosen'), !extendedKeyUsage.includes(serverAuth));
			}
});

test('what a profile may not ask for is mended, with a warning', t => {
	const mended = (changes: Partial<CertificatePlan>, key: CertificatePlan['key'] = 'rsa-2048') =>
		again(testPlan('ssl', key, {extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'], ...changes}));
	const usages = mended({keyUsage: [...keyUsages.slice(0, 3), 'keyCertSign']});
	t.deepEqual(usages.plan?.keyUsage, ['digitalSignature', 'nonRepudiation', 'keyEncipherment']);
	t.regex(usages.problems[0]?.message ?? '', /leaves out the key usage keyCertSign/);
	const unsigned = mended({keyUsage: ['keyEncipherment']});
	t.deepEqual(unsigned.plan?.keyUsage, ['digitalSignature', 'keyEncipherment']);
	const curve = mended({keyUsage: ['digitalSignature', 'keyEncipherment']}, 'ecdsa-p256');
	t.deepEqual(curve.plan?.keyUsage, ['digitalSignature']);
	const purposes = mended({extendedKeyUsage: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.3']});
	t.deepEqual(purposes.plan?.extendedKeyUsage, ['1.3.6.1.5.5.7.3.1']);
	t.regex(purposes.problems[0]?.message ?? '', /codeSigning/);
	const nameless = mended({subjectAlternativeNames: []});
	t.deepEqual(nameless.plan?.subjectAlternativeNames, [{type: 'dns', value: 'srv01.company.com'}]);
	t.regex(nameless.problems[0]?.message ?? '', /has no subject alternative names/);
	const wanted = entryOfCertificate(
		readCertificate(selfSigned(testPlan('ssl', 'rsa-2048', {extendedKeyUsage: ['1.3.6.1.5.5.7.3.2']}))),
		null,
		'ssl',
	);
	t.deepEqual(
		wanted.problems.map(({message}) => message),
		['its extended key usage is without serverAuth; the profile has it'],
	);
	t.not(makePlan(wanted.entry, {server: null, now: notBefore}).plan, null);
	for (const {plan, codes} of [usages, unsigned, curve, purposes, nameless]) {
		t.not(plan, null);
		t.deepEqual(codes, ['warning not-kept']);
	}
});

test('a certificate without a subject gives its first name, one of a CA or of an old key says what changes', t => {
	const certificate = readCertificate(selfSigned(testPlan('ssl', 'rsa-2048')));
	const said = (changes: Partial<Certificate>) => {
		const {entry, problems} = entryOfCertificate({...certificate, ...changes}, null);
		t.not(makePlan(entry, {server: null, now: notBefore}).plan, null);
		return {messages: problems.map(({message}) => message), subject: entry.subject?.value};
	};
	t.deepEqual(said({subject: []}), {
		messages: ['it has no subject; the profile says "srv01.company.com"'],
		subject: 'srv01.company.com',
	});
	const changes = {
		issuerDer: Uint8Array.of(0x30, 0),
		basicConstraints: {cA: true, pathLenConstraint: null},
		publicKey: {...certificate.publicKey, bits: 2500},
	};
	t.deepEqual(said(changes).messages, [
		'it may issue certificates (cA=TRUE); what the profile makes may not',
		'a CA has issued it; what the profile makes is self-signed',
		'its key is RSA with 2500 bits; the profile says rsa-3072',
	]);
});
