// What a server presents: where it is, who answers, TLS, its certificates, and whether this computer trusts them.
import {type Deadline, orAborted, secondsText, startDeadline} from './deadline.js';
import {type Endpoint, serverName} from './endpoint.js';
import {type ConnectFailure, ConnectError} from './failure.js';
import {type Handshake, shakeHands} from './handshake.js';
import {speaksPlainHttp} from './plain-http.js';
import {reach} from './reach.js';
import {emptyStore, type SystemStore, type Trust, trustOf, unknownTrust} from './trust.js';
import type {AddressState} from './unreached.js';

export type Presented = {
	/** Every address of the name, in the system's order, and what became of it; empty when there is none. */
	readonly addresses: readonly {readonly address: string; readonly state: AddressState}[];
	/** The address that was looked at; null when none answered. */
	readonly address: string | null;
	readonly protocol: string | null;
	readonly cipher: string | null;
	/** DER, the server's own certificate first, as sent; never completed from a store. */
	readonly chain: readonly Uint8Array[];
	/** Null when nobody asked, or nothing was presented. */
	readonly trust: Trust | null;
	/** Null: there is nothing in the way of a client. With a chain: the server sent it, and then refused us. */
	readonly failure: ConnectFailure | null;
};

export type LookOptions = {
	/** For everything together, the look-up of the name included. */
	readonly timeoutMs: number;
	/** Host → addresses; rejects with ConnectError, or with the signal's reason. */
	readonly resolve: (host: string, signal: AbortSignal) => Promise<readonly string[]>;
	/** Null: trust is not looked at. */
	readonly store: SystemStore | null;
	readonly signal?: AbortSignal;
};

/** Looks at a server. Rejects only when aborted from outside, with that signal's reason. */
export async function presented(endpoint: Endpoint, options: LookOptions): Promise<Presented> {
	const deadline = startDeadline(options.timeoutMs, options.signal);
	const seconds = secondsText(options.timeoutMs);
	const seen: {-readonly [Key in keyof Presented]: Presented[Key]} = {
		addresses: [],
		address: null,
		protocol: null,
		cipher: null,
		chain: [],
		trust: null,
		failure: null,
	};
	let late: ConnectFailure = {
		reason: 'no-answer',
		message: `cannot be looked up: no name server answers within ${seconds}`,
	};
	try {
		const addresses = await orAborted(options.resolve(endpoint.host, deadline.signal), deadline.signal);
		late = {reason: 'no-answer', message: `does not answer within ${seconds}`};
		const reached = await reach(addresses, endpoint.port, deadline.signal, states => {
			seen.addresses = [...states].map(([address, state]) => ({address, state}));
		});
		seen.address = reached.address;
		const {socket} = reached;
		try {
			const handshake = await shakeHands(socket, serverName(endpoint), emptyStore(), deadline.signal);
			const {protocol, cipher, chain} = handshake;
			Object.assign(seen, {protocol, cipher, chain});
			seen.failure = await betterFailure(handshake.failure, reached.address, endpoint.port, deadline);
			if (options.store !== null && chain.length > 0)
				seen.trust = await findTrust(options.store, endpoint, seen, deadline);
			options.signal?.throwIfAborted();
		} finally {
			late =
				socket.bytesRead === 0
					? {reason: 'silent', message: `takes the connection and then says nothing within ${seconds}`}
					: {reason: 'slow', message: `does not finish the TLS handshake within ${seconds}`};
			reached.close();
		}
	} catch (cause) {
		options.signal?.throwIfAborted();
		if (cause instanceof ConnectError) seen.failure = cause.failure;
		else if (deadline.isOver()) seen.failure = late;
		else throw cause;
	} finally {
		deadline.clear();
	}
	return seen;
}

/** A server without TLS is asked once more, in HTTP. */
async function betterFailure(
	failure: ConnectFailure | null,
	address: string,
	port: number,
	{signal}: Deadline,
): Promise<ConnectFailure | null> {
	if (failure?.reason !== 'no-tls' && failure?.reason !== 'broken-off') return failure;
	if (!(await speaksPlainHttp(address, port, signal))) return failure;
	return {reason: 'plain-http', message: 'speaks HTTP without TLS on this port'};
}

/**
 * A second handshake, in a context that trusts the system's store: OpenSSL then verifies all that it can verify. The
 * first one could not do both, because a store completes the chain.
 */
async function findTrust(
	{context}: SystemStore,
	endpoint: Endpoint,
	{address, chain}: Pick<Presented, 'address' | 'chain'>,
	{signal}: Deadline,
): Promise<Trust> {
	if (context === null)
		return unknownTrust("this computer's store of certificates is empty or cannot be read");
	let verified: Handshake;
	try {
		const addresses = address === null ? [] : [address];
		const {socket} = await reach(addresses, endpoint.port, signal, () => {});
		verified = await shakeHands(socket, serverName(endpoint), context, signal);
	} catch (cause) {
		if (cause instanceof ConnectError) return unknownTrust(`on a second look the server ${cause.message}`);
		if (signal.aborted) return unknownTrust('the time was over');
		throw cause;
	}
	if (verified.protocol === null)
		return unknownTrust(`on a second look the server ${verified.failure?.message ?? 'hangs up'}`);
	const [first, second] = [chain[0], verified.chain[0]];
	if (first === undefined || second === undefined || Buffer.compare(first, second) !== 0)
		return unknownTrust('the server presents now this certificate, now another one');
	return trustOf(verified.distrust, verified.chain);
}
