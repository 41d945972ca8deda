// Servers that others wrote, OpenSSL's and Python's, in both versions of TLS: with and without a wish for client certificates.
import {spawn} from 'node:child_process';
import test, {type ExecutionContext} from 'ava';
import {createSecureContext} from 'node:tls';
import {presented} from '../../source/connect/presented.js';
import {put, python, temporaryFolder} from '../interop/tools.js';
import {identity} from './servers.js';

const js1 = identity();
const versions = [
	['TLSv1.2', '-tls1_2'],
	['TLSv1.3', '-tls1_3'],
] as const;

const look = (port: number) =>
	presented(
		{host: 'js1.company.com', port},
		{
			timeoutMs: 10_000,
			resolve: async () => ['127.0.0.1'],
			store: {context: createSecureContext({ca: [js1.cert]})},
		},
	);

type Foreign = {
	readonly port: number;
	/** What the server has printed, when it matches; rejects after ten seconds. */
	readonly printed: (wanted: RegExp) => Promise<RegExpExecArray>;
};

/** Starts a server that prints its port as `port` finds it; it ends with the test. */
async function start(
	t: ExecutionContext,
	program: string,
	args: readonly string[],
	port: RegExp,
): Promise<Foreign> {
	const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'pipe']});
	t.teardown(() => child.kill('SIGKILL'));
	let text = '';
	const waiting = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (more: string) => {
			text += more;
			for (const each of waiting) each();
		});
	const printed = (wanted: RegExp) => {
		const {promise, resolve, reject} = Promise.withResolvers<RegExpExecArray>();
		const timer = setTimeout(() => reject(new Error(`${program} never printed ${wanted}: ${text}`)), 10_000);
		const match = () => {
			const found = wanted.exec(text);
			if (found !== null) resolve(found);
		};
		waiting.add(match);
		match();
		return promise.finally(() => {
			clearTimeout(timer);
			waiting.delete(match);
		});
	};
	child.once('error', cause => {
		text += cause.message;
	});
	const [, found] = await printed(port);
	return {port: Number(found), printed};
}

async function startOpenssl(t: ExecutionContext, options: readonly string[]): Promise<Foreign> {
	const folder = await temporaryFolder(t);
	const identityOptions = [
		...['-cert', await put(folder, 'js1.pem', js1.cert)],
		...['-key', await put(folder, 'js1.key', js1.key)],
	];
	const all = ['s_server', '-accept', '127.0.0.1:0', ...identityOptions, ...options];
	return start(t, 'openssl', all, /ACCEPT 127\.0\.0\.1:(\d+)/);
}

/** Reads from one client to the end and prints how that came. */
const reader = `
import socket, ssl, sys
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.minimum_version = context.maximum_version = ssl.TLSVersion[sys.argv[3]]
context.load_cert_chain(sys.argv[1], sys.argv[2])
listening = socket.create_server(('127.0.0.1', 0))
print('port', listening.getsockname()[1], flush=True)
while True:
    raw, _ = listening.accept()
    raw.settimeout(5)
    try:
        with context.wrap_socket(raw, server_side=True, suppress_ragged_eofs=False) as client:
            while client.recv(1000): pass
        print('end: in order', flush=True)
    except OSError as cause:
        print('end:', cause, flush=True)
`;

for (const [version, option] of versions) {
	test(`OpenSSL's server with ${version} is looked at without a failure`, async t => {
		const {port} = await startOpenssl(t, [option]);
		const seen = await look(port);
		t.is(seen.failure, null);
		t.is(seen.protocol, version);
		t.deepEqual(seen.trust, {trusted: true, reason: null, code: null});
	});

	test(`Python's server with ${version} is looked at without a failure, and the connection ends in order`, async t => {
		const folder = await temporaryFolder(t);
		const files = [await put(folder, 'js1.pem', js1.cert), await put(folder, 'js1.key', js1.key)];
		const args = ['-c', reader, ...files, version.replace('.', '_')];
		const {port, printed} = await start(t, python, args, /port (\d+)/);
		const seen = await look(port);
		t.is(seen.failure, null);
		t.is(seen.protocol, version);
		t.is((await printed(/end: (.*)\n/))[1], 'in order');
	});

	test(`OpenSSL's server with ${version} that wants a client certificate is told apart`, async t => {
		const {port} = await startOpenssl(t, [option, '-Verify', '1']);
		const seen = await look(port);
		t.is(seen.failure?.reason, 'client-certificate');
		t.is(seen.chain.length, 1);
	});

	test(`OpenSSL's server with ${version} that only asks for a client certificate is in nobody's way`, async t => {
		const {port} = await startOpenssl(t, [option, '-verify', '1']);
		t.is((await look(port)).failure, null);
	});
}
