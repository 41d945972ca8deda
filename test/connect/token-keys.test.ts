// The token keys of an identity server: what it publishes, and all the ways in which it does not.
import {createPublicKey, X509Certificate} from 'node:crypto';
import type {RequestListener} from 'node:http';
import test, {type ExecutionContext} from 'ava';
import {readJsonWebKeys} from '../../source/connect/json-web-keys.js';
import {tokenKeys} from '../../source/connect/token-keys.js';
import {issue, keyPair, signingPlan} from '../proof/material.js';
import {documents, identity, startHttps} from './servers.js';

const ssl = identity();
const signing = issue(signingPlan());
const x509 = new X509Certificate(signing);
const hex = (fingerprint: string) => fingerprint.replaceAll(':', '');
const jwk = keyPair('rsa-2048').publicKey.export({format: 'jwk'});
const full = {
	...jwk,
	use: 'sig',
	kid: 'one',
	x5c: [Buffer.from(signing).toString('base64')],
	x5t: Buffer.from(hex(x509.fingerprint), 'hex').toString('base64url'),
};

const discovery = '/.well-known/openid-configuration';
const jwks = (port: number) => ({body: {jwks_uri: `https://js1.company.com:${port}/jwks`}});

async function ask(t: ExecutionContext, answer: RequestListener, timeoutMs = 10_000) {
	const port = await startHttps(t, ssl, answer);
	return tokenKeys({host: 'js1.company.com', port}, {address: '127.0.0.1', timeoutMs});
}

async function reason(t: ExecutionContext, answer: RequestListener, timeoutMs?: number) {
	const found = await ask(t, answer, timeoutMs);
	return found.status === 'published' ? 'published' : `${found.status}: ${found.reason}`;
}

test('a published key comes with its certificate and both fingerprints', async t => {
	const found = await ask(t, documents({[discovery]: jwks, '/jwks': () => ({body: {keys: [full]}})}));
	if (found.status !== 'published') return t.fail(found.reason);
	const [key, ...more] = found.keys;
	t.deepEqual(more, []);
	t.is(key?.kid, 'one');
	t.is(key?.thumbprint, hex(x509.fingerprint));
	t.is(key?.sha256, hex(x509.fingerprint256));
	t.deepEqual(Buffer.from(key?.certificate?.der ?? []), Buffer.from(signing));
});

test('jwks_uri may be a path, and redirects on the same host are followed', async t => {
	const pages = documents({
		[discovery]: () => ({status: 302, location: '/id/config'}),
		'/id/config': () => ({body: {jwks_uri: '/id/jwks'}}),
		'/id/jwks': () => ({body: {keys: [full]}}),
	});
	t.is(await reason(t, pages), 'published');
});

test('no other host is asked, neither after a redirect nor for the keys', async t => {
	t.is(
		await reason(t, documents({[discovery]: () => ({status: 301, location: 'https://evil.example/x'})})),
		'none: sends us on to evil.example, another host when asked for its OpenID configuration',
	);
	t.is(
		await reason(t, documents({[discovery]: () => ({body: {jwks_uri: 'https://js2.company.com/jwks'}})})),
		'none: publishes its token keys elsewhere, at js2.company.com: look at that server',
	);
	t.is(
		await reason(t, documents({[discovery]: () => ({body: {jwks_uri: 'http://js2.company.com/jwks'}})})),
		'none: publishes its token keys elsewhere, at js2.company.com: look at that server',
	);
});

test('keys and redirects without TLS on the same host are not read, and are not said to be on another host', async t => {
	t.is(
		await reason(t, documents({[discovery]: () => ({body: {jwks_uri: 'http://JS1.company.com:8080/jwks'}})})),
		'none: publishes its token keys at http://js1.company.com:8080, without TLS, where they are not read: is there a proxy before it that ends TLS?',
	);
	t.is(
		await reason(t, documents({[discovery]: () => ({status: 301, location: 'http://js1.company.com/x'})})),
		'none: sends us on to http://js1.company.com, without TLS, which is not followed when asked for its OpenID configuration',
	);
});

test('addresses of no web server are none', async t => {
	for (const address of ['ftp://js1.company.com/jwks', 'data:,{}', 'file:///etc/passwd']) {
		t.is(
			await reason(t, documents({[discovery]: () => ({body: {jwks_uri: address}})})),
			'none: publishes its token keys at an address that is none',
		);
		t.is(
			await reason(t, documents({[discovery]: () => ({status: 302, location: address})})),
			'none: sends us on to an address that is none when asked for its OpenID configuration',
		);
	}
});

