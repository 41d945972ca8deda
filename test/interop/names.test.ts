// Subjects, friendly names, SAN entries and dates that are awkward, as foreign programs read them.
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import type {CertificatePlan, DistinguishedName, GeneralName} from '../../source/plan/plan.js';
import {attributeType, testPlan} from '../certificate/test-plan.js';
import {pfxPlan, putPfx} from './our-files.js';
import {inPairs, put, runOk, runPython} from './tools.js';
import {type PfxFile, type VerifierName, verifierNames, verifiers} from './verifiers.js';

const {commonName, countryName, domainComponent, emailAddress, organizationName, organizationalUnitName} =
	attributeType;

/** One RDN for each pair. */
function subject(...pairs: readonly (readonly [type: string, value: string])[]): DistinguishedName {
	return pairs.map(([type, value]) => [{type, value}]);
}

/** What is made, and what each program must then say; RFC 4514 text is in reverse order of the encoding. */
type Case = {
	readonly changes: Partial<CertificatePlan>;
	readonly opensslSubject: string;
	readonly opensslNames: string;
	readonly notAfter: string;
};

const ordinaryNames = 'DNS:srv01.company.com, DNS:srv01, IP Address:10.0.0.1';
const ordinaryEnd = 'Dec 31 23:59:59 2030 GMT';
const manyNames = Array.from(
	{length: 150},
	(_, index): GeneralName => ({type: 'dns', value: `srv${index}.company.com`}),
);

const cases: Readonly<Record<string, Case>> = {
	punctuation: {
		changes: {
			friendlyName: `quotes " and ' , ; = + \\ /`,
			subject: subject([organizationName, 'Müller, Söhne & Co. "KG"'], [commonName, 'srv+01=x;y<z>#']),
		},
		opensslSubject: String.raw`CN=srv\+01=x\;y\<z\>#,O=Müller\, Söhne & Co. \"KG\"`,
		opensslNames: ordinaryNames,
		notAfter: ordinaryEnd,
	},
	cjk: {
		changes: {
			friendlyName: '署名証明書',
			subject: subject(
				[countryName, 'JP'],
				[organizationName, '日本語 株式会社'],
				[commonName, '*.company.com'],
			),
			notAfter: new Date('2049-12-31T23:59:59Z'),
		},
		opensslSubject: 'CN=*.company.com,O=日本語 株式会社,C=JP',
		opensslNames: ordinaryNames,
		notAfter: 'Dec 31 23:59:59 2049 GMT',
	},
	multivalued: {
		changes: {
			friendlyName: 'Подпись Ž',
			subject: [
				...subject([domainComponent, 'com'], [domainComponent, 'company']),
				[
					{type: emailAddress, value: 'admin@company.com'},
					{type: commonName, value: 'srv01'},
					{type: organizationalUnitName, value: 'A'},
				],
			],
			notAfter: new Date('2050-01-01T00:00:00Z'),
		},
		// A SET OF is sorted by its encoding: the shorter one first, then by OID.
		opensslSubject: 'emailAddress=admin@company.com+CN=srv01+OU=A,DC=company,DC=com',
		opensslNames: ordinaryNames,
		notAfter: 'Jan  1 00:00:00 2050 GMT',
	},
	emoji: {
		changes: {
			friendlyName: 'key 🔐',
			subject: subject([commonName, ' 😀 ']),
			notAfter: new Date('9999-12-31T23:59:59Z'),
		},
		opensslSubject: String.raw`CN=\ 😀\ `,
		opensslNames: ordinaryNames,
		notAfter: 'Dec 31 23:59:59 9999 GMT',
	},
	addresses: {
		changes: {
			friendlyName: 'توقيع',
			subjectAlternativeNames: [
				{type: 'ip', value: '2001:db8::1'},
				{type: 'ip', value: '::1'},
				{type: 'ip', value: '::ffff:1.2.3.4'},
				{type: 'dns', value: '*.xn--mnchen-3ya.example'},
				{type: 'email', value: 'admin@company.com'},
				{type: 'uri', value: 'https://srv01:5000/path'},
			],
		},
		opensslSubject: 'CN=srv01.company.com,O=Company,C=CZ',
		opensslNames:
			'IP Address:2001:DB8:0:0:0:0:0:1, IP Address:0:0:0:0:0:0:0:1, IP Address:0:0:0:0:0:FFFF:102:304, ' +
			'DNS:*.xn--mnchen-3ya.example, email:admin@company.com, URI:https://srv01:5000/path',
		notAfter: ordinaryEnd,
	},
	many: {
		changes: {friendlyName: 'x'.repeat(200), subjectAlternativeNames: manyNames},
		opensslSubject: 'CN=srv01.company.com,O=Company,C=CZ',
		opensslNames: manyNames.map(({value}) => `DNS:${value}`).join(', '),
		notAfter: ordinaryEnd,
	},
};

