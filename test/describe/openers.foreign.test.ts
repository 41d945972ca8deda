// Who opens a PFX: what we say about OpenSSL, Node and Java, against what they do.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import tls from 'node:tls';
import test from 'ava';
import {arrange} from '../../source/container/arrange.js';
import {readContent} from '../../source/container/content.js';
import {findingsOf} from '../../source/container/findings.js';
import {describeOpeners, type Opener} from '../../source/describe/openers.js';
import {certificatePem, rsaKeyFile} from '../container/files.js';
import {inPairs, keytool, put, run, runOk, temporaryFolder} from '../interop/tools.js';

const password = 'openers';

const both = (name: string) => ['-legacy', '-keypbe', name, '-certpbe', name];
const files: readonly (readonly string[])[] = [
	[...both('PBE-SHA1-3DES'), '-macalg', 'sha1'],
	[...both('PBE-SHA1-2DES'), '-macalg', 'sha1'],
	[...both('PBE-SHA1-RC2-40'), '-macalg', 'sha1'],
	[...both('PBE-SHA1-RC2-128'), '-macalg', 'sha1'],
	[...both('PBE-SHA1-RC4-128'), '-macalg', 'sha1'],
	both('aes-128-cbc'),
	[...both('aes-256-cbc'), '-macalg', 'sha512'],
	both('camellia-256-cbc'),
	both('des-ede3-cbc'),
	['-nomac'],
	['-keypbe', 'NONE', '-certpbe', 'NONE'],
	['-keypbe', 'NONE'],
];

function opensInNode(pfx: Buffer): boolean {
	try {
		tls.createSecureContext({pfx, passphrase: password});
		return true;
	} catch {
		return false;
	}
}

/** True when it finds the key. */
async function opensInJava(file: string, storepass = password): Promise<boolean> {
	try {
		const listed = await keytool(['-list', '-keystore', file, '-storepass', storepass]);
		return /PrivateKeyEntry/.test(listed.stdout);
	} catch {
		return false;
	}
}

test('what is said about OpenSSL, Node and Java is what they do, for each encryption', async t => {
	const folder = await temporaryFolder(t);
	const certificate = await put(folder, 'certificate.pem', certificatePem);
	await inPairs([...files.entries()], async ([index, options]) => {
		const file = path.join(folder, `${index}.pfx`);
		const input = ['-inkey', rsaKeyFile, '-in', certificate, '-name', 'a', '-passout', `pass:${password}`];
		await runOk('openssl', ['pkcs12', '-export', ...input, '-out', file, ...options]);
		const bytes = await readFile(file);
		const said = describeOpeners(await readContent(bytes, {password: null}), []);
		const opens = (program: string) => said.find(each => each.program.startsWith(program))?.opens;
		const {code} = await run('openssl', ['pkcs12', '-in', file, '-passin', `pass:${password}`, '-noout']);
		const what = options.join(' ');
		t.is(opens('OpenSSL'), code === 0, `openssl: ${what}`);
		t.is(opens('OpenSSL'), opensInNode(bytes), `node: ${what}`);
		t.is(opens('Java'), await opensInJava(file), `java: ${what}`);
	});
});

for (const [name, algorithm] of [
	['Ed25519', 'ed25519'],
	['RSA-PSS', 'rsa-pss'],
] as const)
	test(`a PFX with a key of the kind ${name} is none for Windows and .NET, and opens in OpenSSL, Node and Java`, async t => {
		const folder = await temporaryFolder(t);
		const [key, certificate, file] = ['key', 'certificate', 'a.pfx'].map(each => path.join(folder, each));
		const request = ['-x509', '-newkey', algorithm, '-nodes', '-subj', '/CN=a', '-keyout', key ?? ''];
		await runOk('openssl', ['req', ...request, '-out', certificate ?? '']);
		const input = ['-inkey', key ?? '', '-in', certificate ?? '', '-passout', `pass:${password}`];
		await runOk('openssl', ['pkcs12', '-export', ...input, '-out', file ?? '']);
		const bytes = await readFile(file ?? '');
		const said = describeOpeners(await readContent(bytes, {password}), []);
		t.is(verdicts(said), 'nnn?yy');
		t.is(said[1]?.says, `does not know keys of the kind ${name}`);
		t.true(opensInNode(bytes));
		t.true(await opensInJava(file ?? ''));
	});

test('a password that is not ASCII is one that Java refuses', async t => {
	const folder = await temporaryFolder(t);
	const certificate = await put(folder, 'certificate.pem', certificatePem);
	const file = path.join(folder, 'a.pfx');
	const input = ['-inkey', rsaKeyFile, '-in', certificate, '-passout', 'pass:Größe-2026'];
	await runOk('openssl', ['pkcs12', '-export', ...input, '-out', file]);
	const container = arrange(await readContent(await readFile(file), {password: 'Größe-2026'}));
	const findings = findingsOf(container, {now: new Date(), kind: null, password: 'Größe-2026'});
	const java = describeOpeners(container, findings.file).find(each => each.program.startsWith('Java'));
	t.is(java?.opens, await opensInJava(file, 'Größe-2026'));
	t.regex(java?.says ?? '', /keystore password was incorrect/);
});

function verdicts(openers: readonly Opener[]): string {
	return openers.map(({opens}) => (opens === null ? '?' : opens ? 'y' : 'n')).join('');
}

test('old Windows, macOS and .NET are answered as the documents have it', t => {
	const file = (algorithm: string, mac: string | null, iterations: number) =>
		describeOpeners(
			{
				encryption: [
					{algorithm, iterations},
					{algorithm, iterations},
				],
				mac: mac === null ? null : {algorithm: mac, iterations},
				keys: [],
			},
			[],
		);
	const tripleDes = 'pbeWithSHA1And3-KeyTripleDES-CBC';
	const aes = 'PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC';
	t.is(verdicts(file(tripleDes, 'HMAC-SHA-1', 2048)), 'yyyyyy');
	t.is(verdicts(file(aes, 'HMAC-SHA-256', 100_000)), 'nyy?yy');
	t.is(verdicts(file(tripleDes, 'HMAC-SHA-256', 2048)), 'nyy?yy');
	t.is(verdicts(file(aes, 'HMAC-SHA-256', 600_000)), 'nyn?yy');
	t.is(verdicts(file(aes, 'HMAC-SHA-256', 300_000)), 'nyy?yy');
	t.is(verdicts(file(tripleDes, null, 2048)), '??y?yy');
	t.is(verdicts(file(aes, 'PBMAC1 PBKDF2-HMAC-SHA-256 HMAC-SHA-256', 2048)), 'n???ny');
	const [old] = file(aes, 'HMAC-SHA-256', 100_000);
	t.is(
		`${old?.program} ${old?.says}`,
		'Windows Server 2016, Windows 10 before 1709, and older will say: wrong password',
	);
});
