// Files of other programs, told apart by content: every kind that people have lying about.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import type {Container} from '../../source/container/container.js';
import {findingsOf} from '../../source/container/findings.js';
import {explicit, integer, objectIdentifier, octetString, sequence, setOf} from '../../source/der/build.js';
import {encodeDer} from '../../source/der/encode.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {inPairs, keytool, put, runOk, runPython, temporaryFolder} from '../interop/tools.js';
import {assemble, dataInfo, sha1Mac} from '../pfx/test-pfx.js';
import {
	certificate,
	certificatePem,
	chain,
	ecKeyFile,
	open,
	openssl,
	password,
	refusal,
	rsaKeyFile,
} from './files.js';

/** A folder of the test's own with our certificate and a chain in it. */
async function workshop(t: ExecutionContext): Promise<string> {
	const folder = await temporaryFolder(t);
	await put(folder, 'certificate.pem', certificatePem);
	await put(folder, 'chain.pem', chain().map(certificateToPem).join(''));
	return folder;
}

function holdsKey(t: ExecutionContext, {keys}: Container, type: 'rsa-2048' | 'ecdsa-p256', what: string) {
	t.is(keys.length, 1, what);
	t.true(keys[0]?.privateKey?.equals(testKeyPair(type).privateKey), what);
}

test('a private key is read in every syntax: PKCS #1, PKCS #8 and SEC 1, as DER and as PEM', async t => {
	const folder = await workshop(t);
	const cases: readonly (readonly ['rsa-2048' | 'ecdsa-p256', ...string[]])[] = [
		['rsa-2048', 'rsa', '-traditional', '-in', rsaKeyFile],
		['rsa-2048', 'pkey', '-in', rsaKeyFile],
		['ecdsa-p256', 'ec', '-in', ecKeyFile],
		['ecdsa-p256', 'pkey', '-in', ecKeyFile],
	];
	await inPairs([...cases.entries()], async ([index, [type, ...args]]) => {
		for (const form of ['DER', 'PEM']) {
			const found = await open(await openssl(folder, `${index}.${form}`, [...args, '-outform', form]));
			holdsKey(t, found, type, args.join(' '));
			t.is(found.format, 'private-key');
			t.is(found.wrapping, form === 'DER' ? 'der' : 'pem');
			t.deepEqual(found.encryption, []);
		}
	});
});

test('a PFX whose friendly name is no string is opened, as openssl opens it', async t => {
	const folder = await workshop(t);
	const x509 = sequence(objectIdentifier('1.2.840.113549.1.9.22.1'), explicit(0, octetString(certificate)));
	const friendlyName = sequence(objectIdentifier('1.2.840.113549.1.9.20'), setOf(integer(1)));
	const bag = sequence(
		objectIdentifier('1.2.840.113549.1.12.10.1.3'),
		explicit(0, x509),
		setOf(friendlyName),
	);
	const pfx = await assemble([dataInfo(encodeDer(sequence(bag)))], sha1Mac(password));
	const file = await put(folder, 'odd.pfx', pfx);
	const {stdout} = await runOk('openssl', ['pkcs12', '-in', file, '-passin', `pass:${password}`, '-nokeys']);
	t.true(stdout.includes(certificatePem.trim()));
	for (const secret of [null, password]) {
		const [found] = (await open(pfx, secret)).certificates;
		t.deepEqual(Buffer.from(found?.certificate.der ?? []), Buffer.from(certificate));
		t.is(found?.friendlyName, null);
	}
});

/** How openssl encrypts a key, and what it is called here; the first ones are PKCS #8. */
const keyEncryptions: readonly (readonly [args: readonly string[], algorithm: string])[] = [
	[['pkcs8', '-topk8', '-in', rsaKeyFile, '-v2', 'aes-256-cbc'], 'PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC'],
	[['pkcs8', '-topk8', '-in', rsaKeyFile, '-v2', 'des3'], 'PBES2 PBKDF2-HMAC-SHA-256 DES-EDE3-CBC'],
	[['pkcs8', '-topk8', '-in', rsaKeyFile, '-v1', 'PBE-SHA1-3DES'], 'pbeWithSHA1And3-KeyTripleDES-CBC'],
	[['rsa', '-traditional', '-in', rsaKeyFile, '-aes256'], 'PEM MD5 AES-256-CBC'],
	[['rsa', '-traditional', '-in', rsaKeyFile, '-des3'], 'PEM MD5 DES-EDE3-CBC'],
];

