// What there is to say about files of openssl's and of ours: each code of the findings, and the nearest file without it.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {certificateToPem} from '../../source/certificate/pem.js';
import {findingsOf} from '../../source/container/findings.js';
import type {ProblemCode} from '../../source/problem/codes.js';
import type {Severity} from '../../source/problem/problem.js';
import {testPlan} from '../certificate/test-plan.js';
import {pfxOf} from '../interop/our-files.js';
import {put, temporaryFolder} from '../interop/tools.js';
import {certificatePem, chain, ecKeyFile, open, openssl, password, rsaKeyFile} from './files.js';

type File = {readonly bytes: Uint8Array | string; readonly password: string | null};

/** Makes a file in a folder that holds `certificate.pem`. */
type Recipe = (folder: string) => Promise<File>;

const unlocked = (bytes: Uint8Array | string): File => ({bytes, password: null});

/** `openssl pkcs12 -export` of the certificate and its key, with more options. */
const pfx =
	(options: readonly string[], secret = password): Recipe =>
	async folder => {
		const key = options.includes('-nokeys') ? [] : ['-inkey', rsaKeyFile];
		const common = ['pkcs12', '-export', '-in', path.join(folder, 'certificate.pem'), ...key];
		const bytes = await openssl(folder, 'made.pfx', [...common, '-passout', `pass:${secret}`, ...options]);
		return {bytes, password: secret};
	};

const [leaf, intermediate, root] = chain().map(certificateToPem);
const rsaKey = readFileSync(rsaKeyFile, 'utf8');
const ecKey = readFileSync(ecKeyFile, 'utf8');

const pem =
	(...blocks: readonly (string | undefined)[]): Recipe =>
	async () =>
		unlocked(blocks.join(''));

/** Our own PFX: it has everything that a server needs. */
const ours: Recipe = async () => ({bytes: (await pfxOf(testPlan('ssl', 'rsa-2048'), password))[1], password});

/** The key as PKCS #8 that is encrypted. */
const encryptedKey: Recipe = async folder => {
	const args = ['pkcs8', '-topk8', '-in', rsaKeyFile, '-passout', `pass:${password}`];
	return {bytes: await openssl(folder, 'key.pem', args), password};
};

/** A self-signed CA of the key `rsa-2048`. */
async function authority(folder: string): Promise<string> {
	const args = ['req', '-x509', '-key', rsaKeyFile, '-subj', '/CN=Test CA', '-days', '30'];
	const config = await put(folder, 'ca.cnf', '[req]\ndistinguished_name=dn\n[dn]\n');
	const extensions = ['-addext', 'basicConstraints=critical,CA:TRUE', '-config', config];
	return (await openssl(folder, 'ca.pem', [...args, ...extensions])).toString();
}

const provider = 'Microsoft Software Key Storage Provider';
const [isCa, isCaWithKey]: readonly [Recipe, Recipe] = [
	async folder => unlocked(await authority(folder)),
	async folder => unlocked((await authority(folder)) + rsaKey),
];

