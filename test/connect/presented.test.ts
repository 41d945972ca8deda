// What a server presents, and every way in which a server can fail to; all servers are on this computer.
import {once} from 'node:events';
import {createServer as createHttpServer} from 'node:http';
import {connect, createServer} from 'node:net';
import {createSecureContext} from 'node:tls';
import test from 'ava';
import {ConnectError} from '../../source/connect/failure.js';
import {type LookOptions, presented} from '../../source/connect/presented.js';
import {keyPair} from '../proof/material.js';
import {documents, identity, listen, loopbackNames, startHttps, startTcp, startTls} from './servers.js';

const js1 = identity();

/** Every name is this computer. */
const options: LookOptions = {timeoutMs: 10_000, resolve: async () => ['127.0.0.1'], store: null};
const look = (port: number, changes: Partial<LookOptions> = {}, host = 'js1.company.com') =>
	presented({host, port}, {...options, ...changes});

const storeOf = (...ca: readonly string[]) => ({context: createSecureContext({ca: [...ca]})});

async function failureOf(port: number, changes: Partial<LookOptions> = {}) {
	return (await look(port, changes)).failure?.reason ?? null;
}

async function closedPort(): Promise<number> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	return typeof address === 'object' && address !== null ? address.port : 0;
}

for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
	test(`a server with ${version} presents its certificate, and the program says which version it was`, async t => {
		const port = await startTls(t, {...js1, minVersion: version, maxVersion: version});
		const seen = await look(port);
		t.is(seen.failure, null);
		t.is(seen.protocol, version);
		t.regex(seen.cipher ?? '', /^TLS_[A-Z\d_]+$/);
		t.deepEqual(seen.addresses, [{address: '127.0.0.1', state: 'answers'}]);
		t.is(seen.address, '127.0.0.1');
		t.deepEqual(
			seen.chain.map(each => Buffer.from(each)),
			[Buffer.from(js1.der)],
		);
		t.is(seen.trust, null);
	});

test('the name goes to the server in server_name, and an address does not (RFC 6066, section 3)', async t => {
	const names: (string | null)[] = [];
	const port = await startTls(t, {
		...js1,
		SNICallback: (name, callback) => {
			names.push(name);
			callback(null);
		},
	});
	await look(port, {}, 'xn--bcher-kva.example');
	await look(port, {}, '127.0.0.1');
	t.deepEqual(names, ['xn--bcher-kva.example']);
});

test('the first address that answers is looked at, and what became of the others is told', async t => {
	const port = await startTls(t, js1);
	const seen = await look(port, {resolve: async () => ['127.0.0.2', '127.0.0.1']});
	t.is(seen.address, '127.0.0.1');
	const [first, second] = seen.addresses;
	t.is(first?.address, '127.0.0.2');
	// macOS has only one address on its loopback adapter.
	t.regex(first?.state ?? '', /^(?:refuses|unreachable)$/);
	t.deepEqual(second, {address: '127.0.0.1', state: 'answers'});
});

test('an IPv6 address is looked at like any other', async t => {
	const port = await startTls(t, js1, '::1');
	const seen = await look(port, {resolve: async host => [host]}, '::1');
	t.is(seen.failure, null);
	t.is(seen.chain.length, 1);
});

test('a self-signed certificate is trusted when the store holds it, whatever the name is', async t => {
	const port = await startTls(t, js1);
	const known = await look(port, {store: storeOf(js1.cert)}, 'quite.another.name');
	t.true(known.trust?.trusted);
	const strange = await look(port, {store: storeOf(identity().cert)});
	t.is(strange.trust?.code, 'DEPTH_ZERO_SELF_SIGNED_CERT');
	t.false(strange.trust?.trusted);
});

test('whether a certificate is trusted is not known on a computer without a store', async t => {
	const seen = await look(await startTls(t, js1), {store: {context: null}});
	t.is(seen.trust?.trusted, null);
	t.is(seen.failure, null);
});

