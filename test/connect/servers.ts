// Servers on the loopback address that behave as a test tells them; each is gone with its test.
import type {KeyObject} from 'node:crypto';
import {X509Certificate} from 'node:crypto';
import {once} from 'node:events';
import type {IncomingMessage, RequestListener} from 'node:http';
import {createServer as createHttpsServer} from 'node:https';
import {createServer, type Server, type Socket} from 'node:net';
import {createServer as createTlsServer, type TlsOptions} from 'node:tls';
import type {ExecutionContext} from 'ava';
import type {CertificatePlan} from '../../source/plan/plan.js';
import {issue, keyPair, sslPlan} from '../proof/material.js';

/** Listens on a port that the system chooses, at 127.0.0.1 unless told otherwise; returns the port. */
export async function listen(t: ExecutionContext, server: Server, host = '127.0.0.1'): Promise<number> {
	const open = new Set<Socket>();
	server.on('connection', socket => {
		open.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => open.delete(socket));
	});
	server.listen(0, host);
	await once(server, 'listening');
	t.teardown(() => {
		for (const socket of open) socket.destroy();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}

export type Identity = {readonly key: string; readonly cert: string; readonly der: Uint8Array};

/** A self-signed certificate of our own engine, with an ECDSA key because that is made at once. */
export function identity(
	changes: Partial<CertificatePlan> = {},
	{publicKey, privateKey}: {publicKey: KeyObject; privateKey: KeyObject} = keyPair('ecdsa-p256'),
): Identity {
	const der = issue(sslPlan('ecdsa-p256', changes), {publicKey, privateKey});
	return {
		der,
		cert: new X509Certificate(der).toString(),
		key: privateKey.export({format: 'pem', type: 'pkcs8'}).toString(),
	};
}

/** A SAN that fits a server on this computer. */
export const loopbackNames: CertificatePlan['subjectAlternativeNames'] = [
	{type: 'dns', value: 'localhost'},
	{type: 'ip', value: '127.0.0.1'},
	{type: 'ip', value: '::1'},
];

/** A TLS server that says nothing more; returns its port. */
export function startTls(t: ExecutionContext, options: TlsOptions, host?: string): Promise<number> {
	const server = createTlsServer(options, socket => socket.on('error', () => {}));
	server.on('tlsClientError', () => {});
	return listen(t, server, host);
}

/** An HTTPS server; returns its port. */
export function startHttps(
	t: ExecutionContext,
	options: TlsOptions,
	answer: RequestListener,
): Promise<number> {
	const server = createHttpsServer(options, answer);
	server.on('tlsClientError', () => {});
	return listen(t, server);
}

/** A TCP server that does what it is told with each connection; returns its port. */
export function startTcp(t: ExecutionContext, onConnection: (socket: Socket) => void): Promise<number> {
	return listen(t, createServer(onConnection));
}

/** Paths → JSON documents, or whole answers; everything else is not found. The port is that of the request. */
export function documents(
	pages: Readonly<Record<string, (port: number) => {status?: number; location?: string; body?: unknown}>>,
): RequestListener {
	return (request: IncomingMessage, response) => {
		const page = pages[request.url ?? '']?.(request.socket.localPort ?? 0);
		const {status = page === undefined ? 404 : 200, location, body} = page ?? {};
		response.writeHead(status, location === undefined ? {} : {location});
		response.end(typeof body === 'string' ? body : JSON.stringify(body ?? null));
	};
}
