// `convert` as people run it: what comes out of it, judged by openssl, certtool and keytool, and what never does.
import {createPublicKey, X509Certificate} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {symlink} from 'node:fs/promises';
import path from 'node:path';
import {toJsonSchema} from '@valibot/to-json-schema';
import test, {type ExecutionContext} from 'ava';
import * as v from 'valibot';
import {certificateToPem} from '../../source/certificate/pem.js';
import {readCertificate} from '../../source/certificate/read.js';
import {readContent} from '../../source/container/content.js';
import {conversionDefinition} from '../../source/describe/conversion-definition.js';
import {encodePfx} from '../../source/pfx/encode.js';
import {openPfx} from '../../source/pfx/open.js';
import {fixturePath, testKeyPair} from '../certificate/test-keys.js';
import {attributeType, selfSigned, testPlan} from '../certificate/test-plan.js';
import {chain, certificate as plainCertificate, openssl, rsaKeyFile} from '../container/files.js';
import {fixedRandomBytes, pfxOf} from '../interop/our-files.js';
import {keytool, put, runOk, temporaryFolder} from '../interop/tools.js';
import {type RunOptions, runProgram} from '../program.js';
import {openTerminal} from '../terminal.js';
import {testOnUnix} from './support.js';

const password = 'canary-old-41f0';
const newPassword = 'canary-new-7ac2';
const plan = testPlan('ssl', 'rsa-2048');
const [certificate, pfx] = await pfxOf(plan, password);
const privateKey = testKeyPair('rsa-2048').privateKey;
const [leaf, intermediate, root] = chain();
const chainPfx = await encodePfx(
	{privateKey, certificate: leaf, chain: [intermediate, root], friendlyName: 'chain', provider: null},
	{encryption: 'modern', iterations: 2048, password, randomBytes: fixedRandomBytes()},
);

const files = {'ours.pfx': pfx, 'chain.pfx': chainPfx, old: password, new: newPassword};
const secrets = ['--password-file', 'old', '--new-password-file', 'new'];

/** Runs `convert` with the two passwords in files; whatever happens, neither of them is said. */
async function convert(t: ExecutionContext, args: readonly string[], options: RunOptions = {}) {
	const run = await runProgram(['convert', ...args], {...options, files: {...files, ...options.files}});
	t.false((run.stdout + run.stderr).includes('canary'), 'a password was printed');
	return run;
}

function file(run: Awaited<ReturnType<typeof runProgram>>, name: string): Buffer {
	const content = run.contents.get(name);
	if (content === undefined) throw new Error(`${name} is not among ${run.files.join(', ')}: ${run.stderr}`);
	return content;
}

const ders = (certificates: readonly {readonly der: Uint8Array}[]) =>
	certificates.map(({der}) => Buffer.from(der));

test('another password: the old one no longer opens it, key and certificates are the same', async t => {
	const run = await convert(t, ['chain.pfx', ...secrets, '--out', 'out']);
	t.is(run.stderr, '');
	t.is(run.code, 0);
	t.deepEqual(run.files, ['chain.pfx', 'new', 'old', 'ours.pfx', 'out/', 'out/chain.pfx']);
	t.is(run.modes.get('out/chain.pfx'), 0o600);
	const made = file(run, 'out/chain.pfx');
	await t.throwsAsync(openPfx(made, password), {message: 'the password is wrong'});
	const opened = await openPfx(made, newPassword);
	t.true(opened.keys[0]?.privateKey.equals(privateKey));
	t.deepEqual(ders(opened.certificates), ders([{der: leaf}, {der: intermediate}, {der: root}]));
	t.is(opened.certificates[0]?.friendlyName, 'chain');
	t.is(opened.keys[0]?.provider, 'Microsoft Software Key Storage Provider', 'there was none');
	t.regex(run.stdout, /Proof +ok PFX opens with its password/);
});

test('another encryption keeps the password, and without one the encryption is not made weaker', async t => {
	const modern = await convert(t, [
		'ours.pfx',
		'--password-file',
		'old',
		'--pfx-encryption',
		'modern',
		'-o',
		'out',
	]);
	const opened = await openPfx(file(modern, 'out/ours.pfx'), password);
	t.like(opened.encryption[0], {algorithm: 'PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC', iterations: 100_000});
	const kept = await convert(t, ['chain.pfx', '--password-file', 'old', '-o', 'out']);
	t.regex((await openPfx(file(kept, 'out/chain.pfx'), password)).mac?.algorithm ?? '', /SHA-256/);
	const old = await convert(t, [
		'chain.pfx',
		'--password-file',
		'old',
		'--pfx-encryption',
		'compatible',
		'-o',
		'out',
	]);
	t.is((await openPfx(file(old, 'out/chain.pfx'), password)).mac?.algorithm, 'HMAC-SHA-1');
});

