// PFX files of other programs, in every encryption that they offer, opened by our reader. Each test makes its files.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {openPfx} from '../../source/pfx/open.js';
import type {OpenedPfx} from '../../source/pfx/pfx.js';
import {privateKeyOf} from '../pfx/private-key-of.js';
import {fixturePath, testKeyPair} from '../certificate/test-keys.js';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {inPairs, keytool, put, runOk, runPython, temporaryFolder} from './tools.js';

const password = 'foreign file';
const friendlyName = 'foreign';
const keyFile = fixturePath('test-only-rsa-2048.pem');
const certificate = selfSigned(testPlan('ssl', 'rsa-2048'));
const {privateKey} = testKeyPair('rsa-2048');

const tripleDes = 'pbeWithSHA1And3-KeyTripleDES-CBC';
const pbes2 = (cipher: string, prf = 'SHA-256') => `PBES2 PBKDF2-HMAC-${prf} ${cipher}`;

/** The file holds our key and our certificate, protected as expected; algorithms are sorted, null is none. */
function holdsOurKey(
	t: ExecutionContext,
	opened: OpenedPfx,
	algorithms: readonly string[],
	mac: string | null,
) {
	const [leaf] = opened.certificates;
	t.deepEqual(Buffer.from(leaf?.der ?? []), Buffer.from(certificate));
	t.is(opened.certificates.length, 1);
	t.true(privateKeyOf(opened, certificate)?.equals(privateKey));
	t.deepEqual(opened.encryption.map(each => each.algorithm).sort(), [...algorithms].sort());
	t.is(opened.mac?.algorithm ?? null, mac);
	t.deepEqual(opened.skipped, []);
}

/** A folder of the test's own that holds our certificate. */
async function workshop(t: ExecutionContext): Promise<string> {
	const folder = await temporaryFolder(t);
	await put(folder, 'certificate.pem', certificateToPem(certificate));
	return folder;
}

/** openssl's names of an encryption, and what it is called in our report; null is no encryption at all. */
const opensslEncryptions: readonly (readonly [name: string, algorithm: string | null])[] = [
	['PBE-SHA1-3DES', tripleDes],
	['PBE-SHA1-2DES', 'pbeWithSHA1And2-KeyTripleDES-CBC'],
	['PBE-SHA1-RC2-128', 'pbeWithSHA1And128BitRC2-CBC'],
	['PBE-SHA1-RC2-40', 'pbeWithSHA1And40BitRC2-CBC'],
	['PBE-SHA1-RC4-128', 'pbeWithSHA1And128BitRC4'],
	['PBE-SHA1-RC4-40', 'pbeWithSHA1And40BitRC4'],
	['aes-128-cbc', pbes2('AES-128-CBC')],
	['aes-192-cbc', pbes2('AES-192-CBC')],
	['aes-256-cbc', pbes2('AES-256-CBC')],
	['camellia-128-cbc', pbes2('Camellia-128-CBC')],
	['camellia-192-cbc', pbes2('Camellia-192-CBC')],
	['camellia-256-cbc', pbes2('Camellia-256-CBC')],
	['des-ede3-cbc', pbes2('DES-EDE3-CBC')],
	['NONE', null],
];

/** `openssl pkcs12 -export` of our key and certificate; returns the file's bytes. */
async function openssl(folder: string, options: readonly string[], secret = password): Promise<Uint8Array> {
	const file = path.join(folder, `${options.join(' ').replaceAll('/', '_')}.pfx`);
	const input = ['-inkey', keyFile, '-in', path.join(folder, 'certificate.pem')];
	const output = ['-name', friendlyName, '-passout', `pass:${secret}`, '-out', file];
	await runOk('openssl', ['pkcs12', '-export', ...input, ...output, ...options]);
	return readFile(file);
}

test('every encryption of openssl pkcs12 is read, RC2 and RC4 included', async t => {
	const folder = await workshop(t);
	await inPairs(opensslEncryptions, async ([name, algorithm]) => {
		const pfx = await openssl(folder, ['-legacy', '-keypbe', name, '-certpbe', name]);
		const opened = await openPfx(pfx, password);
		holdsOurKey(t, opened, algorithm === null ? [] : [algorithm, algorithm], 'HMAC-SHA-1');
		t.is(opened.certificates[0]?.friendlyName, friendlyName, name);
		t.is(opened.keys[0]?.localKeyId, opened.certificates[0]?.localKeyId);
		await t.throwsAsync(openPfx(pfx, 'another'), {name: 'PfxError', message: 'the password is wrong'});
	});
});

