// What was seen of a target that is compared: its certificates, and what a server publishes for its tokens.
import type {Certificate} from '../certificate/certificate.js';
import type {Presented} from '../connect/presented.js';
import {type TokenKeyOptions, type TokenKeys, tokenKeys} from '../connect/token-keys.js';
import type {Failure} from './server-answers.js';
import type {ServerTarget, Target} from './target.js';

export type Seen = {
	readonly target: Target;
	/** The certificate in question, then what else is there. */
	readonly certificates: readonly Certificate[];
	/** Null: it could be looked at. */
	readonly failure: Failure | null;
	/** Null for files, and where nobody asked. */
	readonly keys: TokenKeys | null;
};

/** A server that was looked at. */
export type SeenServer = {
	readonly target: ServerTarget;
	readonly failure: Failure | null;
	readonly presented: Pick<Presented, 'address'>;
};

/** Asks a server that answers for its token keys, at the same address. Rejects only when aborted. */
export async function tokenKeysOf(
	{target, failure, presented}: SeenServer,
	options: Omit<TokenKeyOptions, 'address'>,
): Promise<TokenKeys> {
	const {address} = presented;
	if (failure !== null || address === null)
		return {status: 'failed', reason: failure?.message ?? 'does not answer'};
	return tokenKeys(target.endpoint, {...options, address});
}
