// TCP to every address of a server at once: who answers, and a connection to the first who does.
import {connect, type Socket} from 'node:net';
import {codeOf, type ConnectFailureReason, ConnectError} from './failure.js';

/** What became of one address; `waiting`: no answer so far. */
export type AddressState = 'answers' | 'refuses' | 'unreachable' | 'waiting';

export type Reached = {
	/** Of the first address that answered; its owner destroys it. */
	readonly socket: Socket;
	readonly address: string;
	/** The state of every address, now. */
	readonly states: () => ReadonlyMap<string, AddressState>;
	/** Gives up on the addresses that have not answered. */
	readonly close: () => void;
};

const states: Readonly<Record<string, AddressState>> = {ECONNREFUSED: 'refuses'};

/** Connects; `onState` hears of every change. Rejects with ConnectError when no address is left, or when aborted. */
export function reach(
	addresses: readonly string[],
	port: number,
	signal: AbortSignal,
	onState: (states: ReadonlyMap<string, AddressState>) => void,
): Promise<Reached> {
	const {promise, resolve, reject} = Promise.withResolvers<Reached>();
	const found = new Map<string, AddressState>(addresses.map(address => [address, 'waiting']));
	const sockets = new Map<string, Socket>();
	let first: string | null = null;
	const close = () => {
		signal.removeEventListener('abort', onAbort);
		for (const [address, socket] of sockets) if (address !== first) socket.destroy();
	};
	const onAbort = () => {
		close();
		reject(signal.reason);
	};
	const settle = (address: string, state: AddressState) => {
		if (found.get(address) !== 'waiting') return;
		found.set(address, state);
		onState(found);
		if (state !== 'answers') {
			if (first === null && [...found.values()].every(each => each !== 'waiting')) {
				close();
				reject(noneAnswers(found));
			}
			return;
		}
		const socket = sockets.get(address);
		if (first !== null || socket === undefined) {
			socket?.destroy();
			return;
		}
		first = address;
		resolve({socket, address, states: () => found, close});
	};
	onState(found);
	signal.addEventListener('abort', onAbort, {once: true});
	for (const address of addresses) {
		const socket = connect({host: address, port});
		sockets.set(address, socket);
		socket.once('connect', () => settle(address, 'answers'));
		// The listener stays: whoever uses the socket later has its own, and an error must never be unheard.
		socket.on('error', cause => settle(address, states[codeOf(cause)] ?? 'unreachable'));
	}
	return promise;
}

function noneAnswers(found: ReadonlyMap<string, AddressState>): ConnectError {
	const refuses = [...found.values()].includes('refuses');
	const reason: ConnectFailureReason = refuses ? 'refused' : 'unreachable';
	return new ConnectError(
		reason,
		refuses
			? 'refuses the connection: nothing listens on this port'
			: 'cannot be reached: no way to its network',
	);
}