test('an encrypted key says how it is encrypted, opens with its password and with no other one', async t => {
	const folder = await workshop(t);
	await inPairs(keyEncryptions, async ([args, algorithm]) => {
		const pem = await openssl(folder, `${algorithm}.pem`, [...args, '-passout', `pass:${password}`]);
		const locked = await open(pem);
		t.true(locked.locked);
		t.is(locked.encryption[0]?.algorithm, algorithm);
		t.is(locked.keys[0]?.privateKey, null);
		const opened = await open(pem, password);
		holdsKey(t, opened, 'rsa-2048', algorithm);
		t.false(opened.locked);
		t.is((await refusal(pem, 'another')).code, 'password-wrong', algorithm);
	});
});

test('what cannot be decrypted is named: scrypt, MD5 with DES, and the format of OpenSSH', async t => {
	const folder = await workshop(t);
	const scrypt = await openssl(folder, 'scrypt.pem', [
		...['pkcs8', '-topk8', '-scrypt', '-in', rsaKeyFile, '-passout', `pass:${password}`],
	]);
	const old = await openssl(folder, 'des.pem', [
		...['pkcs8', '-topk8', '-v1', 'PBE-MD5-DES', '-provider', 'legacy', '-provider', 'default'],
		...['-in', rsaKeyFile, '-passout', `pass:${password}`],
	]);
	for (const [bytes, named] of [
		[scrypt, /scrypt/],
		[old, /pbeWithMD5AndDES-CBC/],
		['-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n', /OpenSSH/],
	] as const) {
		const {code, message} = await refusal(bytes, password);
		t.is(code, 'file-unsupported');
		t.regex(message, named);
	}
});

test('PKCS #7 gives its certificates in the order of the chain, as DER and as PEM, from openssl and certtool', async t => {
	const folder = await workshop(t);
	const [leaf, intermediate, root] = chain();
	await put(folder, 'reversed.pem', [root, intermediate, leaf].map(certificateToPem).join(''));
	for (const form of ['DER', 'PEM']) {
		const args = ['crl2pkcs7', '-nocrl', '-certfile', path.join(folder, 'reversed.pem'), '-outform', form];
		const found = await open(await openssl(folder, `chain.${form}`, args));
		t.is(found.format, 'pkcs7');
		t.deepEqual(
			found.certificates.map(each => Buffer.from(each.certificate.der)),
			[leaf, intermediate, root].map(each => Buffer.from(each)),
		);
		t.deepEqual(
			found.certificates.map(each => each.issuer),
			[1, 2, 2],
		);
	}
	const p7b = path.join(folder, 'certtool.p7b');
	await runOk('certtool', [
		...['--p7-generate', '--load-certificate', path.join(folder, 'chain.pem'), '--outfile', p7b],
	]);
	t.is((await open(await readFile(p7b))).certificates.length, 3);
});

test('a request shows its names, and that its signature is its own', async t => {
	const folder = await workshop(t);
	const args = ['req', '-new', '-key', rsaKeyFile, '-subj', '/C=CZ/CN=srv01.company.com'];
	const names = [
		'-addext',
		'subjectAltName=DNS:srv01.company.com,IP:10.0.0.1',
		'-addext',
		'keyUsage=digitalSignature',
	];
	for (const form of ['DER', 'PEM']) {
		const der = await openssl(folder, `request.${form}`, [...args, ...names, '-outform', form]);
		const {requests, format} = await open(der);
		t.is(format, 'request');
		t.like(requests[0], {signatureVerifies: true, keyUsage: ['digitalSignature']});
		t.deepEqual(requests[0]?.subjectAlternativeNames, [
			{type: 'dns', value: 'srv01.company.com'},
			{type: 'ip', value: '10.0.0.1'},
		]);
	}
	const spoilt = await openssl(folder, 'spoilt.der', [...args, '-outform', 'DER']);
	spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 1;
	t.is((await open(spoilt)).requests[0]?.signatureVerifies, false);
	const old = await openssl(folder, 'old.pem', [...args, '-newhdr']);
	t.is((await open(old)).requests.length, 1, 'NEW CERTIFICATE REQUEST');
});

