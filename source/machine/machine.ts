// What the outside world gives to a run: the clock, randomness, keys, names and addresses.
import type {KeyPair} from '../certificate/certificate.js';
import type {Server, ServerAddress} from '../plan/plan.js';
import type {Problem} from '../problem/problem.js';
import type {KeyType} from '../profile/profile.js';

/** `generate` takes one of these, so that a test can give fixed keys, dates and serials. */
export type Machine = {
	readonly now: () => Date;
	readonly randomBytes: (length: number) => Uint8Array;
	/** At most one generation per core is under way; rejects with the signal's reason when aborted. */
	readonly generateKeyPair: (type: KeyType, signal?: AbortSignal) => Promise<KeyPair>;
	/** Hostname, DNS suffix and addresses; a warning when there is no DNS suffix. */
	readonly thisComputer: () => Promise<{readonly server: Server; readonly problems: readonly Problem[]}>;
	/** All addresses that DNS knows for a name, IPv4 first, sorted; a problem when there are none in time. */
	readonly lookUp: (name: string, signal?: AbortSignal) => Promise<readonly ServerAddress[] | Problem>;
};
