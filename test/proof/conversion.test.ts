// The proof of converted files, shown files that are wrong: it must see each fault.
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {encryptedKeyToPem, privateKeyToPem} from '../../source/container/key-to-pem.js';
import {encodePfx} from '../../source/pfx/encode.js';
import {type ConvertedFile, proveConversion} from '../../source/proof/conversion.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {certificate, chain} from '../container/files.js';
import {fixedRandomBytes} from '../interop/our-files.js';

const password = 'conversion';
const {privateKey} = testKeyPair('rsa-2048');
const other = testKeyPair('rsa-3072').privateKey;
const [leaf, intermediate] = chain();
const protection = {
	encryption: 'modern',
	iterations: 1000,
	password,
	randomBytes: fixedRandomBytes(),
} as const;
const content = {
	privateKey,
	certificate: leaf,
	chain: [intermediate],
	friendlyName: 'name',
	provider: 'provider',
};
const expected = {
	certificates: [leaf, intermediate],
	friendlyName: 'name',
	pfx: {encryption: 'modern', iterations: 1000, provider: 'provider'},
} as const;

const pfxFile = async (changes: Partial<typeof content>, more: object = {}): Promise<ConvertedFile> => ({
	name: 'PFX',
	bytes: await encodePfx({...content, ...changes}, {...protection, ...more}),
	certificates: expected.certificates,
	privateKey,
	password,
	pfx: expected,
});

const failed = async (file: ConvertedFile) =>
	(await proveConversion(file)).filter(({ok}) => !ok).map(({check}) => check);

test('a PFX that is as asked passes', async t => {
	t.deepEqual(await failed(await pfxFile({})), []);
});

test('every fault of a PFX is seen: certificates, key, names, encryption, password', async t => {
	t.deepEqual(await failed(await pfxFile({chain: []})), ['PFX holds this certificate and one key']);
	t.deepEqual(await failed(await pfxFile({chain: [certificate]})), [
		'PFX holds this certificate and one key',
	]);
	t.deepEqual(await failed(await pfxFile({privateKey: other})), [
		'PFX holds the same private key',
		'private key belongs to the certificate',
	]);
	t.deepEqual(await failed(await pfxFile({friendlyName: 'x'})), ['friendly name on the certificate only']);
	t.deepEqual(await failed(await pfxFile({provider: 'x'})), ['key provider as planned']);
	t.deepEqual(await failed(await pfxFile({}, {encryption: 'compatible'})), ['PFX encryption as planned']);
	t.deepEqual(await failed(await pfxFile({}, {password: 'x'})), ['PFX can be read again']);
});

test('every fault of other files is seen: another certificate, another key, a key in the clear', async t => {
	const plain = {certificates: [leaf], privateKey: null, password: null, pfx: null};
	const pem = (...ders: Uint8Array[]) => Buffer.from(ders.map(certificateToPem).join(''));
	t.deepEqual(await failed({...plain, name: 'certificate', bytes: pem(leaf)}), []);
	const reads = ['certificate reads back: the same certificates, no key'];
	t.deepEqual(await failed({...plain, name: 'certificate', bytes: pem(intermediate)}), reads);
	t.deepEqual(await failed({...plain, name: 'certificate', bytes: pem(leaf, intermediate)}), reads);
	const withKey = Buffer.concat([pem(leaf), Buffer.from(privateKeyToPem(privateKey))]);
	t.deepEqual(await failed({...plain, name: 'certificate', bytes: withKey}), reads);
	const key = {name: 'key', certificates: [], privateKey, password, pfx: null};
	t.deepEqual(
		await failed({...key, bytes: Buffer.from(await encryptedKeyToPem(privateKey, protection))}),
		[],
	);
	t.deepEqual(await failed({...key, bytes: Buffer.from(await encryptedKeyToPem(other, protection))}), [
		'key reads back: the same private key',
	]);
	t.deepEqual(await failed({...key, bytes: Buffer.from(privateKeyToPem(privateKey))}), [
		'key is closed without its password',
	]);
	t.deepEqual(await failed({...key, bytes: Buffer.from('nothing')}), ['key can be read again']);
});