test('what openssl pkcs12 -nodes prints is read with its names: bag attributes, chain and key', async t => {
	const folder = await workshop(t);
	await openssl(folder, 'chain.pfx', [
		...['pkcs12', '-export', '-inkey', rsaKeyFile, '-in', path.join(folder, 'chain.pem')],
		...['-name', 'printed name', '-CSP', 'Microsoft Enhanced RSA and AES Cryptographic Provider'],
		...['-passout', `pass:${password}`],
	]);
	const pem = await openssl(folder, 'printed.pem', [
		...['pkcs12', '-in', path.join(folder, 'chain.pfx'), '-nodes', '-passin', `pass:${password}`],
	]);
	for (const text of [pem.toString(), pem.toString().replaceAll('\n', '\r\n'), `\ufeff${pem.toString()}`]) {
		const found = await open(text);
		t.is(found.format, 'pem');
		t.deepEqual(
			found.certificates.map(each => [each.friendlyName, each.key, each.issuer]),
			[
				['printed name', 0, 1],
				[null, null, 2],
				[null, null, 2],
			],
		);
		t.is(found.keys[0]?.provider, 'Microsoft Enhanced RSA and AES Cryptographic Provider');
	}
});

test('a PFX in PEM is opened: the way of certtool, and of certutil -encode, which calls everything CERTIFICATE', async t => {
	const folder = await workshop(t);
	const file = path.join(folder, 'certtool.p12');
	await runOk('certtool', [
		...['--to-p12', '--load-privkey', rsaKeyFile, '--load-certificate', path.join(folder, 'certificate.pem')],
		...['--p12-name', 'x', '--password', password, '--outfile', file],
	]);
	const pem = (await readFile(file)).toString();
	t.regex(pem, /BEGIN PKCS12/);
	for (const text of [pem, pem.replaceAll('PKCS12', 'CERTIFICATE')]) {
		const found = await open(text, password);
		t.is(found.format, 'pfx');
		holdsKey(t, found, 'rsa-2048', 'PKCS12');
	}
});

test("openssl's TRUSTED CERTIFICATE is read without the trust behind it", async t => {
	const folder = await workshop(t);
	const pem = await openssl(folder, 'trusted.pem', [
		...['x509', '-in', path.join(folder, 'certificate.pem'), '-addtrust', 'serverAuth', '-trustout'],
	]);
	t.regex(pem.toString(), /BEGIN TRUSTED CERTIFICATE/);
	t.deepEqual(
		(await open(pem)).certificates.map(each => Buffer.from(each.certificate.der)),
		[Buffer.from(certificate)],
	);
});

test('a Java keystore is named, with the command that makes a PFX of it', async t => {
	const folder = await workshop(t);
	for (const type of ['JKS', 'JCEKS']) {
		const file = path.join(folder, type);
		await keytool([
			...['-genkeypair', '-alias', 'a', '-keyalg', 'EC', '-dname', 'CN=a', '-storetype', type],
			...['-keystore', file, '-storepass', password, '-keypass', password],
		]);
		const {code, message, hint} = await refusal(await readFile(file));
		t.is(code, 'file-unsupported');
		t.regex(message, new RegExp(`Java keystore \\(${type}\\)`));
		t.regex(hint ?? '', /^keytool -importkeystore .*PKCS12$/);
	}
});

