// One real TLS handshake between two ends in this process: no socket listens, nothing leaves the computer.
import type {KeyObject} from 'node:crypto';
import {duplexPair} from 'node:stream';
import {connect, createSecureContext, type PeerCertificate, TLSSocket} from 'node:tls';
import {within} from './within.js';

export type Handshake = {
	/** What the client received. */
	readonly peer: PeerCertificate;
	/** Why the client does not trust it, in OpenSSL's code; null when it does. */
	readonly refusal: string | null;
};

const limitMilliseconds = 10_000;
const greeting = 'GET / HTTP/1.1';

/**
 * A server with this key and certificate meets a client whose only trust anchor is the certificate; they exchange a
 * line. `servername` is for SNI, empty for an address (RFC 6066, section 3). The client does not compare names:
 * that is a check of its own. Rejects when the handshake breaks off.
 */
export async function shakeHands(privateKey: KeyObject, pem: string, servername: string): Promise<Handshake> {
	const [serverSide, clientSide] = duplexPair();
	const key = privateKey.export({type: 'pkcs8', format: 'pem'});
	// One context for both ends: the client shows no certificate unless asked, and a context costs time and memory.
	const secureContext = createSecureContext({key, cert: pem, ca: pem});
	const server = new TLSSocket(serverSide, {isServer: true, secureContext});
	const client = connect({
		socket: clientSide,
		secureContext,
		servername,
		rejectUnauthorized: false,
		checkServerIdentity: () => undefined,
	});
	const finished = new Promise<Handshake>((resolve, reject) => {
		for (const end of [server, client, serverSide, clientSide]) end.on('error', reject);
		client.on('close', () => reject(new Error('the connection was closed')));
		client.once('secureConnect', () => client.write(greeting));
		server.once('data', line => server.write(line));
		client.once('data', line => {
			if (String(line) !== greeting) reject(new Error('what was sent did not arrive'));
			const error: Error | string | null = client.authorizationError ?? null;
			resolve({peer: client.getPeerCertificate(), refusal: error === null ? null : String(error)});
		});
	});
	try {
		return await within(limitMilliseconds, 'the handshake', () => finished);
	} finally {
		client.destroy();
		server.destroy();
		secureContext.context.close();
	}
}
