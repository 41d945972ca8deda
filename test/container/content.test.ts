// What files look like after mail, editors and shells had them in their hands, and what is refused.
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {encodePkcs7} from '../../source/container/pkcs7.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {certificate, certificatePem, chain, open, refusal} from './files.js';

const keyPem = testKeyPair('rsa-2048').privateKey.export({type: 'pkcs8', format: 'pem'}).toString();

const wrapped: readonly (readonly [how: string, bytes: Uint8Array | string])[] = [
	['as DER', certificate],
	['as DER with a line end behind it', Buffer.concat([certificate, Buffer.from('\r\n')])],
	['with CRLF', certificatePem.replaceAll('\n', '\r\n')],
	['with a byte order mark', `\ufeff${certificatePem}`],
	['with text around', `Dear all,\n\nhere it is:\n\n${certificatePem}\n-- \nIT\n`],
	['indented', certificatePem.replace(/^/gm, '    ')],
	['in one line', certificatePem.replace(/\n(?!-)(?=.)/g, '').replace('-----\n', '-----')],
	['copied out of JSON', JSON.stringify({certificate: certificatePem})],
	['as UTF-16 from PowerShell', Buffer.from(`\ufeff${certificatePem}`, 'utf16le')],
	['as UTF-16 without a byte order mark', Buffer.from(certificatePem, 'utf16le')],
	['as big-endian UTF-16', Buffer.from(`\ufeff${certificatePem}`, 'utf16le').swap16()],
	['as base64 alone', Buffer.from(certificate).toString('base64')],
	['as base64 in lines, in UTF-16', Buffer.from(certificatePem.replace(/-----.*\n/g, ''), 'utf16le')],
	['under a wrong label', certificatePem.replaceAll('CERTIFICATE', 'PKCS7')],
];

for (const [how, bytes] of wrapped)
	test(`a certificate is read ${how}`, async t => {
		const {certificates, problems} = await open(bytes);
		t.deepEqual(
			certificates.map(each => Buffer.from(each.certificate.der)),
			[Buffer.from(certificate)],
		);
		t.deepEqual(problems, []);
	});

test('certificates come in the order of their chain, the one with the key first, each one once', async t => {
	const [leaf, intermediate, root] = chain();
	const stranger = certificate;
	const pems = [root, stranger, root, intermediate, leaf].map(certificateToPem);
	const found = await open([...pems, keyPem].join(''));
	t.deepEqual(
		found.certificates.map(each => Buffer.from(each.certificate.der)),
		[stranger, leaf, intermediate, root].map(each => Buffer.from(each)),
	);
	t.deepEqual(
		found.certificates.map(({key, issuer}) => [key, issuer]),
		[
			[0, 0],
			[0, 2],
			[null, 3],
			[null, 3],
		],
	);
});

test('an issuer of the right name that has not made the signature is none', async t => {
	const [leaf, intermediate] = chain();
	const impostor = Buffer.from(intermediate);
	// The last byte of its public key's y coordinate: still a certificate, another key.
	const key = testKeyPair('ecdsa-p384').publicKey.export({type: 'spki', format: 'der'});
	const end = impostor.indexOf(key) + key.length - 1;
	impostor[end] = (impostor[end] ?? 0) ^ 1;
	const found = await open([leaf, impostor].map(certificateToPem).join(''));
	t.deepEqual(
		found.certificates.map(each => each.issuer),
		[null, null],
	);
});

test('damaged blocks are reported, and the good ones read', async t => {
	const damaged = certificatePem.replace(/\n.{40}/, '\n!!!!');
	const open1 = '-----BEGIN CERTIFICATE-----\nMIIB\n';
	const found = await open(damaged + open1 + certificatePem);
	t.is(found.certificates.length, 1);
	t.deepEqual(
		found.problems.map(each => `${each.code} ${each.message}`),
		[
			'file-damaged block 1 (CERTIFICATE): the text between BEGIN and END CERTIFICATE is damaged',
			'file-damaged block 2 (CERTIFICATE): the text between BEGIN and END CERTIFICATE is damaged',
		],
	);
});

test('PKCS #7 that we write is read again, in our order', async t => {
	const certificates = chain();
	const found = await open(encodePkcs7(certificates));
	t.is(found.format, 'pkcs7');
	t.deepEqual(
		found.certificates.map(each => Buffer.from(each.certificate.der)),
		certificates.map(each => Buffer.from(each)),
	);
});

const refused: readonly (readonly [
	what: string,
	bytes: Uint8Array | string,
	code: string,
	message: RegExp,
])[] = [
	['an empty file', '', 'file-unknown', /^the file is empty$/],
	['a text', 'hello', 'file-unknown', /^this is no PFX, certificate, request or key$/],
	['a text that begins as DER does', '0123456789', 'file-unknown', /^this is no PFX/],
	['zeros', new Uint8Array(100), 'file-unknown', /nothing but zeros/],
	['a ZIP archive', 'PK\x03\x04....', 'file-unknown', /ZIP/],
	['a web page', '<!DOCTYPE html><title>Log in</title>', 'file-unknown', /web page/],
	[
		'half a certificate',
		certificate.subarray(0, 300),
		'file-damaged',
		/^the file is damaged: offset 0: a length of/,
	],
	['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA', 'file-unsupported', /SSH/],
	['a revocation list', Buffer.from('3003020101', 'hex'), 'file-unknown', /^this is no PFX/],
];

for (const [what, bytes, code, message] of refused)
	test(`${what} is refused, and named where it can be`, async t => {
		const problem = await refusal(bytes);
		t.is(problem.code, code as typeof problem.code);
		t.regex(problem.message, message);
	});