test('friendly name and provider can be others', async t => {
	const provider = 'Microsoft Enhanced RSA and AES Cryptographic Provider';
	const names = ['--friendly-name', 'Müller & Söhne', '--provider', provider];
	const run = await convert(t, ['ours.pfx', '--password-file', 'old', ...names, '--file-name', 'named']);
	const {certificates, keys} = await openPfx(file(run, 'named.pfx'), password);
	t.is(certificates[0]?.friendlyName, 'Müller & Söhne');
	t.is(keys[0]?.provider, provider);
});

test('as PEM, .cer and PKCS #7, the key encrypted; openssl and certtool read all of it', async t => {
	const run = await convert(t, [
		'chain.pfx',
		...secrets,
		'--to',
		'certificate,chain,key,cer,pkcs7',
		'-o',
		'out',
	]);
	t.is(run.stderr, '');
	t.deepEqual(
		run.files.filter(each => each.startsWith('out/')),
		['out/', 'out/chain-chain.pem', 'out/chain-key.pem', 'out/chain.cer', 'out/chain.p7b', 'out/chain.pem'],
	);
	t.is(run.modes.get('out/chain-key.pem'), 0o600);
	t.deepEqual(file(run, 'out/chain.cer'), Buffer.from(leaf));
	t.is(file(run, 'out/chain.pem').toString(), certificateToPem(leaf));
	t.is(
		file(run, 'out/chain-chain.pem').toString(),
		[leaf, intermediate, root].map(certificateToPem).join(''),
	);
	const key = file(run, 'out/chain-key.pem').toString();
	t.regex(key, /^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
	const folder = await temporaryFolder(t);
	const keyFile = await put(folder, 'key.pem', key);
	const read = await runOk('openssl', ['pkey', '-in', keyFile, '-passin', `pass:${newPassword}`]);
	t.is(read.stdout, readFileSync(fixturePath('test-only-rsa-2048.pem'), 'utf8'));
	await runOk('certtool', ['--key-info', '--infile', keyFile, '--password', newPassword]);
	const p7b = await put(folder, 'chain.p7b', file(run, 'out/chain.p7b'));
	const printed = await runOk('openssl', ['pkcs7', '-inform', 'DER', '-in', p7b, '-print_certs']);
	t.is(printed.stdout.match(/BEGIN CERTIFICATE/g)?.length, 3);
	await runOk('certtool', ['--p7-info', '--inder', '--infile', p7b]);
});

test('separate files become a PFX that keytool opens, whatever their order and their forms', async t => {
	const folder = await temporaryFolder(t);
	const encrypted = await openssl(folder, 'encrypted.pem', [
		...['pkcs8', '-topk8', '-in', rsaKeyFile, '-passout', `pass:${password}`],
	]);
	const p7b = await openssl(folder, 'rest.p7b', [
		...['crl2pkcs7', '-nocrl', '-outform', 'DER', '-certfile'],
		await put(folder, 'rest.pem', [root, intermediate].map(certificateToPem).join('')),
	]);
	const run = await convert(t, ['key.pem', 'rest.p7b', 'leaf.cer', ...secrets, '--file-name', 'whole'], {
		files: {'key.pem': encrypted, 'rest.p7b': p7b, 'leaf.cer': leaf},
	});
	t.is(run.stderr, '');
	const {certificates, keys} = await openPfx(file(run, 'whole.pfx'), newPassword);
	t.deepEqual(ders(certificates), ders([{der: leaf}, {der: intermediate}, {der: root}]));
	t.true(keys[0]?.privateKey.equals(privateKey));
	const whole = await put(folder, 'whole.pfx', file(run, 'whole.pfx'));
	const listed = await keytool(['-list', '-v', '-keystore', whole, '-storepass', newPassword]);
	t.regex(listed.stdout, /Certificate chain length: 3/);
});

test('only issuers of the certificate go with it; all else is named as left out', async t => {
	const folder = await temporaryFolder(t);
	const other = testPlan('ssl', 'rsa-3072', {
		subject: [[{type: attributeType.commonName, value: 'stranger'}]],
	});
	const stranger = selfSigned(other);
	const ecKey = fixturePath('test-only-ecdsa-p256.pem');
	const request = await openssl(folder, 'r.csr', ['req', '-new', '-key', ecKey, '-subj', '/CN=asked']);
	const publicKey = await openssl(folder, 'p.pem', ['pkey', '-in', ecKey, '-pubout']);
	const parts = {
		'leaf.cer': leaf,
		'key.pem': readFileSync(rsaKeyFile),
		'stranger.pem': certificateToPem(stranger),
		'ec.pem': readFileSync(ecKey),
		'rest.pem': [root, intermediate].map(certificateToPem).join(''),
		'r.csr': request,
		'p.pem': publicKey,
	};
	const run = await convert(t, [...Object.keys(parts), ...secrets, '--file-name', 'whole'], {files: parts});
	t.is(run.code, 0);
	t.deepEqual(
		ders((await openPfx(file(run, 'whole.pfx'), newPassword)).certificates),
		ders([{der: leaf}, {der: intermediate}, {der: root}]),
	);
	t.regex(run.stdout, /Chain +2 more certificates/);
	t.is(
		run.stderr,
		[
			'safeq-cert-tui: warning: left out: a public key, the certification request of "CN=asked", the private key of another certificate [convert-left-out]',
			'safeq-cert-tui: warning: left out: "CN=stranger", because it did not issue "CN=srv01.company.com" [convert-left-out]',
			`  hint: convert it on its own, with --thumbprint ${readCertificate(stranger).thumbprint}`,
			'',
		].join('\n'),
	);
	const key = await convert(t, ['leaf.cer', 'key.pem', 'stranger.pem', '--to', 'key', '--unencrypted-key'], {
		files: parts,
	});
	t.is(key.stderr, '');
});

test('a renewed certificate of the same name and key is no issuer of the one that is chosen', async t => {
	const renewed = selfSigned({...plan, notAfter: new Date('2031-12-31T23:59:59Z')});
	const {thumbprint} = readCertificate(renewed);
	const run = await convert(
		t,
		['ours.pfx', 'renewed.cer', ...secrets, '--thumbprint', thumbprint, '--file-name', 'renewed'],
		{files: {'renewed.cer': renewed}},
	);
	const {certificates} = await openPfx(file(run, 'renewed.pfx'), newPassword);
	t.deepEqual(ders(certificates), [Buffer.from(renewed)]);
	t.regex(run.stderr, /left out: .* did not issue/);
});

test('a file without certificate and private key says what there is instead', async t => {
	const folder = await temporaryFolder(t);
	const ecKey = fixturePath('test-only-ecdsa-p256.pem');
	const given = {
		files: {
			'r.csr': await openssl(folder, 'r.csr', ['req', '-new', '-key', ecKey, '-subj', '/CN=asked']),
			'p.pem': await openssl(folder, 'p.pem', ['pkey', '-in', ecKey, '-pubout']),
			'a.pem': readFileSync(ecKey),
			'b.pem': readFileSync(rsaKeyFile),
		},
	};
	const said = async (...names: string[]) => (await convert(t, names, given)).stderr;
	t.regex(await said('r.csr'), /^r\.csr: error: there is a certification request and no certificate/);
	t.regex(await said('p.pem'), /^p\.pem: error: there is a public key and no certificate/);
	t.regex(
		await said('a.pem'),
		/^a\.pem: error: there is a private key and no certificate, and "pfx" needs one \[convert-nothing\]\n {2}hint: give its file as well: .*; --to key writes/,
	);
	t.regex(await said('a.pem', 'b.pem'), /error: there are 2 private keys and no certificate/);
});

test('a PFX of RC2, which OpenSSL refuses, becomes one that it reads', async t => {
	const folder = await temporaryFolder(t);
	const pem = await put(folder, 'certificate.pem', certificateToPem(plainCertificate));
	const rc2 = await openssl(folder, 'rc2.pfx', [
		...['pkcs12', '-export', '-legacy', '-inkey', rsaKeyFile, '-in', pem, '-passout', `pass:${password}`],
		...['-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES'],
	]);
	const run = await convert(t, ['rc2.pfx', ...secrets, '-o', 'out'], {files: {'rc2.pfx': rc2}});
	const made = await put(folder, 'made.pfx', file(run, 'out/rc2.pfx'));
	await runOk('openssl', ['pkcs12', '-in', made, '-passin', `pass:${newPassword}`, '-noout']);
});

test('a key that was encrypted is written in the clear with --unencrypted-key alone', async t => {
	const closed = await convert(t, ['ours.pfx', '--password-file', 'old', '--to', 'key']);
	t.regex(file(closed, 'ours-key.pem').toString(), /BEGIN ENCRYPTED PRIVATE KEY/);
	const open = await convert(t, ['ours.pfx', '--password-file', 'old', '--to', 'key', '--unencrypted-key']);
	t.is(file(open, 'ours-key.pem').toString(), readFileSync(fixturePath('test-only-rsa-2048.pem'), 'utf8'));
	t.is(open.modes.get('ours-key.pem'), 0o600);
	const usage = await convert(t, ['ours.pfx', '--password-file', 'old', '--unencrypted-key']);
	t.is(usage.code, 2);
	t.regex(usage.stderr, /a PFX is always encrypted/);
});

test('a key without a password needs one for its PFX, and the variable can give it', async t => {
	const key = readFileSync(rsaKeyFile);
	const given = {files: {'key.pem': key, 'a.cer': certificate}};
	const none = await convert(t, ['a.cer', 'key.pem'], given);
	t.is(none.code, 1);
	t.regex(
		none.stderr,
		/error: the file has no password.*\[password-missing\]\n {2}hint: use --new-password-file/,
	);
	t.deepEqual(none.files, ['a.cer', 'chain.pfx', 'key.pem', 'new', 'old', 'ours.pfx']);
	const run = await convert(t, ['a.cer', 'key.pem'], {...given, env: {SAFEQ_CERT_PASSWORD: newPassword}});
	t.is((await openPfx(file(run, 'a.pfx'), newPassword)).keys.length, 1);
	const empty = await convert(t, ['a.cer', 'key.pem', '--new-password-file', 'empty'], {
		files: {...given.files, empty: ''},
	});
	t.regex(empty.stderr, /the password is empty \[password-empty\]/);
	t.false(empty.files.includes('a.pfx'));
});

test('a generated password stands in its list and opens the PFX; a failed run leaves no list', async t => {
	const run = await convert(t, [
		'ours.pfx',
		'--password-file',
		'old',
		'--generate-passwords',
		'list.txt',
		'-o',
		'out',
	]);
	t.is(run.modes.get('list.txt'), 0o600);
	const [name, generated = ''] = file(run, 'list.txt').toString().trimEnd().split('\t');
	t.is(name, 'ours.pfx');
	t.true(generated.length >= 20);
	t.false((run.stdout + run.stderr).includes(generated));
	t.is((await openPfx(file(run, 'out/ours.pfx'), generated)).keys.length, 1);
	const again = await convert(t, ['ours.pfx', '--password-file', 'old', '--generate-passwords', 'list.txt']);
	t.is(again.code, 1);
	t.false(again.files.includes('list.txt'));
});

test('a file that exists is replaced with --overwrite only, be it the one that is read', async t => {
	const refused = await convert(t, ['ours.pfx', ...secrets]);
	t.is(refused.code, 1);
	t.regex(refused.stderr, /ours\.pfx: error: file exists \[output-exists\]/);
	t.deepEqual(file(refused, 'ours.pfx'), Buffer.from(pfx));
	const replaced = await convert(t, ['ours.pfx', ...secrets, '--overwrite']);
	t.is(replaced.code, 0);
	t.is((await openPfx(file(replaced, 'ours.pfx'), newPassword)).keys.length, 1);
	t.deepEqual(replaced.files, ['chain.pfx', 'new', 'old', 'ours.pfx']);
});

test('a file that is read is never replaced by one without its private key, nor is that advised', async t => {
	const given = {
		files: {
			'both.pem': Buffer.concat([readFileSync(rsaKeyFile), Buffer.from(certificateToPem(certificate))]),
		},
	};
	for (const args of [
		['both.pem', '--to', 'certificate'],
		['./both.pem', '--to', 'certificate,key', '--unencrypted-key'],
	])
		for (const more of [[], ['--overwrite']]) {
			const run = await convert(t, [...args, ...more], given);
			t.is(run.code, 1);
			t.regex(
				run.stderr,
				/both\.pem: error: a private key in this file would be lost.* \[output-loses-key\]/,
			);
			t.regex(run.stderr, /hint: choose another folder with --out, or another name with --file-name\n/);
			t.notRegex(run.stderr, /--overwrite/);
			t.deepEqual(file(run, 'both.pem'), given.files['both.pem']);
			t.deepEqual(run.files, ['both.pem', 'chain.pfx', 'new', 'old', 'ours.pfx']);
		}
	const cer = await convert(t, ['both.pem', '--to', 'certificate', '--file-name', 'leaf'], given);
	t.is(cer.code, 0);
});

testOnUnix('a file that is read through a link is known as the one that would be replaced', async t => {
	const folder = await temporaryFolder(t);
	const both = Buffer.concat([readFileSync(rsaKeyFile), Buffer.from(certificateToPem(certificate))]);
	await put(folder, 'both.pem', both);
	await symlink('.', path.join(folder, 'link'));
	const args = ['link/both.pem', '--to', 'certificate', '--overwrite'];
	const run = await runProgram(['convert', ...args], {cwd: folder});
	t.regex(run.stderr, /\[output-loses-key\]/);
	t.deepEqual(readFileSync(path.join(folder, 'both.pem')), both);
});

test('a file of several keys is not replaced by one with the chosen key alone', async t => {
	const [, ecPfx] = await pfxOf(testPlan('ssl', 'ecdsa-p256'), password);
	const ec = await readContent(ecPfx, {password});
	const pem = Buffer.concat([
		readFileSync(rsaKeyFile),
		Buffer.from(certificateToPem(certificate)),
		readFileSync(fixturePath('test-only-ecdsa-p256.pem')),
		...ec.certificates.map(({der}) => Buffer.from(certificateToPem(der))),
	]);
	const {thumbprint} = readCertificate(certificate);
	const run = await convert(
		t,
		[
			'two-key.pem',
			'--thumbprint',
			thumbprint,
			'--to',
			'key',
			'--unencrypted-key',
			'--file-name',
			'two',
			'--overwrite',
		],
		{files: {'two-key.pem': pem}},
	);
	t.regex(run.stderr, /two-key\.pem: error: .*\[output-loses-key\]/);
	t.deepEqual(file(run, 'two-key.pem'), pem);
});

test('a file without a private key that is read is replaced when that was said', async t => {
	const given = {files: {'a.pem': certificateToPem(certificate)}};
	const refused = await convert(t, ['a.pem', '--to', 'certificate'], given);
	t.regex(refused.stderr, /a\.pem: error: file exists \[output-exists\]\n {2}hint: .*--file-name\n/);
	const replaced = await convert(t, ['a.pem', '--to', 'certificate', '--overwrite'], given);
	t.is(replaced.code, 0);
});

test('a file that stands in the way and is not read is what --overwrite is for', async t => {
	const run = await convert(t, ['ours.pfx', '--password-file', 'old', '--to', 'cer'], {
		files: {'ours.cer': 'x'},
	});
	t.regex(run.stderr, /ours\.cer: error: file exists \[output-exists\]\n {2}hint: .*--overwrite\n/);
});

const refusals: readonly (readonly [what: string, args: readonly string[], code: number, message: RegExp])[] =
	[
		[
			'a wrong password',
			['ours.pfx', '--password-file', 'new'],
			1,
			/ours\.pfx: error: the password is wrong/,
		],
		['no password', ['ours.pfx'], 1, /ours\.pfx: error: .*there is no password \[password-missing\]/],
		[
			'a certificate alone',
			['a.cer'],
			1,
			/error: there is no private key, and "pfx" needs it \[convert-nothing\]/,
		],
		[
			'a key of another certificate',
			['a.cer', 'ec.pem', ...secrets],
			1,
			/^ec\.pem: error: the private key does not belong to "CN=.*" \[key-unmatched\]\n {2}hint: give the private key/,
		],
		[
			'several certificates where one is taken',
			['two.pem', '--to', 'cer'],
			1,
			/^two\.pem: error: there are 2 certificates, and "cer" takes one \[convert-nothing\]\n {2}hint: choose one/,
		],
		[
			'a key of none of several certificates',
			['two.pem', 'ec.pem', ...secrets],
			1,
			/^ec\.pem: error: the private key does not belong to any of the certificates \[key-unmatched\]/,
		],
		[
			'no such thumbprint',
			['ours.pfx', '--password-file', 'old', '--thumbprint', '00'.repeat(20)],
			1,
			/no certificate with the/,
		],
		[
			'a thumbprint that is none',
			['ours.pfx', '--password-file', 'old', '--thumbprint', 'abc'],
			2,
			/"abc" has 3 hexadecimal digits, and a thumbprint has 40 \(SHA-1\) or 64 \(SHA-256\) \[usage\]/,
		],
		['an unknown output', ['ours.pfx', '--to', 'p7'], 2, /unknown output "p7"/],
		['an unknown provider', ['ours.pfx', '--provider', 'x'], 2, /unknown provider "x"/],
		[
			'two sources of the new password',
			['a.cer', '--new-password-stdin', '--new-password-file', 'new'],
			2,
			/only one of/,
		],
		[
			'both passwords from one pipe',
			['a.cer', '--new-password-stdin', '--password-stdin'],
			2,
			/one password/,
		],
		...(
			[
				[['--to', 'certificate', '--generate-passwords', 'gp'], '--generate-passwords', 'and --to key'],
				[['--to', 'cer', '--new-password-file', 'new'], '--new-password-file', 'and --to key'],
				[['--to', 'chain', '--new-password-stdin'], '--new-password-stdin', 'and --to key'],
				[['--to', 'pkcs7', '--pfx-encryption', 'modern'], '--pfx-encryption', 'and --to key'],
				[['--to', 'key', '--unencrypted-key', '--new-password-file', 'new'], '--new-password-file', 'and'],
				[['--to', 'key', '--friendly-name', 'x'], '--friendly-name', ''],
				[['--to', 'key', '--provider', 'Microsoft Software Key Storage Provider'], '--provider', ''],
			] as const
		).map(
			([more, option, also]) =>
				[
					`${option} with ${more.slice(0, 2).join(' ')}, where it would do nothing`,
					['ours.pfx', '--password-file', 'old', ...more],
					2,
					new RegExp(`^safeq-cert-tui: error: ${option} is for --to pfx ?${also}`),
				] as const,
		),
		['no file', [], 2, /nothing to convert/],
		['a path as name', ['ours.pfx', '--file-name', '../x'], 2, /is a path/],
	];

for (const [what, args, code, message] of refusals)
	test(`refused, and nothing is written: ${what}`, async t => {
		const given = {
			'a.cer': certificate,
			'ec.pem': readFileSync(fixturePath('test-only-ecdsa-p256.pem')),
			'two.pem': [plan, testPlan('signing', 'rsa-3072')]
				.map(each => certificateToPem(selfSigned(each)))
				.join(''),
		};
		for (const more of [[], ['--json']]) {
			const run = await convert(t, [...args, '--out', 'out', ...more], {files: given});
			t.is(run.code, code);
			t.regex(run.stderr, message);
			t.false(run.files.some(each => each.startsWith('out')));
			if (more.length > 0) t.true(v.parse(conversionDefinition, JSON.parse(run.stdout)).problems.length > 0);
			else t.is(run.stdout, '');
		}
	});

test('a key of another certificate is left out of a certificate alone, with a note', async t => {
	const given = {'a.cer': certificate, 'ec.pem': readFileSync(fixturePath('test-only-ecdsa-p256.pem'))};
	const run = await convert(t, ['a.cer', 'ec.pem', '--to', 'certificate'], {files: given});
	t.is(run.code, 0);
	t.is(
		run.stderr,
		'safeq-cert-tui: note: left out: a private key that belongs to no certificate here [convert-left-out]\n',
	);
	const own = await convert(t, ['ours.pfx', '--password-file', 'old', '--to', 'certificate']);
	t.is(own.stderr, '');
});

test('of several keys, one is chosen by its thumbprint, as Windows lets people copy it', async t => {
	const [second, secondPfx] = await pfxOf(testPlan('signing', 'rsa-3072'), password);
	const given = {files: {'second.pfx': secondPfx}};
	const both = ['ours.pfx', 'second.pfx', '--password-file', 'old', '--file-name', 'one'];
	const ambiguous = await convert(t, both, given);
	t.is(ambiguous.code, 1);
	t.regex(ambiguous.stderr, /there are 2 certificates with a private key \[convert-ambiguous\]/);
	const thumbprint = new X509Certificate(second).fingerprint.toLowerCase();
	t.regex(ambiguous.stderr, new RegExp(thumbprint.replaceAll(':', ''), 'i'));
	for (const pasted of [`\u200e${thumbprint.replaceAll(':', ' ')}`, `sha1 Fingerprint=${thumbprint}`]) {
		const run = await convert(t, [...both, '--thumbprint', pasted], given);
		t.deepEqual(ders((await openPfx(file(run, 'one.pfx'), password)).certificates), [Buffer.from(second)]);
	}
});

test('the key of an elliptic curve does not go with the provider that holds RSA keys only', async t => {
	const [, ec] = await pfxOf(testPlan('ssl', 'ecdsa-p256'), password);
	const provider = ['--provider', 'Microsoft Enhanced RSA and AES Cryptographic Provider'];
	const run = await convert(t, ['ec.pfx', ...secrets, ...provider, '-o', 'out'], {files: {'ec.pfx': ec}});
	t.is(run.code, 1);
	t.regex(run.stderr, /\[provider-without-ecdsa\]/);
});

test('JSON says what was made, and fits its published schema', async t => {
	const run = await convert(t, ['chain.pfx', ...secrets, '--to', 'pfx,key', '-o', 'out', '--json']);
	const report = v.parse(conversionDefinition, JSON.parse(run.stdout));
	t.deepEqual(report.problems, []);
	t.deepEqual(
		report.files.map(each => path.basename(each)),
		['chain.pfx', 'chain-key.pem'],
	);
	t.true(report.proof.every(({ok}) => ok));
	t.like(report.certificates[0], {status: 'created', friendlyName: 'chain', hasPrivateKey: true});
	const published: unknown = JSON.parse(
		readFileSync(new URL('../../../profiles/convert.schema.json', import.meta.url), 'utf8'),
	);
	t.deepEqual(published, JSON.parse(JSON.stringify(toJsonSchema(conversionDefinition))));
});

test('what cannot be written again is named, and the rest is converted', async t => {
	const publicKey = createPublicKey(privateKey).export({type: 'spki', format: 'pem'}).toString();
	const list = '-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n';
	const folder = await temporaryFolder(t);
	const request = await openssl(folder, 'request.pem', ['req', '-new', '-key', rsaKeyFile, '-subj', '/CN=x']);
	const run = await convert(t, ['all.pem', 'request.pem', '--to', 'cer'], {
		files: {'all.pem': certificateToPem(leaf) + publicKey + list, 'request.pem': request},
	});
	t.is(run.code, 0);
	t.is(
		run.stderr,
		'safeq-cert-tui: warning: left out: "X509 CRL", a public key, the certification request of "CN=x" [convert-left-out]\n',
	);
	t.deepEqual(file(run, 'all.cer'), Buffer.from(leaf));
	const whole = await convert(t, ['chain.pfx', '--password-file', 'old', '--to', 'chain']);
	t.is(whole.stderr, '');
});

test('a key alone gets another password', async t => {
	const closed = await convert(t, ['ours.pfx', '--password-file', 'old', '--to', 'key']);
	const run = await convert(t, ['k.pem', '--to', 'key', ...secrets, '--file-name', 'again'], {
		files: {'k.pem': file(closed, 'ours-key.pem')},
	});
	t.is(run.stderr, '');
	const {keys} = await readContent(file(run, 'again-key.pem'), {password: newPassword});
	t.true(keys[0]?.privateKey?.equals(privateKey));
});

test('on a terminal both passwords are asked for, the new one twice, and neither is shown', async t => {
	const key = readFileSync(rsaKeyFile);
	const terminal = await openTerminal(t, ['convert', 'a.cer', 'key.pem'], {
		files: {'a.cer': certificate, 'key.pem': key},
	});
	const answer = async (question: RegExp, text: string) => {
		await terminal.waitFor(question);
		terminal.type(text);
		terminal.press('enter');
	};
	await answer(/\? New password/, newPassword);
	await answer(/Once more/, 'canary-typo');
	await answer(/These were not the same\. New password/, newPassword);
	await answer(/not the same[\s\S]*Once more/, newPassword);
	await terminal.waitFor(/Written/);
	t.is((await terminal.exit()).code, 0);
	t.false(terminal.output().includes('canary'));
	const made = readFileSync(path.join(terminal.cwd, 'a.pfx'));
	t.is((await openPfx(made, newPassword)).keys.length, 1);
});
