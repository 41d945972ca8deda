// The resolver for a look at servers, which ends with the look.
import {resolveHost} from '../connect/resolve.js';
import {openSystemResolver} from '../machine/system-resolver.js';

/** Host → addresses; rejects with ConnectError. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Does `work` with the system's resolver; a look-up that still hangs afterwards holds nobody. */
export async function withResolver<T>(work: (resolve: Resolve) => Promise<T>): Promise<T> {
	const {lookUp, close} = openSystemResolver();
	try {
		return await work(host => resolveHost(host, lookUp));
	} finally {
		close();
	}
}
