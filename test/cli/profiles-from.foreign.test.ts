// `profiles new --from` and back: what openssl made, made again from its profile, has the same fields for openssl.
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {exitCodes} from '../../source/terminal/exit-code.js';
import {runOk, temporaryFolder} from '../interop/tools.js';
import {runProgram} from '../program.js';
import {canary} from './support.js';

type Foreign = {
	readonly key: readonly string[];
	readonly subject: string;
	readonly days: number;
	readonly hash: string;
	readonly extensions: readonly string[];
};

const endEntity = 'basicConstraints=critical,CA:FALSE';

const foreign: Readonly<Record<string, Foreign>> = {
	'an SSL certificate with every kind of name, RSA 3072 and SHA-384': {
		key: ['rsa:3072'],
		subject:
			'/C=CZ/ST=Praha/L=Praha/O=Company, Inc. {x}/OU=Print+L=Hala 1/CN=srv01.company.com/emailAddress=it@company.com',
		days: 400,
		hash: 'sha384',
		extensions: [
			'subjectAltName=DNS:srv01.company.com,DNS:*.company.com,IP:192.0.2.1,DNS:192.0.2.1,IP:2001:db8::1,email:it@company.com,URI:https://srv01.company.com/x',
			'keyUsage=critical,digitalSignature,keyEncipherment',
			'extendedKeyUsage=serverAuth,clientAuth,1.2.3.4',
			endEntity,
		],
	},
	'an SSL certificate with an ECDSA key and a subject in other letters': {
		key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
		subject: '/DC=com/DC=company/CN=tiskárna 日本',
		days: 730,
		hash: 'sha256',
		extensions: [
			'subjectAltName=DNS:xn--tiskrna-gwa.company.com',
			'keyUsage=critical,digitalSignature',
			'extendedKeyUsage=serverAuth',
			endEntity,
		],
	},
	'a signing certificate of two years': {
		key: ['rsa:2048'],
		subject: '/CN=YSoft SafeQ',
		days: 731,
		hash: 'sha512',
		extensions: ['keyUsage=critical,digitalSignature,nonRepudiation', endEntity],
	},
	'a certificate without usages': {
		key: ['rsa:2048'],
		subject: '/CN=old.company.com',
		days: 90,
		hash: 'sha256',
		extensions: ['subjectAltName=DNS:old.company.com', endEntity],
	},
};

/** What openssl reads from a certificate, but for what is new each time. */
async function fieldsOf(pem: string): Promise<string> {
	const {stdout} = await runOk(
		'openssl',
		[
			'x509',
			'-noout',
			'-text',
			'-certopt',
			'no_serial,no_sigdump,no_pubkey,no_validity',
			'-nameopt',
			'RFC2253,esc_msb',
		],
		pem,
	);
	return stdout
		.replace(/X509v3 (Subject|Authority) Key Identifier: ?\n.*\n/g, '')
		.split('\n')
		.map(line => line.trim())
		.sort()
		.join('\n');
}

/** Days and key size, which the text above leaves out. */
async function sizesOf(pem: string): Promise<string[]> {
	const {stdout} = await runOk('openssl', ['x509', '-noout', '-dates', '-pubkey'], pem);
	const [start = '', end = ''] = [...stdout.matchAll(/^not\w+=(.*)$/gm)].map(([, date]) => date);
	const key = await runOk('openssl', ['pkey', '-pubin', '-noout', '-text'], stdout);
	return [String((Date.parse(end) - Date.parse(start)) / 86_400_000), key.stdout.split('\n')[0] ?? ''];
}

async function makeForeign(folder: string, {key, subject, days, hash, extensions}: Foreign): Promise<string> {
	const [key_, cert] = ['key.pem', 'cert.pem'].map(name => path.join(folder, name));
	const more = extensions.flatMap(each => ['-addext', each]);
	const args = ['req', '-x509', '-newkey', ...key, '-nodes', '-keyout', key_ ?? '', '-out', cert ?? ''];
	await runOk('openssl', [
		...args,
		'-utf8',
		'-days',
		String(days),
		`-${hash}`,
		'-subj',
		subject,
		'-config',
		'/dev/null',
		...more,
	]);
	return (await runOk('openssl', ['x509', '-in', cert ?? ''])).stdout;
}

async function makeAgain(t: ExecutionContext, folder: string, from: string): Promise<string> {
	const env = {SAFEQ_CERT_PASSWORD: canary};
	const made = await runProgram(['profiles', 'new', '--from', from, 'again.yaml'], {cwd: folder, env});
	t.is(made.code, exitCodes.done, made.stderr);
	t.notRegex(made.stdout + made.stderr, new RegExp(canary));
	const checked = await runProgram(['profiles', 'check', 'again.yaml'], {cwd: folder});
	t.is(checked.code, exitCodes.done, checked.stderr);
	const run = await runProgram(['-p', 'again.yaml', '--yes', '--json', '--out', 'out'], {cwd: folder, env});
	t.is(run.code, exitCodes.done, run.stderr);
	const cer = JSON.parse(run.stdout).certificates[0].files.find((file: string) => file.endsWith('.cer'));
	return (await runOk('openssl', ['x509', '-inform', 'DER', '-in', cer])).stdout;
}

for (const [what, certificate] of Object.entries(foreign))
	test(`made again from a PEM file: ${what}`, async t => {
		const folder = await temporaryFolder(t);
		const first = await makeForeign(folder, certificate);
		const second = await makeAgain(t, folder, 'cert.pem');
		t.is(await fieldsOf(second), await fieldsOf(first));
		t.deepEqual(await sizesOf(second), await sizesOf(first));
	});

test('made again from a PFX, with its friendly name and its encryption', async t => {
	const folder = await temporaryFolder(t);
	const first = await makeForeign(folder, Object.values(foreign)[1] as Foreign);
	const args = [
		'pkcs12',
		'-export',
		'-in',
		'cert.pem',
		'-inkey',
		'key.pem',
		'-out',
		'old.pfx',
		'-name',
		'Tisk {1} é',
	];
	const inFolder = args.map(each => (/\.(pem|pfx)$/.test(each) ? path.join(folder, each) : each));
	await runOk('openssl', [
		...inFolder,
		'-keypbe',
		'AES-256-CBC',
		'-certpbe',
		'AES-256-CBC',
		'-passout',
		`pass:${canary}`,
	]);
	const second = await makeAgain(t, folder, 'old.pfx');
	t.is(await fieldsOf(second), await fieldsOf(first));
	const pfx = path.join(folder, 'out', 'Tisk {1} é.pfx');
	const info = await runOk('openssl', ['pkcs12', '-in', pfx, '-info', '-noout', '-passin', `pass:${canary}`]);
	t.regex(info.stderr, /AES-256-CBC/);
});