test('every MAC of openssl pkcs12 is read, and files without one', async t => {
	const folder = await workshop(t);
	const aes = [pbes2('AES-256-CBC'), pbes2('AES-256-CBC')];
	await inPairs(['sha1', 'sha224', 'sha256', 'sha384', 'sha512'], async digest => {
		const opened = await openPfx(await openssl(folder, ['-macalg', digest]), password);
		holdsOurKey(t, opened, aes, `HMAC-${digest.toUpperCase().replace('SHA', 'SHA-')}`);
	});
	const withoutMac = await openssl(folder, ['-nomac']);
	// openssl then leaves the certificates unencrypted.
	holdsOurKey(t, await openPfx(withoutMac, password), aes.slice(1), null);
	await t.throwsAsync(openPfx(withoutMac, 'another'), {message: 'the password is wrong'});
	const plain = await openssl(folder, ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE']);
	holdsOurKey(t, await openPfx(plain, 'whatever'), [], null);
});

test('a password that is empty, or not ASCII, opens what openssl made with it', async t => {
	const folder = await workshop(t);
	await inPairs(['', 'ä€日本😀 "quoted"\' '], async secret => {
		for (const encryption of ['PBE-SHA1-3DES', 'aes-256-cbc']) {
			const options = ['-keypbe', encryption, '-certpbe', encryption, '-iter', String(2000 + secret.length)];
			const opened = await openPfx(await openssl(folder, options, secret), secret);
			const algorithm = encryption === 'aes-256-cbc' ? pbes2('AES-256-CBC') : tripleDes;
			holdsOurKey(t, opened, [algorithm, algorithm], 'HMAC-SHA-256');
		}
	});
});

test('what is not supported is named: DES, MD5, ARIA, SHA-3', async t => {
	const folder = await workshop(t);
	const cases: readonly (readonly [options: readonly string[], named: RegExp])[] = [
		[['-legacy', '-keypbe', 'PBE-MD5-DES', '-certpbe', 'aes-256-cbc'], /: pbeWithMD5AndDES-CBC \(/],
		[['-legacy', '-keypbe', 'PBE-SHA1-DES', '-certpbe', 'aes-256-cbc'], /: pbeWithSHA1AndDES-CBC \(/],
		[['-keypbe', 'aria-256-cbc', '-certpbe', 'aes-256-cbc'], /: ARIA-256-CBC \(/],
		[['-macalg', 'md5'], /: MD5 \(/],
		[['-macalg', 'sha3-256'], /: SHA3-256 \(/],
	];
	await inPairs(cases, async ([options, named]) => {
		const error = await t.throwsAsync(openPfx(await openssl(folder, options), password), {message: named});
		t.like(error, {reason: 'unsupported-algorithm'});
	});
});

test('chains and files without a key are read, in the order of the file', async t => {
	const folder = await workshop(t);
	const second = selfSigned(testPlan('signing', 'rsa-3072'));
	const chain = await put(folder, 'chain.pem', certificateToPem(second));
	const opened = await openPfx(await openssl(folder, ['-certfile', chain]), password);
	t.deepEqual(
		opened.certificates.map(({der, friendlyName}) => [Buffer.from(der), friendlyName]),
		[
			[Buffer.from(certificate), friendlyName],
			[Buffer.from(second), null],
		],
	);
	t.is(privateKeyOf(opened, second), null);
	const withoutKey = await openPfx(await openssl(folder, ['-nokeys']), password);
	t.is(withoutKey.keys.length, 0);
	t.is(withoutKey.certificates.length, 1);
});

/** certtool's names of an encryption; it writes 600,000 iterations. */
const certtoolEncryptions: readonly (readonly [name: string, algorithm: string, hash?: string])[] = [
	['aes-128', pbes2('AES-128-CBC')],
	['aes-192', pbes2('AES-192-CBC'), 'SHA512'],
	['aes-256', pbes2('AES-256-CBC')],
	['3des', pbes2('DES-EDE3-CBC')],
	['3des-pkcs12', tripleDes],
	['rc2-40', 'pbeWithSHA1And40BitRC2-CBC'],
	['arcfour', 'pbeWithSHA1And128BitRC4'],
];

async function certtool(folder: string, name: string, options: readonly string[]): Promise<Uint8Array> {
	const file = path.join(folder, `${name}.pfx`);
	const pem = path.join(folder, 'certificate.pem');
	const input = ['--load-privkey', keyFile, '--load-certificate', pem, '--p12-name', friendlyName];
	await runOk('certtool', ['--to-p12', ...input, '--outder', '--outfile', file, ...options]);
	return readFile(file);
}

test('every encryption of certtool is read, with its 600,000 iterations', async t => {
	const folder = await workshop(t);
	await inPairs(certtoolEncryptions, async ([name, algorithm, hash = 'SHA256']) => {
		const options = ['--pkcs-cipher', name, '--hash', hash, '--password', password];
		const opened = await openPfx(await certtool(folder, name, options), password);
		holdsOurKey(t, opened, [algorithm, algorithm], `HMAC-${hash.replace('SHA', 'SHA-')}`);
		t.is(opened.mac?.iterations, 600_000);
	});
});

test('both empty passwords of certtool are read: no password, and one of no characters', async t => {
	const folder = await workshop(t);
	await inPairs(['--null-password', '--empty-password'], async option => {
		const opened = await openPfx(await certtool(folder, option, ['--pkcs-cipher', 'aes-128', option]), '');
		holdsOurKey(t, opened, [pbes2('AES-128-CBC'), pbes2('AES-128-CBC')], 'HMAC-SHA-256');
	});
});

/** pk12util's names of the ciphers of key and certificate, of which the second may be left out, and of the MAC. */
const nssEncryptions: readonly (readonly [options: string, algorithms: readonly string[], mac: string])[] = [
	[
		'-c AES-128-CBC -C AES-256-CBC -M SHA-512',
		[pbes2('AES-128-CBC', 'SHA-512'), pbes2('AES-256-CBC', 'SHA-512')],
		'SHA-512',
	],
	['-c AES-192-CBC -C none -M SHA-384', [pbes2('AES-192-CBC', 'SHA-384')], 'SHA-384'],
	[
		'-c CAMELLIA-128-CBC -C CAMELLIA-192-CBC',
		[pbes2('Camellia-128-CBC'), pbes2('Camellia-192-CBC')],
		'SHA-256',
	],
	['-c CAMELLIA-256-CBC -C RC4', [pbes2('Camellia-256-CBC'), 'pbeWithSHA1And128BitRC4'], 'SHA-256'],
	['-c DES-EDE3-CBC -C DES-EDE3-CBC -M SHA-1', [tripleDes, tripleDes], 'SHA-1'],
];

test('every encryption of pk12util is read, from BER with indefinite lengths', async t => {
	const folder = await workshop(t);
	const database = ['-d', `sql:${folder}`];
	await runOk('certutil', ['-N', ...database, '--empty-password']);
	const source = await put(folder, 'source.pfx', await openssl(folder, []));
	await runOk('pk12util', ['-i', source, ...database, '-W', password]);
	await inPairs([...nssEncryptions.entries()], async ([index, [options, algorithms, mac]]) => {
		const file = path.join(folder, `${index}.pfx`);
		const output = ['-o', file, '-n', friendlyName, ...database, '-W', password];
		await runOk('pk12util', [...output, ...options.split(' ')]);
		const pfx = await readFile(file);
		t.is(pfx[1], 0x80, 'NSS writes indefinite lengths');
		const opened = await openPfx(pfx, password);
		holdsOurKey(t, opened, algorithms, `HMAC-${mac}`);
		t.is(opened.certificates[0]?.friendlyName, friendlyName);
	});
});

/** Properties of Java's PKCS #12 keystore: encryption of the key, of the certificates, and the MAC. */
const javaEncryptions: readonly (readonly [
	properties: Readonly<Record<string, string>>,
	algorithms: readonly string[],
	mac: string | null,
])[] = [
	[{}, [pbes2('AES-256-CBC'), pbes2('AES-256-CBC')], 'HMAC-SHA-256'],
	[{legacy: 'true'}, [tripleDes, 'pbeWithSHA1And40BitRC2-CBC'], 'HMAC-SHA-1'],
	[{certProtectionAlgorithm: 'NONE', macAlgorithm: 'NONE'}, [pbes2('AES-256-CBC')], null],
	[
		{
			keyProtectionAlgorithm: 'PBEWithHmacSHA512AndAES_128',
			certProtectionAlgorithm: 'PBEWithHmacSHA384AndAES_256',
			macAlgorithm: 'HmacPBESHA512',
		},
		[pbes2('AES-128-CBC', 'SHA-512'), pbes2('AES-256-CBC', 'SHA-384')],
		'HMAC-SHA-512',
	],
	[
		{
			keyProtectionAlgorithm: 'PBEWithHmacSHA224AndAES_256',
			certProtectionAlgorithm: 'PBEWithHmacSHA1AndAES_128',
			macAlgorithm: 'HmacPBESHA224',
		},
		[pbes2('AES-256-CBC', 'SHA-224'), pbes2('AES-128-CBC', 'SHA-1')],
		'HMAC-SHA-224',
	],
	[
		{
			keyProtectionAlgorithm: 'PBEWithSHA1AndRC4_40',
			certProtectionAlgorithm: 'PBEWithSHA1AndRC2_128',
			macAlgorithm: 'HmacPBESHA384',
		},
		['pbeWithSHA1And40BitRC4', 'pbeWithSHA1And128BitRC2-CBC'],
		'HMAC-SHA-384',
	],
];

test('every family of encryption of keytool is read', async t => {
	const folder = await workshop(t);
	const source = await put(folder, 'source.pfx', await openssl(folder, []));
	await inPairs([...javaEncryptions.entries()], async ([index, [properties, algorithms, mac]]) => {
		const file = path.join(folder, `${index}.p12`);
		const flags = Object.entries(properties).map(([name, value]) => `-J-Dkeystore.pkcs12.${name}=${value}`);
		const from = ['-srckeystore', source, '-srcstorepass', password, '-alias', friendlyName];
		await keytool([...flags, '-importkeystore', ...from, '-destkeystore', file, '-deststorepass', password]);
		holdsOurKey(t, await openPfx(await readFile(file), password), algorithms, mac);
	});
});

test('a Java keystore with two keys and a secret key: both keys are found, the secret is skipped and named', async t => {
	const folder = await workshop(t);
	const store = ['-keystore', path.join(folder, 'keys.p12'), '-storepass', password];
	await keytool(['-genkeypair', '-alias', 'one', '-keyalg', 'EC', '-dname', 'CN=one', ...store]);
	await keytool(['-genkeypair', '-alias', 'two', '-keyalg', 'EC', '-dname', 'CN=two', ...store]);
	await keytool(['-genseckey', '-alias', 'three', '-keyalg', 'AES', '-keysize', '128', ...store]);
	const opened = await openPfx(await readFile(path.join(folder, 'keys.p12')), password);
	t.deepEqual(opened.keys.map(each => each.friendlyName).sort(), ['one', 'two']);
	t.deepEqual(opened.skipped, ['secretBag']);
	for (const {der, friendlyName} of opened.certificates) {
		const own = opened.keys.find(each => each.friendlyName === friendlyName);
		t.true(own !== undefined && privateKeyOf(opened, der)?.equals(own.privateKey));
	}
});

const pythonWriter = `
import json, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import NoEncryption, PrivateFormat, load_pem_private_key, pkcs12
request = json.load(sys.stdin)
with open(request["key"], "rb") as file:
    key = load_pem_private_key(file.read(), None)
certificate = x509.load_pem_x509_certificate(request["certificate"].encode())
schemes = {"3des": pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC, "aes": pkcs12.PBES.PBESv2SHA256AndAES256CBC}
macs = {"SHA-1": hashes.SHA1(), "SHA-256": hashes.SHA256(), "SHA-512": hashes.SHA512()}
def write(encryption):
    return pkcs12.serialize_key_and_certificates(b"foreign", key, certificate, None, encryption).hex()
answer = {}
for scheme in schemes:
    for mac in macs:
        builder = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(3000)
        builder = builder.key_cert_algorithm(schemes[scheme]).hmac_hash(macs[mac])
        answer[scheme + " " + mac] = write(builder.build(request["password"].encode()))
answer["none SHA-256"] = write(NoEncryption())
json.dump(answer, sys.stdout)
`;

test('every encryption of python-cryptography is read', async t => {
	const secret = 'Pythön';
	const request = {key: keyFile, certificate: certificateToPem(certificate), password: secret};
	const answer = await runPython(pythonWriter, request);
	const algorithms: Readonly<Record<string, readonly string[]>> = {
		'3des': [tripleDes, tripleDes],
		aes: [pbes2('AES-256-CBC'), pbes2('AES-256-CBC')],
		none: [],
	};
	const files = Object.entries(answer as Record<string, string>);
	t.is(files.length, 7);
	for (const [name, hex] of files) {
		const [scheme = '', mac = ''] = name.split(' ');
		const opened = await openPfx(Buffer.from(hex, 'hex'), scheme === 'none' ? '' : secret);
		holdsOurKey(t, opened, algorithms[scheme] ?? [], `HMAC-${mac}`);
	}
});
