// Name → addresses, as every other program of this computer finds them.
import {isIP} from 'node:net';
import {codeOf, ConnectError} from './failure.js';

/** More addresses than a server has. */
const mostAddresses = 16;

/**
 * The addresses of a host in the system's order; an address is its own. `lookUp` asks the system's resolver, with its
 * hosts file and search list: what matters is where a client on this computer ends up. Rejects with ConnectError.
 */
export async function resolveHost(
	host: string,
	lookUp: (name: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
	if (isIP(host) !== 0) return [host];
	try {
		return [...new Set(await lookUp(host))].slice(0, mostAddresses);
	} catch (cause) {
		const code = codeOf(cause);
		throw code === 'EAI_AGAIN'
			? new ConnectError('no-answer', 'cannot be looked up: no name server answers')
			: new ConnectError('unknown-name', `is not a name that this computer can find (${code})`);
	}
}