/** How a program shows a friendly name; openssl prints it in Latin-1, and Node not at all. */
const showFriendlyName: Partial<Record<VerifierName, (friendlyName: string) => string>> = {
	certtool: friendlyName => `\tFriendly name: ${friendlyName}\n`,
	nss: friendlyName => `\n${friendlyName}`,
	// Java looks at the key bag, where Windows must not find a name: the entry gets a number.
	java: () => 'Entry for alias 1 successfully imported.',
	// What is beyond the BMP is lost there, as in OpenSSL's own function for friendly names.
	python: friendlyName =>
		JSON.stringify({friendlyName: /\p{Emoji_Presentation}/u.test(friendlyName) ? null : friendlyName}).slice(
			1,
		),
};

const files: PfxFile[] = [];
let folder = '';

test.before(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-cert-tui-test-'));
	for (const [name, {changes}] of Object.entries(cases)) {
		const plan = testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('compatible', 1000), ...changes});
		const file = await putPfx(folder, name, plan, 'password');
		files.push(file);
		await put(folder, `${name}.pem`, certificateToPem(file.certificate));
	}
});

test.after.always(() => rm(folder, {recursive: true, force: true}));

for (const name of verifierNames)
	test(`${name} opens PFX files with awkward names`, async t => {
		const verdicts = await verifiers[name](files);
		for (const file of files) {
			const verdict = verdicts.get(file.name);
			t.is(verdict?.said, null, file.name);
			const shown = showFriendlyName[name]?.(cases[file.name]?.changes.friendlyName ?? '');
			if (shown !== undefined) t.true(verdict?.output.includes(shown), `${verdict?.output}\n${shown}`);
		}
	});

test('openssl reads subject, names and dates as planned, and accepts all of it strictly', async t => {
	const show = [
		'-noout',
		'-subject',
		'-nameopt',
		'RFC2253,utf8,-esc_msb',
		'-enddate',
		'-ext',
		'subjectAltName',
	];
	await inPairs(Object.entries(cases), async ([name, {opensslSubject, opensslNames, notAfter}]) => {
		const file = path.join(folder, `${name}.pem`);
		const {stdout} = await runOk('openssl', ['x509', '-in', file, ...show]);
		t.deepEqual(
			stdout
				.trimEnd()
				.split('\n')
				.map(line => line.replace(/^ {4}/, '')),
			[
				`subject=${opensslSubject}`,
				`notAfter=${notAfter}`,
				'X509v3 Subject Alternative Name: ',
				opensslNames,
			],
		);
		await runOk('openssl', ['verify', '-x509_strict', '-CAfile', file, file]);
	});
});

test('certtool reads the subject as planned', async t => {
	await inPairs(Object.entries(cases), async ([name, {opensslSubject}]) => {
		const {stdout} = await runOk('certtool', ['-i', '--infile', path.join(folder, `${name}.pem`)]);
		const said = /^\tSubject: (.*)$/m.exec(stdout)?.[1] ?? '';
		// The order inside a multi-valued RDN has no meaning, and GnuTLS turns it round.
		const parts = (text: string) => text.split(',').map(rdn => rdn.split('+').sort());
		t.deepEqual(parts(said.replace('EMAIL=', 'emailAddress=')), parts(opensslSubject), name);
	});
});

const pythonReader = `
import json, sys
from cryptography import x509
answer = {}
for name, path in json.load(sys.stdin).items():
    with open(path, "rb") as file:
        certificate = x509.load_pem_x509_certificate(file.read())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    answer[name] = {
        "subject": [sorted([a.oid.dotted_string, a.value, a._type.name] for a in rdn) for rdn in certificate.subject.rdns],
        "names": [str(each.value) for each in names],
        "notAfter": certificate.not_valid_after.isoformat() + ".000Z",
    }
json.dump(answer, sys.stdout)
`;

/** The string type that RFC 5280 wants for a value. */
function stringType(type: string, value: string): string {
	if (type === countryName) return 'PrintableString';
	if (type === emailAddress || type === domainComponent) return 'IA5String';
	return /^[A-Za-z0-9 '()+,./:=?-]*$/.test(value) ? 'PrintableString' : 'UTF8String';
}

test('python reads every attribute with its value and string type, every name and every date', async t => {
	const paths = Object.fromEntries(files.map(({name}) => [name, path.join(folder, `${name}.pem`)]));
	const answer = (await runPython(pythonReader, paths)) as Record<string, unknown>;
	for (const [name, {changes}] of Object.entries(cases)) {
		const plan = testPlan('ssl', 'ecdsa-p256', changes);
		const attributes = plan.subject.map(rdn =>
			rdn.map(({type, value}) => [type, value, stringType(type, value)]).sort(),
		);
		t.deepEqual(answer[name], {
			subject: attributes,
			names: plan.subjectAlternativeNames.map(({value}) => value.replace('::ffff:1.2.3.4', '::ffff:102:304')),
			notAfter: plan.notAfter.toISOString(),
		});
	}
});
