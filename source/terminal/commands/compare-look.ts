// Looks at what is to be compared: files, the certificates of servers, and the token keys that they publish.
import {type TokenKeys, tokenKeys} from '../../connect/token-keys.js';
import type {Failure} from '../../look/server-answers.js';
import {makeQueue} from '../../machine/concurrency.js';
import {type LookedAt, type LookSettings, lookAtAll} from './look.js';
import type {Target} from '../../look/target.js';

export type Seen = {
	readonly looked: LookedAt;
	/** Null for files, and where nobody asked. */
	readonly keys: TokenKeys | null;
};

const mostServers = 16;

/** Looks at all targets; at token keys only when `withKeys`. */
export async function seeAll(
	targets: readonly Target[],
	withKeys: boolean,
	settings: LookSettings,
): Promise<Seen[]> {
	const looked = await lookAtAll(targets, settings);
	const queue = makeQueue(mostServers);
	return Promise.all(
		looked.map(async each => {
			if (!withKeys || !('presented' in each)) return {looked: each, keys: null};
			const {address} = each.presented;
			if (each.failure !== null || address === null) return {looked: each, keys: unseen(each.failure)};
			const {timeoutMs, signal} = settings;
			const {endpoint} = each.target;
			const keys = await queue(() => tokenKeys(endpoint, {address, timeoutMs, signal}), signal);
			return {looked: each, keys};
		}),
	);
}

function unseen(failure: Failure | null): TokenKeys {
	return {status: 'failed', reason: failure?.message ?? 'does not answer'};
}
