// TCP to every address of a server at once: who answers, and a connection to the first who does.
import {connect, type Socket} from 'node:net';
import {codeOf} from './failure.js';
import {type AddressState, stateOf, unreached} from './unreached.js';

export type Reached = {
	/** Of the first address that answered; its owner destroys it. */
	readonly socket: Socket;
	readonly address: string;
	/** The state of every address, now. */
	readonly states: () => ReadonlyMap<string, AddressState>;
	/** Gives up on the addresses that have not answered. */
	readonly close: () => void;
};

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
	const codes: string[] = [];
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
				reject(unreached(codes));
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
		socket.on('error', cause => {
			codes.push(codeOf(cause));
			settle(address, stateOf(codeOf(cause)));
		});
	}
	return promise;
}