test('a server that publishes nothing is no failure', async t => {
	t.is(await reason(t, documents({})), 'none: answers with HTTP 404 when asked for its OpenID configuration');
	t.is(
		await reason(t, documents({[discovery]: () => ({body: '<html>'})})),
		'none: answers with something that is not JSON when asked for its OpenID configuration',
	);
	for (const body of [[], null, 'x', {}, {jwks_uri: 5}])
		t.is(
			await reason(t, documents({[discovery]: () => ({body: JSON.stringify(body)})})),
			'none: publishes an OpenID configuration without jwks_uri',
		);
	t.is(
		await reason(t, documents({[discovery]: jwks, '/jwks': () => ({body: {keys: []}})})),
		'none: publishes an empty list of token keys',
	);
	t.is(
		await reason(t, documents({[discovery]: jwks, '/jwks': () => ({body: {keys: 'all'}})})),
		'none: publishes something that is no JSON Web Key Set',
	);
});

test('keys that cannot be read are not other keys: it is a failure, or what else is there counts', async t => {
	const strange = [{kty: 'RSA', x5c: ['AAAA']}, {kty: 'XYZ'}];
	const publish = (keys: readonly unknown[]) =>
		documents({[discovery]: jwks, '/jwks': () => ({body: {keys}})});
	t.is(await reason(t, publish(strange)), 'failed: publishes token keys that cannot be read');
	const found = await ask(t, publish([...strange, full]));
	t.deepEqual(found.status === 'published' ? found.keys.map(({kid}) => kid) : found.reason, ['one']);
});

test('circles of redirects and endless documents end', async t => {
	t.is(
		await reason(t, documents({[discovery]: () => ({status: 302, location: discovery})})),
		'none: sends us on more than 3 times when asked for its OpenID configuration',
	);
	const endless: RequestListener = (_, response) => {
		response.writeHead(200);
		const more = () => {
			while (response.write('x'.repeat(16_384)));
			response.once('drain', more);
		};
		more();
	};
	t.is(
		await reason(t, endless),
		'none: answers with more than 256 KiB when asked for its OpenID configuration',
	);
});

test('a server that does not answer the question in time is a failure', async t => {
	const silent: RequestListener = () => {};
	t.is(await reason(t, silent, 500), 'failed: does not tell its token keys within 0.5 seconds');
	t.is(await reason(t, silent, 1000), 'failed: does not tell its token keys within 1 second');
});

test('a server that switches to another protocol instead of answering has no document (RFC 9110, section 15.2.2)', async t => {
	const switching: RequestListener = ({socket}) => {
		socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
	};
	t.is(await reason(t, switching), 'none: answers with HTTP 101 when asked for its OpenID configuration');
});

test('a server that hangs up is a failure', async t => {
	t.regex(
		await reason(t, request => request.socket.destroy()),
		/^failed: breaks off the request \(.+\) when asked for its OpenID configuration$/,
	);
});

test('a key without a certificate has what is known: x5t, x5t#S256, the key itself (RFC 7517, section 4)', t => {
	const {x5c: _, ...withoutChain} = full;
	const sha256 = Buffer.from(hex(x509.fingerprint256), 'hex').toString('base64url');
	const [key] = readJsonWebKeys({keys: [{...withoutChain, 'x5t#S256': sha256}]}) ?? [];
	t.is(key?.certificate, null);
	t.is(key?.thumbprint, hex(x509.fingerprint));
	t.is(key?.sha256, hex(x509.fingerprint256));
	t.deepEqual(
		Buffer.from(key?.spki ?? []),
		createPublicKey(x509.publicKey.export({format: 'pem', type: 'spki'})).export({
			format: 'der',
			type: 'spki',
		}),
	);
});

test('the thumbprint of a key is understood as Windows writes it too', t => {
	const [key] = readJsonWebKeys({keys: [{kty: 'RSA', x5t: hex(x509.fingerprint).toLowerCase()}]}) ?? [];
	t.is(key?.thumbprint, hex(x509.fingerprint));
});

test('keys that encrypt, secrets and nonsense are no signing keys, and never crash', t => {
	const keys = [{...jwk, use: 'enc'}, {kty: 'oct', k: 'AAAA'}, null, 5, 'x', []];
	t.deepEqual(readJsonWebKeys({keys}), []);
	const empty = {kid: null, certificate: null, thumbprint: null, sha256: null, spki: null};
	for (const nonsense of [{kty: 'RSA', n: '!', e: 1}, {x5c: ['AAAA']}, {x5c: 'AAAA', x5t: 'AAAA'}, {kid: 5}])
		t.deepEqual(readJsonWebKeys({keys: [nonsense]}), [empty]);
});