test('an expired certificate of the store is not trusted, and is presented all the same', async t => {
	const old = identity({
		notBefore: new Date('2020-01-01T00:00:00Z'),
		notAfter: new Date('2021-01-01T00:00:00Z'),
	});
	const seen = await look(await startTls(t, old), {store: storeOf(old.cert)});
	t.is(seen.trust?.code, 'CERT_HAS_EXPIRED');
	t.is(seen.chain.length, 1);
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
	test(`a server with ${version} that wants a client certificate is told apart, and its own one is seen`, async t => {
		const port = await startTls(t, {
			...js1,
			requestCert: true,
			rejectUnauthorized: true,
			ca: js1.cert,
			minVersion: version,
			maxVersion: version,
		});
		const seen = await look(port);
		t.is(seen.failure?.reason, 'client-certificate');
		t.is(seen.chain.length, 1);
	});

test('a server that only asks for a client certificate is not in the way of anybody', async t => {
	const port = await startTls(t, {...js1, requestCert: true, rejectUnauthorized: false});
	t.is(await failureOf(port), null);
});

test('a server that speaks only TLS 1.1 is told apart', async t => {
	const rsa = identity({key: 'rsa-2048'}, keyPair('rsa-2048'));
	const port = await startTls(t, {
		...rsa,
		minVersion: 'TLSv1',
		maxVersion: 'TLSv1.1',
		ciphers: 'DEFAULT@SECLEVEL=0',
	});
	t.is(await failureOf(port), 'old-tls');
});

test('a server that speaks HTTP without TLS is told apart from one that speaks something else', async t => {
	t.is(await failureOf(await listen(t, createHttpServer(documents({})))), 'plain-http');
	const ssh = await startTcp(t, socket => socket.write('SSH-2.0-OpenSSH_9.6\r\n'));
	t.is(await failureOf(ssh, {timeoutMs: 2000}), 'no-tls');
});

test('a port on which nothing listens refuses', async t => {
	t.is(await failureOf(await closedPort()), 'refused');
});

test('a name that nobody knows has no address', async t => {
	const resolve = async () => {
		throw new ConnectError('unknown-name', 'is not a name');
	};
	const seen = await look(1, {resolve});
	t.is(seen.failure?.reason, 'unknown-name');
	t.deepEqual(seen.addresses, []);
});

test('a server that takes the connection and says nothing is given up in time', async t => {
	const port = await startTcp(t, () => {});
	const before = performance.now();
	const seen = await look(port, {timeoutMs: 800});
	t.is(seen.failure?.reason, 'silent');
	t.regex(seen.failure?.message ?? '', /within 0\.8 seconds$/);
	t.is(seen.address, '127.0.0.1');
	t.true(performance.now() - before < 3000);
});

test('a server whose handshake drips is given up in time, and not said to be silent', async t => {
	const port = await startTcp(t, socket => {
		// The beginning of a ServerHello that never ends.
		socket.write(Buffer.from('1603030400', 'hex'));
		const timer = setInterval(() => socket.write('\u0002'), 100);
		socket.on('close', () => clearInterval(timer));
	});
	const seen = await look(port, {timeoutMs: 800});
	t.is(seen.failure?.reason, 'slow');
	t.is(seen.failure?.message, 'does not finish the TLS handshake within 0.8 seconds');
});

test('a name server that does not answer is given up in time', async t => {
	const seen = await look(1, {timeoutMs: 100, resolve: () => new Promise(() => {})});
	t.is(seen.failure?.reason, 'no-answer');
	t.regex(seen.failure?.message ?? '', /no name server/);
});

test('a slow server that answers in time is as good as any', async t => {
	const behind = await startTls(t, js1);
	const port = await startTcp(t, socket => {
		setTimeout(() => {
			const inner = connect(behind, '127.0.0.1');
			inner.on('error', () => socket.destroy());
			socket.pipe(inner).pipe(socket);
		}, 400);
	});
	const seen = await look(port);
	t.is(seen.failure, null);
	t.is(seen.chain.length, 1);
});

test('a server that breaks off during the handshake is told apart', async t => {
	t.is(
		await failureOf(await startTcp(t, socket => socket.once('data', () => socket.destroy()))),
		'broken-off',
	);
});

test('a server without a cipher in common is told apart', async t => {
	const port = await startTls(t, {...js1, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256'});
	t.is(await failureOf(port), 'no-common-cipher');
});

test('a server that answers with garbage neither crashes nor holds the program', async t => {
	const port = await startTcp(t, socket => socket.write(Buffer.alloc(70_000, 0x16)));
	t.truthy(await failureOf(port, {timeoutMs: 2000}));
});

test('a look that is aborted from outside rejects with the reason', async t => {
	const port = await startTcp(t, () => {});
	const abort = new AbortController();
	const looking = look(port, {signal: abort.signal});
	abort.abort(new Error('SIGINT'));
	await t.throwsAsync(looking, {message: 'SIGINT'});
});

test('a real HTTPS server is looked at without a request', async t => {
	let requests = 0;
	const port = await startHttps(t, {...identity({subjectAlternativeNames: loopbackNames})}, (_, response) => {
		requests++;
		response.end();
	});
	t.is(await failureOf(port), null);
	t.is(requests, 0);
});
