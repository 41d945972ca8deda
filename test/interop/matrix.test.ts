// Every combination of encryption mode, key type and kind, judged by every foreign program.
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {type KeyType, keyTypes, type Kind, pfxEncryptions} from '../../source/profile/profile.js';
import {selfSigned, testPlan} from '../certificate/test-plan.js';
import {pfxPlan, putPfx} from './our-files.js';
import {inPairs, put, runOk} from './tools.js';
import {type PfxFile, openssl, verifierNames, verifiers} from './verifiers.js';

/** Signing certificates are RSA only: their tokens are RS256. */
const combinations: readonly (readonly [Kind, KeyType])[] = [
	...keyTypes.map(key => ['ssl', key] as const),
	...keyTypes.filter(key => key.startsWith('rsa')).map(key => ['signing', key] as const),
];

const password = 'Correct horse 1';

/** Made once, for all programs. */
const files: PfxFile[] = [];
let folder = '';

test.before(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'safeq-cert-tui-test-'));
	for (const encryption of pfxEncryptions)
		for (const [kind, key] of combinations) {
			const name = `${kind}-${key}-${encryption}`;
			const plan = testPlan(kind, key, {friendlyName: name, pfx: pfxPlan(encryption)});
			files.push(await putPfx(folder, name, plan, password));
		}
});

test.after.always(() => rm(folder, {recursive: true, force: true}));

for (const name of verifierNames)
	test(`${name} opens the PFX of every encryption mode, key type and kind`, async t => {
		t.is(files.length, 16);
		const verdicts = await verifiers[name](files);
		for (const file of files) t.is(verdicts.get(file.name)?.said, null, file.name);
	});

test('the bags hold the attributes that Windows wants, and no others', async t => {
	const file = await putPfx(
		folder,
		'attributes',
		testPlan('ssl', 'rsa-2048', {friendlyName: 'Leaf only'}),
		password,
	);
	const output = (await openssl([file])).get('attributes')?.output ?? '';
	const [keyBag, certificateBag] = output.split(/^Bag Attributes$/m).slice(1);
	const attributes = (bag: string | undefined) =>
		[...(bag ?? '').matchAll(/^ {4}(.*?)\s*$/gm)].map(match => match[1]).sort();
	const [provider, localKeyId, ...others] = attributes(keyBag);
	t.regex(localKeyId ?? '', /^localKeyID: (?:[0-9A-F]{2} ?){20}$/);
	t.is(provider, 'Microsoft CSP Name: Microsoft Software Key Storage Provider');
	t.deepEqual(others, []);
	t.regex(keyBag ?? '', /^Key Attributes: <No Attributes>$/m, 'a key usage would stand here');
	t.deepEqual(attributes(certificateBag), ['friendlyName: Leaf only', localKeyId]);
});

/** Options of `openssl verify` for a server certificate. */
const asServer = ['-purpose', 'sslserver', '-verify_hostname', 'srv01.company.com', '-verify_ip', '10.0.0.1'];

test('openssl verify -x509_strict accepts every kind and key type, self-signed', async t => {
	await inPairs(combinations, async ([kind, key]) => {
		for (const signatureHash of ['sha256', 'sha384', 'sha512'] as const) {
			const pem = certificateToPem(selfSigned(testPlan(kind, key, {signatureHash})));
			const file = await put(folder, `${kind}-${key}-${signatureHash}.pem`, pem);
			const purpose = kind === 'ssl' ? asServer : [];
			const {stdout} = await runOk('openssl', ['verify', '-x509_strict', '-CAfile', file, ...purpose, file]);
			t.is(stdout, `${file}: OK\n`);
		}
	});
});
