// `inspect` as people run it: what they read, what programs read, who is asked for a password, and what is refused.
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {toJsonSchema} from '@valibot/to-json-schema';
import test from 'ava';
import * as v from 'valibot';
import {certificateToPem} from '../../source/certificate/pem.js';
import {inspectionDefinition} from '../../source/describe/inspection-definition.js';
import {fixturePath} from '../certificate/test-keys.js';
import {testPlan} from '../certificate/test-plan.js';
import {chain} from '../container/files.js';
import {pfxOf} from '../interop/our-files.js';
import {runOk, temporaryFolder} from '../interop/tools.js';
import {makeFolder, removeFolder, runProgram} from '../program.js';
import {openTerminal} from '../terminal.js';

const password = 'canary-0b5f2c';
const wrong = 'canary-9e1d77';
const plan = testPlan('ssl', 'rsa-2048', {notAfter: new Date('2027-12-31T00:00:00Z')});
const [certificate, pfx] = await pfxOf(plan, password);

function json(stdout: string): v.InferOutput<typeof inspectionDefinition> {
	return v.parse(inspectionDefinition, JSON.parse(stdout));
}

test('a PFX is shown from its encryption to its findings, in the order in which Windows shows a certificate', async t => {
	const {code, stdout, stderr, files} = await runProgram(
		['inspect', 'ours.pfx', '--password-file', 'secret'],
		{
			files: {'ours.pfx': pfx, secret: `${password}\n`},
		},
	);
	t.is(stderr, '');
	t.is(code, 0);
	t.deepEqual(files, ['ours.pfx', 'secret']);
	const labels = stdout.split('\n').flatMap(line => /^ {0,2}(\S.{0,23}?)(?: {2,}|$)/.exec(line)?.[1] ?? []);
	t.deepEqual(
		labels,
		[
			'ours.pfx',
			...['Encryption', 'MAC', 'Opened by', 'Private key'],
			'Certificate 1 of 1: YSoft SafeQ SSL srv01.company.com'.slice(0, 24),
			...[
				'Version',
				'Serial number',
				'Signature algorithm',
				'Signature hash algorithm',
				'Issuer',
				'Valid from',
			],
			...['Valid to', 'Subject', 'Public key', 'Public key parameters', 'Subject Key Identifier'],
			...['Enhanced Key Usage', 'Subject Alternative Name', 'Key Usage', 'Basic Constraints', 'Thumbprint'],
			...['SHA-256 fingerprint', 'Friendly name', 'Private key', 'Signed by', 'Findings'],
		].filter(label => !label.startsWith('Certificate 1')),
	);
	t.regex(stdout, /^ours\.pfx {2}\[PFX, 1 certificate, 1 private key\]$/m);
	t.regex(stdout, /^ {2}Encryption {16}pbeWithSHA1And3-KeyTripleDES-CBC, 2,048 iterations$/m);
	t.regex(stdout, /^ {2}MAC {23}HMAC-SHA-1, 2,048 iterations$/m);
	t.regex(stdout, /^Certificate 1 of 1: YSoft SafeQ SSL srv01\.company\.com {2}\[ssl\]$/m);
	t.regex(stdout, /rsa-2048, of certificate 1, provider Microsoft Software Key Storage Provider/);
	t.regex(stdout, /note: "srv01" is a name without a domain.* \[single-label-name\]/);
	t.false(stdout.includes(password));
});

test('without the password it is said what can be seen, and what cannot', async t => {
	const {code, stdout, stderr} = await runProgram(['inspect', 'ours.pfx'], {files: {'ours.pfx': pfx}});
	t.is(code, 0);
	t.regex(stdout, /^ours\.pfx {2}\[PFX, 1 private key, not opened\]$/m);
	t.regex(stdout, /HMAC-SHA-1, 2,048 iterations/);
	t.regex(stdout, /Not seen +the certificates and the private key: only with the password/);
	t.regex(
		stderr,
		/^ours\.pfx: note: what is encrypted .*there is no password \[password-missing\]\n {2}hint: use --password-file/,
	);
});

for (const [how, args, options] of [
	['a file', ['--password-file', 'secret'], {}],
	['standard input', ['--password-stdin'], {input: wrong}],
	['the variable', [], {env: {SAFEQ_CERT_PASSWORD: wrong}}],
] as const)
	test(`a wrong password from ${how} is an error, and appears nowhere`, async t => {
		for (const more of [[], ['--json']]) {
			const run = await runProgram(['inspect', 'ours.pfx', ...args, ...more], {
				...options,
				files: {'ours.pfx': pfx, secret: wrong},
			});
			t.is(run.code, 1);
			t.is(run.stderr, 'ours.pfx: error: the password is wrong [password-wrong]\n');
			t.false((run.stdout + run.stderr).includes('canary'));
			if (more.length > 0) t.is(json(run.stdout).problems[0]?.code, 'password-wrong');
		}
	});

