// The object that `--json` prints, held against its published schema.
import {readFileSync} from 'node:fs';
import {toJsonSchema} from '@valibot/to-json-schema';
import test from 'ava';
import * as v from 'valibot';
import {reportDefinition} from '../../source/describe/report-definition.js';
import {
	type CertificateOutcome,
	formatReportJson,
	problemJson,
	reportJson,
} from '../../source/describe/report-json.js';
import {error, note} from '../../source/problem/problem.js';
import {foreignCertificate, signingPlan, sslPlan} from './plans.js';

const created: CertificateOutcome = {
	status: 'created',
	plan: sslPlan,
	certificate: foreignCertificate,
	files: ['/out/js1.pfx', '/out/js1.cer'],
	proof: [{check: 'signature', ok: true, detail: 'not for programs'}],
};

const planned: CertificateOutcome = {
	status: 'planned',
	plan: {...signingPlan, extendedKeyUsage: ['1.2.3.4'], notAfter: new Date('2058-01-01T00:00:00.123Z')},
	certificate: null,
	files: [],
	proof: [],
};

const problems = [
	error('bad-ip-address', '"10.0.0.300" is not an IPv4 or IPv6 address', {
		hint: 'each part is 0 to 255',
		place: {file: 'ssl.yaml', line: 18, column: 5},
	}),
	note('no-dns-suffix', 'no suffix'),
];

test('what is printed is ASCII, and says the same to every reader of JSON', t => {
	const files = ['C:\\Users\\Ji\u0159\u00ed\\\u{1f511}.pfx'];
	const text = formatReportJson(reportJson([{...created, files}], []));
	t.regex(text, /^[\n\x20-\x7e]*$/);
	t.deepEqual((JSON.parse(text) as {certificates: {files: string[]}[]}).certificates[0]?.files, files);
});

test('the published schema is the one that the program is checked against', t => {
	const published: unknown = JSON.parse(
		readFileSync(new URL('../../../profiles/report.schema.json', import.meta.url), 'utf8'),
	);
	t.deepEqual(published, JSON.parse(JSON.stringify(toJsonSchema(reportDefinition))));
});

test('a report of created and planned certificates and of problems fits the schema', t => {
	const report: unknown = JSON.parse(JSON.stringify(reportJson([created, planned], problems)));
	t.notThrows(() => v.parse(reportDefinition, report));
	t.notThrows(() => v.parse(reportDefinition, reportJson([], problems)));
});

test('the schema refuses a date with a fraction and a fingerprint with colons', t => {
	const [certificate] = reportJson([created], []).certificates;
	for (const wrong of [{notAfter: '2028-11-21T12:07:00.000Z'}, {thumbprint: 'AA:BB'}, {more: 1}])
		t.throws(() =>
			v.parse(reportDefinition, {schemaVersion: 1, certificates: [{...certificate, ...wrong}], problems: []}),
		);
});

test('a created certificate is reported with names, dates without fraction and upper-case fingerprints', t => {
	t.deepEqual(reportJson([created], []).certificates[0], {
		status: 'created',
		kind: 'ssl',
		friendlyName: 'YSoft SafeQ SSL js1',
		subject: 'CN=js1.company.com,O=Company\\, a.s.,C=CZ',
		issuer: 'CN=js1.company.com,O=Company\\, a.s.,C=CZ',
		serialNumber: '4C1F90027E',
		notBefore: '2026-11-22T12:07:00Z',
		notAfter: '2028-11-21T12:07:00Z',
		key: 'rsa-2048',
		keyUsage: ['digitalSignature', 'keyEncipherment'],
		extendedKeyUsage: ['serverAuth'],
		subjectAlternativeNames: [
			{type: 'dns', value: 'js1.company.com'},
			{type: 'dns', value: '*.print.company.com'},
			{type: 'ip', value: '10.20.1.11'},
			{type: 'ip', value: '2001:db8::1'},
			{type: 'email', value: 'it@company.com'},
			{type: 'uri', value: 'https://js1.company.com/'},
		],
		thumbprint: 'AA'.repeat(20),
		sha256: 'BB'.repeat(32),
		files: ['/out/js1.pfx', '/out/js1.cer'],
		proof: [{check: 'signature', ok: true}],
	});
});

test('what a planned certificate does not have yet is null', t => {
	const [certificate] = reportJson([planned], []).certificates;
	t.is(certificate?.serialNumber, null);
	t.is(certificate?.thumbprint, null);
	t.is(certificate?.sha256, null);
	t.is(certificate?.notAfter, '2058-01-01T00:00:00Z');
	t.deepEqual(certificate?.extendedKeyUsage, ['1.2.3.4']);
});

test('a problem keeps its place, and one without a place has nulls', t => {
	t.deepEqual(problems.map(problemJson), [
		{
			severity: 'error',
			code: 'bad-ip-address',
			message: '"10.0.0.300" is not an IPv4 or IPv6 address',
			hint: 'each part is 0 to 255',
			file: 'ssl.yaml',
			line: 18,
			column: 5,
		},
		{
			severity: 'note',
			code: 'no-dns-suffix',
			message: 'no suffix',
			hint: null,
			file: null,
			line: null,
			column: null,
		},
	]);
});

test('a name cannot steer the terminal through the JSON, and comes out of it unchanged', t => {
	const friendlyName = 'a\u001b[2J\u009b2J\u007f\u202e\u2066\ufeff\ud800 ü 日本 🖨';
	const report = reportJson([{...planned, plan: {...sslPlan, friendlyName}}], []);
	const text = formatReportJson(report);
	t.regex(text, /^[\n\x20-\x7e\u00a0-\u200a\u2010-\u{10ffff}]*$/u);
	t.notRegex(text, /[\u202e\u2066\ufeff]/);
	t.deepEqual(JSON.parse(text), report);
});