test('a PFX shows without its password how it is protected, and what stands in it unencrypted', async t => {
	const folder = await workshop(t);
	const args = ['pkcs12', '-export', '-inkey', rsaKeyFile, '-in', path.join(folder, 'certificate.pem')];
	const pass = ['-passout', `pass:${password}`, '-name', 'visible name'];
	const locked = await open(await openssl(folder, 'locked.pfx', [...args, ...pass, '-iter', '3000']));
	t.true(locked.locked);
	t.deepEqual(locked.certificates, []);
	t.deepEqual(
		locked.encryption.map(each => `${each.algorithm} ${each.iterations}`),
		Array(2).fill('PBES2 PBKDF2-HMAC-SHA-256 AES-256-CBC 3000'),
	);
	t.deepEqual(locked.mac, {algorithm: 'HMAC-SHA-256', iterations: 3000});
	const half = await open(await openssl(folder, 'half.pfx', [...args, ...pass, '-certpbe', 'NONE']));
	t.is(half.certificates[0]?.friendlyName, 'visible name');
	t.is(half.keys[0]?.privateKey, null);
	const plain = ['-certpbe', 'NONE', '-keypbe', 'NONE', '-nomac'];
	const unprotected = await open(await openssl(folder, 'plain.pfx', [...args, ...pass, ...plain]));
	t.false(unprotected.locked);
	t.is(unprotected.certificates[0]?.key, 0);
});

test('what NSS and python-cryptography write is opened, with keys and names', async t => {
	const folder = await workshop(t);
	const database = ['-d', `sql:${folder}`];
	const input = ['-inkey', rsaKeyFile, '-in', path.join(folder, 'certificate.pem'), '-name', 'foreign'];
	await openssl(folder, 'source.pfx', ['pkcs12', '-export', ...input, '-passout', `pass:${password}`]);
	await runOk('certutil', ['-N', ...database, '--empty-password']);
	await runOk('pk12util', ['-i', path.join(folder, 'source.pfx'), ...database, '-W', password]);
	const nss = path.join(folder, 'nss.p12');
	await runOk('pk12util', ['-o', nss, '-n', 'foreign', ...database, '-W', password]);
	const pythonFile = path.join(folder, 'python.p12');
	await runPython(pythonWriter, {
		key: rsaKeyFile,
		certificate: path.join(folder, 'certificate.pem'),
		password,
		file: pythonFile,
	});
	for (const file of [nss, pythonFile]) {
		const bytes = await readFile(file);
		t.true((await open(bytes)).locked);
		const found = await open(bytes, password);
		holdsKey(t, found, 'rsa-2048', file);
		t.deepEqual(
			found.certificates.map(each => [each.friendlyName, each.key]),
			[['foreign', 0]],
		);
	}
});

const pythonWriter = `
import json, sys
from cryptography import x509
from cryptography.hazmat.primitives import serialization
request = json.load(sys.stdin)
key = serialization.load_pem_private_key(open(request["key"], "rb").read(), None)
certificate = x509.load_pem_x509_certificate(open(request["certificate"], "rb").read())
encryption = serialization.BestAvailableEncryption(request["password"].encode())
with open(request["file"], "wb") as file:
    file.write(serialization.pkcs12.serialize_key_and_certificates(b"foreign", key, certificate, None, encryption))
print("null")
`;

test('a key beside a certificate that openssl marks as a CA is more than a server needs', async t => {
	const folder = await temporaryFolder(t);
	const self = ['req', '-x509', '-key', rsaKeyFile, '-subj', '/CN=srv01', '-days', '90'];
	const key = await readFile(rsaKeyFile);
	const codes = async (...more: readonly string[]) => {
		const pem = await openssl(folder, 'cert.pem', [...self, ...more]);
		const container = await open(Buffer.concat([pem, key]));
		const {certificates} = findingsOf(container, {now: new Date(), kind: null, password: null});
		return certificates.flat().map(each => each.code);
	};
	t.true((await codes()).includes('key-of-ca'));
	t.false((await codes('-addext', 'basicConstraints=critical,CA:FALSE')).includes('key-of-ca'));
});
