// Chains of a certificate authority as servers send them, complete and not; openssl makes the certificates.
import {X509Certificate} from 'node:crypto';
import {createSecureContext} from 'node:tls';
import test from 'ava';
import {presented} from '../../source/connect/presented.js';
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