/** Each finding with a file that has it, and the nearest ones that have it not. */
const findings: readonly (readonly [
	what: string,
	severity: Severity,
	code: ProblemCode,
	has: Recipe,
	hasNot: readonly Recipe[],
])[] = [
	['a PFX without a key', 'warning', 'key-missing', pfx(['-nokeys']), [pfx([]), pem(certificatePem)]],
	[
		"a key that is no certificate's",
		'warning',
		'key-unmatched',
		pem(certificatePem, rsaKey, ecKey),
		[pem(certificatePem, rsaKey), pem(ecKey)],
	],
	[
		'a PFX whose key names no provider',
		'warning',
		'provider-missing',
		pfx([]),
		[pfx(['-CSP', provider]), pem(certificatePem, rsaKey)],
	],
	['a friendly name on the key', 'note', 'friendly-name-on-key', pfx(['-name', 'both']), [pfx([]), ours]],
	['a key alone in the clear', 'warning', 'key-unencrypted', pem(rsaKey), [encryptedKey]],
	[
		'a key in the clear in a PFX',
		'warning',
		'key-unencrypted',
		pfx(['-keypbe', 'NONE']),
		[pfx(['-certpbe', 'NONE'])],
	],
	['a PFX without a MAC', 'warning', 'mac-missing', pfx(['-nomac']), [pfx([]), encryptedKey]],
	[
		'a certificate with its key and without its issuer',
		'note',
		'issuer-missing',
		pem(leaf, rsaKey),
		[pem(leaf, rsaKey, intermediate), pem(leaf), pem(certificatePem, rsaKey)],
	],
	[
		'a chain with its root',
		'note',
		'root-included',
		pem(leaf, intermediate, root),
		[pem(leaf, intermediate), pem(root)],
	],
	['a CA with its key', 'warning', 'key-of-ca', isCaWithKey, [isCa, pem(certificatePem, rsaKey)]],
	['an empty password', 'warning', 'password-empty', pfx([], ''), [pfx([])]],
	['a password beyond ASCII', 'warning', 'password-non-ascii', pfx([], 'a b ř'), [pfx([], 'a b r')]],
	// Too many are judged by the most that there are anywhere in the file, too few by the fewest.
	[
		'more iterations than .NET opens',
		'error',
		'iterations-too-many',
		pfx(['-iter', '300001', '-nomaciter']),
		[pfx(['-iter', '300000'])],
	],
	[
		'a MAC of one iteration',
		'warning',
		'iterations-too-few',
		pfx(['-iter', '2048', '-nomaciter']),
		[pfx(['-iter', '2048'])],
	],
];

/** All that is found in a file, as "severity code". */
async function found(folder: string, recipe: Recipe): Promise<readonly string[]> {
	const {bytes, password} = await recipe(folder);
	const container = await open(bytes, password);
	const {certificates, file} = findingsOf(container, {now: new Date(), kind: null, password});
	return [...certificates.flat(), ...file].map(({severity, code}) => `${severity} ${code}`);
}

for (const [what, severity, code, has, hasNot] of findings)
	test(`${what} is found, and not in the nearest files: ${code}`, async t => {
		const folder = await temporaryFolder(t);
		await put(folder, 'certificate.pem', certificatePem);
		t.true((await found(folder, has)).includes(`${severity} ${code}`));
		for (const recipe of hasNot)
			t.false((await found(folder, recipe)).some(each => each.endsWith(` ${code}`)));
	});

test('of what a file alone can get wrong, nothing is said of the PFX that we make', async t => {
	const folder = await temporaryFolder(t);
	const codes: readonly string[] = findings.map(([, severity, code]) => `${severity} ${code}`);
	t.deepEqual(
		(await found(folder, ours)).filter(each => codes.includes(each)),
		[],
	);
});

test('a PFX that is not encrypted at all is not blamed for its missing MAC as well', async t => {
	const folder = await temporaryFolder(t);
	await put(folder, 'certificate.pem', certificatePem);
	const codes = await found(folder, pfx(['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'], ''));
	t.true(codes.includes('warning key-unencrypted'));
	t.false(codes.includes('warning mac-missing'));
});

test('what is not known yet is not said to be missing: a PFX whose password nobody has given', async t => {
	const folder = await temporaryFolder(t);
	await put(folder, 'certificate.pem', certificatePem);
	const {bytes} = await pfx(['-nokeys'])(folder);
	const container = await open(bytes);
	t.true(container.locked);
	const {file} = findingsOf(container, {now: new Date(), kind: null, password: null});
	t.false(file.some(({code}) => code === 'key-missing'));
});

test('every code that the findings can have has its row here', t => {
	const source = readFileSync(new URL('../../../source/container/findings.ts', import.meta.url), 'utf8');
	const codes = [...source.matchAll(/\b(?:error|warning|note)\(\s*'([a-z-]+)'/g)].map(
		([, code = '']) => code,
	);
	const rows = findings.map(([, , code]): string => code);
	t.true(codes.length >= 9);
	t.deepEqual(
		codes.filter(code => !rows.includes(code)),
		[],
	);
});