test('JSON has the certificate as a run has it, with its container and its findings, and fits its schema', async t => {
	const {code, stdout, cwd} = await inFolder(
		{'ours.pfx': pfx, 'chain.pem': chain().map(certificateToPem).join('')},
		[...['inspect', 'ours.pfx', 'chain.pem', '--json', '--password-stdin']],
	);
	t.is(code, 0);
	const report = json(stdout);
	t.deepEqual(report.problems, []);
	t.is(report.certificates.length, 4);
	const [own, leaf] = report.certificates;
	t.like(own, {
		status: 'inspected',
		kind: 'ssl',
		friendlyName: 'YSoft SafeQ SSL srv01.company.com',
		key: 'rsa-2048',
		files: [path.join(cwd, 'ours.pfx')],
		hasPrivateKey: true,
		container: {
			format: 'pfx',
			encryption: 'pbeWithSHA1And3-KeyTripleDES-CBC',
			mac: 'HMAC-SHA-1',
			iterations: 2048,
		},
	});
	t.deepEqual(
		own?.findings.map(each => each.code),
		['single-label-name'],
	);
	t.like(leaf, {
		hasPrivateKey: false,
		container: {format: 'pem', encryption: null, mac: null, iterations: null},
	});
	t.is(leaf?.issuedBy, report.certificates[2]?.thumbprint);
	t.deepEqual(
		report.files.map(each => [each.file, each.certificates, each.locked]),
		[
			[path.join(cwd, 'ours.pfx'), 1, false],
			[path.join(cwd, 'chain.pem'), 3, false],
		],
	);
	t.true(report.files[0]?.openedBy.every(each => each.opens === true));
});

async function inFolder(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[]) {
	const cwd = await makeFolder();
	try {
		return {...(await runProgram(args, {cwd, files, input: password})), cwd};
	} finally {
		await removeFolder(cwd);
	}
}

test('the published schema is the one that the program is checked against', t => {
	const published: unknown = JSON.parse(
		readFileSync(new URL('../../../profiles/inspect.schema.json', import.meta.url), 'utf8'),
	);
	t.deepEqual(published, JSON.parse(JSON.stringify(toJsonSchema(inspectionDefinition))));
});

test('one file that cannot be read does not hide the others', async t => {
	const {code, stdout, stderr} = await runProgram(['inspect', 'none.pfx', 'note.txt', 'good.cer'], {
		files: {'note.txt': 'hello', 'good.cer': certificate},
	});
	t.is(code, 1);
	t.is(
		stderr,
		'none.pfx: error: there is no such file [file-not-found]\n' +
			'note.txt: error: this is no PFX, certificate, request or key [file-unknown]\n',
	);
	t.regex(stdout, /^good\.cer {2}\[certificate\]$/m);
});

test('nothing to inspect, an unknown option and two passwords are wrong usage', async t => {
	for (const [args, message] of [
		[[], /nothing to inspect/],
		[['a.pfx', '--pasword-file', 'x'], /unknown option "--pasword-file"/],
		[['a.pfx', '--password-file', 'x', '--password-stdin'], /only one of/],
	] as const) {
		const {code, stderr} = await runProgram(['inspect', ...args]);
		t.is(code, 2);
		t.regex(stderr, message);
	}
	t.regex((await runProgram(['inspect', '--help'])).stdout, /--password-stdin/);
});

test('names in a file cannot steer the terminal', async t => {
	const evil = {...plan, friendlyName: 'nice\u001b[2J\u202ename'};
	const [, bytes] = await pfxOf(evil, password);
	for (const more of [[], ['--json']]) {
		const {stdout} = await runProgram(['inspect', 'evil.pfx', ...more], {
			files: {'evil.pfx': bytes},
			env: {SAFEQ_CERT_PASSWORD: password},
		});
		t.notRegex(stdout, /[\u001b\u202e]/);
		t.regex(stdout, /nice/);
	}
});

test('--kind says what a certificate is for, and the findings follow', async t => {
	const found = async (kind: string) => {
		const {stdout} = await runProgram(['inspect', 'a.cer', '--kind', kind, '--json'], {
			files: {'a.cer': certificate},
		});
		return json(stdout).certificates[0]?.findings.map(each => each.code);
	};
	t.deepEqual(await found('ssl'), ['single-label-name']);
	t.deepEqual(await found('signing'), ['single-label-name', 'both-usages']);
});

/** Prints at its end the most memory that the process had, in KB, and the time that it computed, in ms. */
const meter = `data:text/javascript,process.on("exit",()=>{
const {user,system}=process.cpuUsage();
console.error("took",process.resourceUsage().maxRSS,Math.round((user+system)/1000))})`;

const hostile: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
	['over 10 MiB', new Uint8Array(11 * 1_048_576).fill(0x30), 'file-too-large'],
	['10 MB of nested sequences', Buffer.alloc(10_000_000, Buffer.of(0x30, 0x80)), 'file-damaged'],
	[
		'10 MB of small elements',
		Buffer.concat([Buffer.of(0x30, 0x83, 0x98, 0x96, 0x80), Buffer.alloc(10_000_000, Buffer.of(5, 0))]),
		'file-damaged',
	],
	['10 MB of PEM', Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n'.repeat(300_000)), 'file-too-much-work'],
	['2^31 - 1 iterations', manyIterations(), 'file-too-much-work'],
];

