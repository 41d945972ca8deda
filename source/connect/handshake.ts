// One TLS handshake with a server, to see what it presents; nothing is verified that would end it.
import type {Socket} from 'node:net';
import {connect, type PeerCertificate, type SecureContext, type TLSSocket} from 'node:tls';
import {makeEnding} from './ending.js';
import {codeOf, type ConnectFailure} from './failure.js';
import {handshakeFailure, refusalAfterHandshake} from './tls-failure.js';

export type Handshake = {
	/** `TLSv1.3`; null when it did not come so far. */
	readonly protocol: string | null;
	/** IANA's name: `TLS_AES_256_GCM_SHA384`. */
	readonly cipher: string | null;
	/** DER, the server's own certificate first; what the server sent, as far as it is one chain. */
	readonly chain: readonly Uint8Array[];
	/** OpenSSL's code for why the chain is not trusted in the context: `DEPTH_ZERO_SELF_SIGNED_CERT`; null when it is. */
	readonly distrust: string | null;
	readonly failure: ConnectFailure | null;
};

/** How long a server may take to refuse a client that did not identify itself, after the handshake. */
const refusalMs = 250;

/**
 * Shakes hands over a connected socket, which is gone afterwards. With TLS 1.3 the client is finished before the server
 * has looked whether there is a client certificate, so it waits for a sign: a session ticket, or an alert.
 * Rejects with the signal's reason when aborted.
 */
export function shakeHands(
	socket: Socket,
	name: string,
	secureContext: SecureContext,
	signal: AbortSignal,
): Promise<Handshake> {
	const {promise, resolve, reject} = Promise.withResolvers<Handshake>();
	const tls = connect({
		socket,
		servername: name,
		secureContext,
		rejectUnauthorized: false,
		// Names are the caller's question; Node's own answer would stand where the chain's belongs.
		checkServerIdentity: () => undefined,
	});
	let seen: Omit<Handshake, 'failure'> = {protocol: null, cipher: null, chain: [], distrust: null};
	const {finish, part, partIn} = makeEnding<ConnectFailure | null>(tls, failure => {
		signal.removeEventListener('abort', onAbort);
		socket.destroy();
		resolve({...seen, failure});
	});
	const onAbort = () => {
		reject(signal.reason);
		finish(null);
	};
	signal.addEventListener('abort', onAbort, {once: true});
	// A server that wants a client certificate ends a handshake of TLS 1.2 before anything but its secrets is known:
	// they are known after its certificate.
	tls.on('keylog', () => {
		if (seen.chain.length === 0) seen = {...seen, chain: chainOf(tls)};
	});
	tls.once('secureConnect', () => {
		seen = seenOf(tls);
		// Node says `session` from inside OpenSSL's reading, where nothing can be written: close_notify would not go out,
		// and servers answer half a connection with an alert.
		tls.once('session', () => setImmediate(part, null));
		tls.resume();
		partIn(seen.protocol === 'TLSv1.3' ? refusalMs : 0, null);
	});
	tls.on('error', cause => {
		finish(
			seen.protocol === null
				? handshakeFailure(cause, seen.chain.length > 0, name)
				: refusalAfterHandshake(cause),
		);
	});
	tls.once('close', () => finish(null));
	if (signal.aborted) onAbort();
	return promise;
}

/** After a whole handshake. */
function seenOf(tls: TLSSocket): Omit<Handshake, 'failure'> {
	return {
		protocol: tls.getProtocol(),
		cipher: tls.getCipher().standardName,
		chain: chainOf(tls),
		distrust: tls.authorizationError === undefined ? null : codeOfDistrust(tls.authorizationError),
	};
}

/** Node gives the code where the types promise an error. */
function codeOfDistrust(given: unknown): string | null {
	if (given === null) return null;
	return typeof given === 'string' ? given : codeOf(given) || String(given);
}

/** Each certificate holds its issuer; a self-signed one itself. */
function chainOf(tls: TLSSocket): Uint8Array[] {
	const chain: Uint8Array[] = [];
	const known = new Set<string>();
	let next: Partial<PeerCertificate> & {issuerCertificate?: PeerCertificate} = tls.getPeerCertificate(true);
	while (next?.raw !== undefined && next.fingerprint256 !== undefined && !known.has(next.fingerprint256)) {
		known.add(next.fingerprint256);
		chain.push(Uint8Array.from(next.raw));
		if (next.issuerCertificate === undefined) break;
		next = next.issuerCertificate;
	}
	return chain;
}
