// Certificates that a CA of openssl's making has issued with our code, and PFX files with their chain.
import {X509Certificate} from 'node:crypto';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Certificate} from '../../source/certificate/certificate.js';
import {issueCertificate} from '../../source/certificate/issue.js';
import {certificateToPem} from '../../source/certificate/pem.js';
import {readCertificate} from '../../source/certificate/read.js';
import {openPfx} from '../../source/pfx/open.js';
import {encodePfx} from '../../source/pfx/encode.js';
import type {KeyType} from '../../source/profile/profile.js';
import {fixturePath, testKeyPair} from '../certificate/test-keys.js';
import {testPlan, testSerialNumber} from '../certificate/test-plan.js';
import {fixedRandomBytes, pfxPlan} from './our-files.js';
import {put, runOk, temporaryFolder} from './tools.js';
import {verifierNames, verifiers} from './verifiers.js';

type Authority = {readonly file: string; readonly certificate: Certificate};

/** A CA certificate from openssl, with a name in UTF-8; issued by another CA, or self-signed. */
async function authority(
	folder: string,
	key: KeyType,
	commonName: string,
	options: readonly string[] = [],
): Promise<Authority> {
	const file = path.join(folder, `${commonName}.pem`);
	const name = ['-utf8', '-subj', `/O=Prüfung, Ltd./CN=${commonName}`];
	const extensions = [
		'-addext',
		'basicConstraints=critical,CA:TRUE',
		'-addext',
		'keyUsage=critical,keyCertSign,cRLSign',
	];
	const keyFile = fixturePath(`test-only-${key}.pem`);
	// An empty configuration: the one of the system adds extensions of its own.
	const config = await put(folder, 'openssl.cnf', '[req]\ndistinguished_name=dn\n[dn]\n');
	const args = ['-x509', '-new', '-days', '3000', '-key', keyFile, '-config', config, '-out', file];
	await runOk('openssl', ['req', ...args, ...name, ...extensions, ...options]);
	const {stdout} = await runOk('openssl', ['x509', '-in', file, '-outform', 'PEM']);
	return {file, certificate: readCertificate(new X509Certificate(stdout).raw)};
}

/** A server certificate with a P-256 key, signed by the CA. */
function issueFrom({certificate}: Authority, caKey: KeyType): Uint8Array {
	return issueCertificate(testPlan('ssl', 'ecdsa-p256', {subject: []}), {
		subjectPublicKey: testKeyPair('ecdsa-p256').publicKey,
		signer: {privateKey: testKeyPair(caKey).privateKey, certificate},
		serialNumber: testSerialNumber,
	});
}

async function verifyWith(t: ExecutionContext, folder: string, leaf: Uint8Array, options: readonly string[]) {
	const file = await put(folder, 'leaf.pem', certificateToPem(leaf));
	const {stdout} = await runOk('openssl', ['verify', ...options, file]);
	t.is(stdout, `${file}: OK\n`);
}

for (const caKey of ['rsa-3072', 'ecdsa-p384'] as const)
	test(`openssl accepts strictly what a CA with an ${caKey} key issues, with an empty subject too`, async t => {
		const folder = await temporaryFolder(t);
		const root = await authority(folder, caKey, 'Root');
		const leaf = issueFrom(root, caKey);
		const server = ['-purpose', 'sslserver', '-verify_hostname', 'srv01.company.com'];
		await verifyWith(t, folder, leaf, ['-x509_strict', '-CAfile', root.file, ...server]);
		const read = readCertificate(leaf);
		t.deepEqual(Buffer.from(read.issuerDer), Buffer.from(root.certificate.subjectDer));
		t.is(read.authorityKeyIdentifier, root.certificate.subjectKeyIdentifier);
		t.deepEqual(
			read.extensions.filter(each => each.critical).map(each => each.oid),
			['2.5.29.17', '2.5.29.15', '2.5.29.19'],
			'the names are critical because the subject is empty',
		);
	});

test('a CA without a key identifier: its certificates name the hash of its key (RFC 5280, section 4.2.1.1)', async t => {
	const folder = await temporaryFolder(t);
	const withIdentifier = await authority(folder, 'rsa-2048', 'With');
	const without = await authority(folder, 'rsa-2048', 'Without', ['-addext', 'subjectKeyIdentifier=none']);
	t.is(without.certificate.subjectKeyIdentifier, null);
	const leaf = issueFrom(without, 'rsa-2048');
	t.is(readCertificate(leaf).authorityKeyIdentifier, withIdentifier.certificate.subjectKeyIdentifier);
	await verifyWith(t, folder, leaf, ['-CAfile', without.file]);
});

test('every program opens a PFX with a chain, and the leaf comes first', async t => {
	const folder = await temporaryFolder(t);
	const root = await authority(folder, 'rsa-3072', 'Root');
	const rootKey = fixturePath('test-only-rsa-3072.pem');
	const between = await authority(folder, 'rsa-4096', 'Between', ['-CA', root.file, '-CAkey', rootKey]);
	const leaf = issueFrom(between, 'rsa-4096');
	await verifyWith(t, folder, leaf, ['-x509_strict', '-CAfile', root.file, '-untrusted', between.file]);
	const files = [];
	for (const encryption of ['compatible', 'modern'] as const) {
		const content = {
			privateKey: testKeyPair('ecdsa-p256').privateKey,
			certificate: leaf,
			chain: [between.certificate.der],
			friendlyName: encryption,
			provider: null,
		};
		const protection = {...pfxPlan(encryption, 1000), password: 'password', randomBytes: fixedRandomBytes()};
		const pfx = await encodePfx(content, protection);
		const opened = await openPfx(pfx, 'password');
		t.deepEqual(
			opened.certificates.map(({der, friendlyName, localKeyId}) => [
				Buffer.from(der),
				friendlyName,
				localKeyId === opened.keys[0]?.localKeyId,
			]),
			[
				[Buffer.from(leaf), encryption, true],
				[Buffer.from(between.certificate.der), null, false],
			],
		);
		t.is(opened.keys[0]?.provider, null);
		const file = await put(folder, `${encryption}.pfx`, pfx);
		files.push({name: encryption, file, password: 'password', certificate: leaf});
	}
	for (const name of verifierNames) {
		const verdicts = await verifiers[name](files);
		for (const {name: encryption} of files)
			t.is(verdicts.get(encryption)?.said, null, `${name} ${encryption}`);
	}
});