/** Our PFX, the iterations of whose MAC are changed: the last INTEGER in the file. */
function manyIterations(): Uint8Array {
	const bytes = Buffer.from(pfx);
	const end = bytes.length - 4;
	// INTEGER of 2 bytes → the same place read as what it is: 2,048; so the lengths around it grow by 2.
	const grown = Buffer.concat([bytes.subarray(0, end), Buffer.of(0x02, 0x04, 0x7f, 0xff, 0xff, 0xff)]);
	grown.writeUInt16BE(grown.readUInt16BE(2) + 2, 2);
	const macData = grown.lastIndexOf(Buffer.of(0x30, 0x21)) - 2;
	grown[macData + 1] = (grown[macData + 1] ?? 0) + 2;
	return grown;
}

for (const [what, bytes, code] of hostile)
	test(`refused within two seconds and 200 MB: ${what}`, async t => {
		const run = await runProgram(['inspect', 'hostile.pfx', '--json', '--password-stdin'], {
			files: {'hostile.pfx': bytes},
			input: password,
			nodeFlags: ['--import', meter],
		});
		t.is(run.code, 1);
		t.is(json(run.stdout).problems[0]?.code, code);
		// The time of the processor, since the tests of other files run beside this one.
		const [, kilobytes, milliseconds] = /took (\d+) (\d+)/.exec(run.stderr) ?? [];
		t.true(Number(kilobytes) < 200_000, `${kilobytes} KB`);
		t.true(Number(milliseconds) < 2000, `${milliseconds} ms`);
	});

/** What openssl makes with so many iterations. */
async function slowPfx(folder: string, iterations: number): Promise<Uint8Array> {
	const file = path.join(folder, `${iterations}.pfx`);
	const key = fixturePath('test-only-rsa-2048.pem');
	const pem = path.join(folder, 'certificate.pem');
	await runOk('openssl', ['req', '-x509', '-key', key, '-subj', '/CN=slow', '-days', '30', '-out', pem]);
	await runOk('openssl', [
		...['pkcs12', '-export', '-inkey', key, '-in', pem, '-passout', `pass:${password}`],
		...['-iter', String(iterations), '-out', file],
	]);
	return readFile(file);
}

test('a file of many iterations is opened in a thread of its own, and wrong passwords are told apart there too', async t => {
	const slow = await slowPfx(await temporaryFolder(t), 300_000);
	const files = {'slow.pfx': slow};
	const right = await runProgram(['inspect', 'slow.pfx', '--password-stdin'], {files, input: password});
	t.is(right.stderr, '');
	t.regex(right.stdout, /Certificate 1 of 1: slow/);
	const other = await runProgram(['inspect', 'slow.pfx', '--password-stdin'], {files, input: wrong});
	t.is(other.stderr, 'slow.pfx: error: the password is wrong [password-wrong]\n');
});

test('on a terminal the password is asked for, again after a wrong one, and shown nowhere', async t => {
	const terminal = await openTerminal(t, ['inspect', 'ours.pfx'], {files: {'ours.pfx': pfx}, rows: 60});
	await terminal.waitFor(/Password of ours\.pfx/);
	terminal.type(wrong);
	terminal.press('enter');
	await terminal.waitFor(/That is not it\. Password of ours\.pfx/);
	terminal.type(password);
	terminal.press('enter');
	await terminal.waitFor(/Certificate 1 of 1/);
	const {code, isLineDisciplineRestored} = await terminal.exit();
	t.is(code, 0);
	t.not(isLineDisciplineRestored, false);
	t.false(terminal.output().includes('canary'));
});

test('after three wrong passwords it shows what can be seen, and the exit code says that it was not opened', async t => {
	const terminal = await openTerminal(t, ['inspect', 'ours.pfx'], {files: {'ours.pfx': pfx}, rows: 60});
	for (const question of [/Password of/, /not it.*Password of/, /not it[\s\S]*not it.*Password of/]) {
		await terminal.waitFor(question);
		terminal.type(wrong);
		terminal.press('enter');
	}
	const {code, text} = await terminal.exit();
	t.is(code, 1);
	t.regex(text, /the password is wrong \[password-wrong\]/);
	t.regex(text, /not opened/);
});

test('Ctrl+C at the question ends with 130', async t => {
	const terminal = await openTerminal(t, ['inspect', 'ours.pfx'], {files: {'ours.pfx': pfx}});
	await terminal.waitFor(/Password of/);
	terminal.press('ctrl+c');
	t.is((await terminal.exit()).code, 130);
});

test('long work shows a sign of life, and Ctrl+C stops it', async t => {
	const slow = await slowPfx(await temporaryFolder(t), 1_600_000);
	const terminal = await openTerminal(t, ['inspect', 'slow.pfx'], {
		files: {'slow.pfx': slow},
		env: {SAFEQ_CERT_PASSWORD: password},
	});
	await terminal.waitFor(/Opening slow\.pfx … .*Ctrl\+C stops it/);
	terminal.press('ctrl+c');
	const {code, text} = await terminal.exit(3000);
	t.is(code, 130);
	t.notRegex(text, /Opening/);
	t.notRegex(text, /Certificate/);
});
