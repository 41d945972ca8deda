// Chains of a certificate authority as servers send them, complete and not; openssl makes the certificates.
import {X509Certificate} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {createSecureContext} from 'node:tls';
import test from 'ava';
import {presented} from '../../source/connect/presented.js';
import {trustOf} from '../../source/connect/trust.js';
import {runOk, temporaryFolder} from '../interop/tools.js';
import {makeAuthority} from './authority.js';
import {startTls} from './servers.js';

const look = (port: number, store: {context: ReturnType<typeof createSecureContext>}) =>
	presented({host: 'js1.company.com', port}, {timeoutMs: 10_000, resolve: async () => ['127.0.0.1'], store});

const storeOf = (...ca: readonly string[]) => ({context: createSecureContext({ca: [...ca]})});

test('the chain is what the server sends, never completed with what this computer has', async t => {
	const authority = await makeAuthority(t);
	const {key, certificate} = await authority.issue('js1', 'DNS:js1.company.com');
	const {root, intermediate} = authority;
	const store = storeOf(root.certificate, intermediate.certificate);
	const sent = async (...cert: readonly string[]) => {
		const port = await startTls(t, {key, cert: cert.join('')});
		const seen = await look(port, store);
		t.true(seen.trust?.trusted);
		return seen.chain.map(each => new X509Certificate(each).subject);
	};
	t.deepEqual(await sent(certificate), ['CN=js1']);
	t.deepEqual(await sent(certificate, intermediate.certificate), ['CN=js1', 'CN=Test Issuing CA']);
	t.deepEqual(await sent(certificate, intermediate.certificate, root.certificate), [
		'CN=js1',
		'CN=Test Issuing CA',
		'CN=Test Root CA',
	]);
});

for (const [what, options, reason] of [
	['a key of RSA-1024', ['-newkey', 'rsa:1024'], 'an RSA key of 1024 bits'],
	['a signature with SHA-1', ['-newkey', 'rsa:2048', '-sha1'], 'a SHA-1 signature'],
	['both', ['-newkey', 'rsa:1024', '-sha1'], 'an RSA key of 1024 bits and a SHA-1 signature'],
] as const)
	test(`a chain that is too weak because of ${what} is not trusted, and the reason is said`, async t => {
		const folder = await temporaryFolder(t);
		const file = (name: string) => path.join(folder, name);
		const make = (name: string, ...more: readonly string[]) =>
			runOk('openssl', [
				...['req', '-x509', '-nodes', '-days', '30', '-subj', `/CN=${name}`],
				...['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`), ...more],
			]);
		await make('ca', '-newkey', 'rsa:2048');
		await make('js1', ...options, '-CA', file('ca.pem'), '-CAkey', file('ca.key'));
		const [key, cert, ca] = await Promise.all(
			['js1.key', 'js1.pem', 'ca.pem'].map(name => readFile(file(name), 'utf8')),
		);
		const seen = await look(await startTls(t, {key, cert, ciphers: 'DEFAULT@SECLEVEL=0'}), storeOf(ca ?? ''));
		t.deepEqual(seen.trust, {
			trusted: false,
			reason: `a key or a signature in its chain is too weak (${reason})`,
			code: 'UNSPECIFIED',
		});
	});

test('a refusal that nothing in the chain explains is said with its code', t => {
	t.regex(trustOf('UNSPECIFIED', [Buffer.of(1)]).reason ?? '', /\(UNSPECIFIED\)$/);
});

test('a chain without its intermediate is not trusted by whoever knows the root alone', async t => {
	const {issue, root, intermediate} = await makeAuthority(t);
	const {key, certificate} = await issue('js1', 'DNS:js1.company.com');
	const store = storeOf(root.certificate);
	const complete = await look(await startTls(t, {key, cert: certificate + intermediate.certificate}), store);
	t.deepEqual(complete.trust, {trusted: true, reason: null, code: null});
	const missing = await look(await startTls(t, {key, cert: certificate}), store);
	t.false(missing.trust?.trusted);
	t.regex(missing.trust?.reason ?? '', /issuer's certificate is neither sent by the server nor in the store/);
});
