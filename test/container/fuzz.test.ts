// Changed files of every kind: each is read or refused with a problem, and nothing else is thrown.
import fc from 'fast-check';
import test from 'ava';
import {certificateToPem, pemFromDer} from '../../source/certificate/pem.js';
import {arrange} from '../../source/container/arrange.js';
import {readContent} from '../../source/container/content.js';
import {encryptedKeyToPem, privateKeyToPem} from '../../source/container/key-to-pem.js';
import {findingsOf} from '../../source/container/findings.js';
import {encodePkcs7} from '../../source/container/pkcs7.js';
import {inspectedCertificates, inspectedFile} from '../../source/describe/inspection-json.js';
import {ProblemError} from '../../source/problem/problem.js';
import {formatInspected} from '../../source/terminal/commands/inspect-report.js';
import {testKeyPair} from '../certificate/test-keys.js';
import {testPlan} from '../certificate/test-plan.js';
import {change, changed} from '../changed-bytes.js';
import {fixedRandomBytes, pfxOf, pfxPlan} from '../interop/our-files.js';
import {chain} from './files.js';

const password = 'password';
const {privateKey} = testKeyPair('ecdsa-p256');
const protection = {encryption: 'modern', iterations: 1, password, randomBytes: fixedRandomBytes()} as const;
const ders = chain();
const [certificate, pfx] = await pfxOf(
	testPlan('ssl', 'ecdsa-p256', {pfx: pfxPlan('compatible', 1)}),
	password,
);

/** Made by `openssl req` with the test key `ecdsa-p256`. */
const request = Buffer.from(
	[
		'MIHyMIGZAgEAMA8xDTALBgNVBAMMBHNydjEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARJ6HIV74C8OMY34ZF7ba',
		'RUd0mQ8E4N0rFrKYlgPjD+q5T7ZJ7rBDlE4kAOYBraCh27mrjqILE7nrD9mJ1xiTiAoCgwJgYJKoZIhvcNAQkOMRkw',
		'FzAVBgNVHREEDjAMggRzcnYxhwQKAAABMAoGCCqGSM49BAMCA0gAMEUCIQCy6W25a5iKpYMlYKZ8Hi4e1SZk5VMQW/',
		'FjzX/v+WA17gIgIS+S2LZVFi05/aQcJA1mGBN7oMWHNBkUPp0M2LZNvHM=',
	].join(''),
	'base64',
);

const files: Readonly<Record<string, Uint8Array>> = {
	PFX: pfx,
	'PFX in PEM': Buffer.from(pemFromDer('PKCS12', pfx)),
	certificate,
	'chain in PEM': Buffer.from(ders.map(certificateToPem).join('Bag Attributes\n    friendlyName: a\n')),
	'PKCS #7': encodePkcs7(ders),
	request,
	'key in the clear': Buffer.from(privateKeyToPem(privateKey)),
	'encrypted key': Buffer.from(await encryptedKeyToPem(privateKey, protection)),
};

/** All that `inspect` does with a file, but for reading it from the disk. */
async function inspect(bytes: Uint8Array, secret: string | null): Promise<void> {
	try {
		const container = arrange(await readContent(bytes, {password: secret}));
		const findings = findingsOf(container, {now: new Date(0), kind: null, password: secret});
		const inspected = {path: '/a', container, findings, kind: null};
		formatInspected('a', inspected);
		inspectedCertificates(inspected);
		inspectedFile(inspected);
	} catch (failure) {
		if (!(failure instanceof ProblemError)) throw failure;
	}
}

for (const [name, bytes] of Object.entries(files))
	test(`a changed file is inspected or refused with a problem: ${name}`, async t => {
		await fc.assert(
			fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), fc.boolean(), async (list, opens) => {
				await inspect(list.reduce(changed, bytes), opens ? password : null);
			}),
			{numRuns: 1000, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false},
		);
		t.pass();
	});

test('bytes of any kind are refused with a problem', async t => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({maxLength: 300}), async bytes => {
			await inspect(bytes, password);
			await inspect(Buffer.concat([Buffer.from('-----BEGIN CERTIFICATE-----\n'), bytes]), password);
		}),
		{numRuns: 1000},
	);
	t.pass();
});
