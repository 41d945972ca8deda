// Why no connection came about, from what the system says of each address.
import {type ConnectFailure, ConnectError} from './failure.js';

/** What became of one address; `waiting`: no answer so far. */
export type AddressState = 'answers' | 'refuses' | 'breaks-off' | 'unreachable' | 'waiting';

type Row = ConnectFailure & {readonly code: string; readonly state: AddressState};

/** What says most about the server comes first. A connection may also be reset during the handshake: one reason. */
const rows: readonly Row[] = [
	{
		code: 'ECONNREFUSED',
		state: 'refuses',
		reason: 'refused',
		message: 'refuses the connection: nothing listens on this port',
	},
	{
		code: 'ECONNRESET',
		state: 'breaks-off',
		reason: 'broken-off',
		message: 'breaks off the connection at once, as a firewall or a service that is starting does',
	},
	{
		code: 'ETIMEDOUT',
		state: 'unreachable',
		reason: 'no-answer',
		message: 'does not answer: the system has given up',
	},
	{
		code: 'EHOSTUNREACH',
		state: 'unreachable',
		reason: 'unreachable',
		message: 'cannot be reached: no computer has this address, or a firewall says so',
	},
	{
		code: 'ENETUNREACH',
		state: 'unreachable',
		reason: 'unreachable',
		message: 'cannot be reached: no way to its network',
	},
];

/** The state of an address, from the system's code of the error. */
export function stateOf(code: string): AddressState {
	return rows.find(each => each.code === code)?.state ?? 'unreachable';
}

/** The error when no address is left, from the system's codes for all of them. */
export function unreached(codes: readonly string[]): ConnectError {
	const row = rows.find(({code}) => codes.includes(code));
	if (row !== undefined) return new ConnectError(row.reason, row.message);
	const code = codes.find(each => each !== '');
	return new ConnectError('unreachable', `cannot be reached${code === undefined ? '' : ` (${code})`}`);
}
