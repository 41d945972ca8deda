// Looks at what is to be compared: files, the certificates of servers, and the token keys that they publish.
import type {Seen} from '../../look/seen.js';
import {tokenKeysOf} from '../../look/seen.js';
import type {Target} from '../../look/target.js';
import {makeQueue} from '../../machine/concurrency.js';
import {type LookedAt, type LookSettings, lookAtAll} from './look.js';

/** A target that was looked at, with what it publishes. */
export type SeenTarget = LookedAt & Pick<Seen, 'keys'>;

const mostServers = 16;

/** Looks at all targets; at token keys only when `withKeys`. */
export async function seeAll(
	targets: readonly Target[],
	withKeys: boolean,
	settings: LookSettings,
): Promise<SeenTarget[]> {
	const looked = await lookAtAll(targets, settings);
	const queue = makeQueue(mostServers);
	return Promise.all(
		looked.map(async each => {
			if (!withKeys || !('presented' in each)) return {...each, keys: null};
			const {timeoutMs, signal} = settings;
			return {...each, keys: await queue(() => tokenKeysOf(each, {timeoutMs, signal}), signal)};
		}),
	);
}
